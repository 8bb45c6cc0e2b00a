/** Errors of operations that we never call are left out of the SDK's own list; those we may meet stay. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withoutForeignErrors } from "../../../infra/bundles/lean-sdk.ts";

const registered = (text: string): string[] =>
  [...text.matchAll(/n0_registry\.registerError\((\w+)\$/g)].map(([, name]) => name!);
const schemasOf = (client: string): string =>
  readFileSync(`node_modules/@aws-sdk/client-${client}/dist-es/schemas/schemas_0.js`, "utf8");

it.each([
  [
    "dynamodb",
    [
      "ConditionalCheckFailedException",
      "IdempotentParameterMismatchException",
      "InternalServerError",
      "ItemCollectionSizeLimitExceededException",
      "LimitExceededException",
      "ProvisionedThroughputExceededException",
      "ReplicatedWriteConflictException",
      "RequestLimitExceeded",
      "ResourceNotFoundException",
      "ThrottlingException",
      "TransactionCanceledException",
      "TransactionConflictException",
      "TransactionInProgressException",
    ],
  ],
  [
    "ses",
    [
      "AccountSendingPausedException",
      "ConfigurationSetDoesNotExistException",
      "ConfigurationSetSendingPausedException",
      "LimitExceededException",
      "MailFromDomainNotVerifiedException",
      "MessageRejected",
    ],
  ],
])("of %s", (client, kept) => {
  const schemas = schemasOf(client);
  expect(registered(schemas).length).toBeGreaterThan(30);
  expect(registered(withoutForeignErrors(schemas))).toEqual(kept);
});

it("an SDK that lists its errors in another way is noticed", () => {
  expect(() => withoutForeignErrors("registry.add(MessageRejected);")).toThrow(
    "look at infra/bundles/lean-sdk.ts",
  );
});
