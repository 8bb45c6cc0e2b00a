/** The AWS clients that functions get on one machine: the real ones, with a wire that ends in this process. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESClient } from "@aws-sdk/client-ses";
import { dynamodbOperation } from "./dynamodb/engine.ts";
import { localRegion } from "./place.ts";
import { schedulerOperation } from "./scheduler/stand-in.ts";
import { sesOperation } from "./ses/stand-in.ts";
import { type Interception, type StandIn, wireTo } from "./wire.ts";

/**
 * Everything that an AWS client would otherwise look for in files and in the environment. Nobody here reads the host's clock: a signature
 * would carry it, and a client that compares it with the world's takes every refusal for one of its own clock and tries again.
 */
const settings = {
  region: localRegion,
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
  signer: { sign: async <Sent>(request: Sent): Promise<Sent> => request },
  retryMode: "standard",
  disableClockSkewCorrection: true,
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  userAgentAppId: "mentor-rounds",
} as const;

type RetryStrategy = Awaited<ReturnType<DynamoDBClient["config"]["retryStrategy"]>>;
type Client = {
  middlewareStack: { remove: (name: string) => boolean };
  config: { retryStrategy: () => Promise<RetryStrategy> };
};

/** Tries again without waiting: the world's clock stands still meanwhile, and the client's waits are random. */
async function retryAtOnce(strategy: Promise<RetryStrategy>): Promise<RetryStrategy> {
  return Object.assign(await strategy, {
    retryBackoffStrategy: { setDelayBase: () => undefined, computeNextBackoffDelay: () => 0 },
  });
}

/** Leaves out the middle steps that copy every request for a log and name the client in a header: nobody reads either here. */
function lean<Kind extends Client>(client: Kind): Kind {
  for (const step of ["loggerMiddleware", "getUserAgentMiddleware"]) client.middlewareStack.remove(step);
  const strategy = retryAtOnce(client.config.retryStrategy());
  client.config.retryStrategy = () => strategy;
  return client;
}

/** A client of the local table. */
export const dynamodbClient = (standIn: StandIn, interception?: Interception): DynamoDBClient =>
  lean(
    new DynamoDBClient({
      ...settings,
      endpoint: "http://dynamodb.local",
      maxAttempts: 3,
      requestHandler: wireTo("dynamodb", dynamodbOperation, standIn, interception),
    }),
  );

/** A client of the local SES. It tries once, as the product's own does: a second try may be a second mail. */
export const sesClient = (standIn: StandIn, interception?: Interception): SESClient =>
  lean(
    new SESClient({
      ...settings,
      endpoint: "http://email.local",
      maxAttempts: 1,
      requestHandler: wireTo("ses", sesOperation, standIn, interception),
    }),
  );

/** A client of the local Scheduler. */
export const schedulerClient = (standIn: StandIn, interception?: Interception): SchedulerClient =>
  lean(
    new SchedulerClient({
      ...settings,
      endpoint: "http://scheduler.local",
      maxAttempts: 3,
      requestHandler: wireTo("scheduler", schedulerOperation, standIn, interception),
    }),
  );
