/** Leaves out of a bundle what the SDK carries for operations that the product never calls and for places where it never runs. */
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

/**
 * The list of all regions with their descriptions goes: which partition a region belongs to is told by the partition's
 * own pattern, which the SDK tries next. Throws when the SDK is written otherwise than it was.
 */
export function withoutListsOfRegions(partitions: string): string {
  const kept = partitions.replaceAll(/"regions": \{(\s*"[\w-]+": \{[^{}]*\},?)*\s*\}/g, '"regions": {}');
  if (kept === partitions)
    throw new Error(
      "The SDK lists its regions in another way than before: look at infra/bundles/lean-sdk.ts.",
    );
  return kept;
}

/** Parts that no call of ours reaches, and what stands in their place. */
const unreached: readonly (readonly [file: RegExp, contents: string])[] = [
  // What the SDK hashes with where there is no node:crypto; on Lambda there is.
  [/@smithy.core.dist-es.submodules.checksum.sha256.Sha256Js\.js$/, "export const Sha256Js = undefined;"],
  // Reads a browser's streams; an answer on Node comes as one of Node's own.
  [
    /@smithy.core.dist-es.submodules.serde.util-stream.sdk-stream-mixin\.browser\.js$/,
    'export const sdkStreamMixin = () => { throw new Error("Reading a browser\'s stream is left out of the bundle."); };',
  ],
  // Tells the endpoint of an S3 bucket.
  [
    /@smithy.core.dist-es.submodules.endpoints.middleware-endpoint.service-customizations.index\.js$/,
    'export const resolveParamsForS3 = async () => { throw new Error("S3 is left out of the bundle."); };',
  ],
  // Signs the events of a stream.
  [/@smithy.signature-v4.dist-es.HeaderFormatter\.js$/, "export class HeaderFormatter {}"],
  // Tries again in the mode "adaptive", which must be asked for.
  [
    /@smithy.core.dist-es.submodules.retry.util-retry.AdaptiveRetryStrategy\.js$/,
    'export class AdaptiveRetryStrategy { constructor() { throw new Error("The retry mode adaptive is left out of the bundle."); } }',
  ],
  // Reads the files of ~/.aws; a function has none.
  [
    /@smithy.core.dist-es.submodules.config.shared-ini-file-loader.loadSharedConfigFiles\.js$/,
    'export { CONFIG_PREFIX_SEPARATOR } from "./constants"; export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });',
  ],
  // Asks a virtual machine for its region; a function's is in its environment.
  [
    /@smithy.core.dist-es.submodules.config.config-resolver.regionConfig.getInstanceMetadataRegion\.js$/,
    "export const getInstanceMetadataRegion = async () => undefined;",
  ],
  // Hands a trace on, by which Lambda breaks circles through SQS, SNS and S3; no function of ours calls those.
  [
    /@aws-sdk.core.dist-es.submodules.client.middleware-recursion-detection.recursionDetectionMiddleware\.js$/,
    "export const recursionDetectionMiddleware = () => (next) => next;",
  ],
];

export const leanSdk: Plugin = {
  name: "lean-sdk",
  setup(build) {
    build.onLoad({ filter: /@aws-sdk.client-(dynamodb|ses).dist-es.schemas.schemas_0\.js$/ }, ({ path }) => ({
      contents: withoutForeignErrors(readFileSync(path, "utf8")),
    }));
    build.onLoad({ filter: /@aws-sdk.core.dist-es.+util-endpoints.lib.aws.partitions\.js$/ }, ({ path }) => ({
      contents: withoutListsOfRegions(readFileSync(path, "utf8")),
    }));
    for (const [filter, contents] of unreached) build.onLoad({ filter }, () => ({ contents }));
    // A client reads its own version there, and nothing else.
    build.onLoad({ filter: /@aws-sdk.client-[a-z]+.package\.json$/ }, ({ path }) => ({
      contents: JSON.stringify({ version: JSON.parse(readFileSync(path, "utf8")).version }),
      loader: "json",
    }));
  },
};
