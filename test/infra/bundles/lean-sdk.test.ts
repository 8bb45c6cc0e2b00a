/** What the SDK carries for others is left out, and what we may meet stays: errors by their operations, regions by their partitions. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withoutForeignErrors, withoutListsOfRegions } from "../../../infra/bundles/lean-sdk.ts";

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

type Partition = { id: string; regionRegex: string; regions: Record<string, object> };
const partitionsOf = async (text: string): Promise<Partition[]> =>
  (await import(`data:text/javascript,${encodeURIComponent(text)}`)).partitionsInfo.partitions;

it("without the lists of regions, each region still belongs to its partition", async () => {
  const text = readFileSync(
    "node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js",
    "utf8",
  );
  const [whole, lean] = [await partitionsOf(text), await partitionsOf(withoutListsOfRegions(text))];
  expect(lean).toEqual(whole.map((partition) => ({ ...partition, regions: {} })));
  const regions = whole.flatMap(({ id, regions }) =>
    // "aws-global" and its like are no regions that a function runs in.
    Object.keys(regions).flatMap((region) => (region.endsWith("-global") ? [] : { id, region })),
  );
  expect(regions.length).toBeGreaterThan(30);
  expect(
    regions.map(({ region }) => ({
      id: lean.find(({ regionRegex }) => new RegExp(regionRegex).test(region))?.id,
      region,
    })),
  ).toEqual(regions);
});

it("an SDK that lists its regions in another way is noticed", () => {
  expect(() => withoutListsOfRegions("export const regions = new Map();")).toThrow(
    "look at infra/bundles/lean-sdk.ts",
  );
});
