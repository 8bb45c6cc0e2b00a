/** Leaves out of a bundle what the SDK carries for operations that the product never calls. */
import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/**
 * What the operations we call may answer (DynamoDB and SES API references). Any other error still arrives, under its
 * own name, as the client's general one.
 */
const knownErrors = new Set([
  "ConditionalCheckFailedException",
  "IdempotentParameterMismatchException",
  "InternalServerError",
  "ItemCollectionSizeLimitExceededException",
  "ProvisionedThroughputExceededException",
  "ReplicatedWriteConflictException",
  "RequestLimitExceeded",
  "ResourceNotFoundException",
  "ThrottlingException",
  "TransactionCanceledException",
  "TransactionConflictException",
  "TransactionInProgressException",
  "AccountSendingPausedException",
  "ConfigurationSetDoesNotExistException",
  "ConfigurationSetSendingPausedException",
  "LimitExceededException",
  "MailFromDomainNotVerifiedException",
  "MessageRejected",
]);

/** An error that is not registered is not used, and goes. Throws when the SDK is written otherwise than it was. */
export function withoutForeignErrors(schemas: string): string {
  let found = 0;
  const kept = schemas.replace(/^n0_registry\.registerError\((\w+)\$, \1\);$/gm, (line, name) => {
    found++;
    return knownErrors.has(name) ? line : "";
  });
  if (found === 0)
    throw new Error(
      "The SDK registers its errors in another way than before: look at infra/bundles/lean-sdk.ts.",
    );
  return kept;
}

export const leanSdk: Plugin = {
  name: "lean-sdk",
  setup(build) {
    build.onLoad({ filter: /@aws-sdk.client-(dynamodb|ses).dist-es.schemas.schemas_0\.js$/ }, ({ path }) => ({
      contents: withoutForeignErrors(readFileSync(path, "utf8")),
    }));
    // A client reads its own version there, and nothing else.
    build.onLoad({ filter: /@aws-sdk.client-[a-z]+.package\.json$/ }, ({ path }) => ({
      contents: JSON.stringify({ version: JSON.parse(readFileSync(path, "utf8")).version }),
      loader: "json",
    }));
  },
};
