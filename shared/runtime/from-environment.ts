/** The runtime of a deployed function, read once from its environment. */
import { randomBytes } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESClient } from "@aws-sdk/client-ses";
import type { EnvironmentName } from "./environment-names.ts";
import { neverBehind, onEachAnswer, signAlike } from "./never-behind.ts";
import { unpackSchool } from "./packed-school.ts";
import type { Runtime } from "./runtime.ts";
import { waitReally } from "./wait.ts";

const read = (name: EnvironmentName): string => {
  const value = process.env[name];
  if (!value)
    throw new Error(`The environment variable ${name} is missing; the stack sets it for every function.`);
  return value;
};

/** Without `throwOnRequestTimeout` the client only warns and waits on. */
const timeouts = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true } as const;

/** Throws when a variable is missing or the school in it is damaged; no retry helps then. */
export function runtimeFromEnvironment(): Runtime {
  const dynamodb = new DynamoDBClient({ requestHandler: timeouts });
  // SES accepts a mail and may lose the answer: the client must never send it again by itself.
  const ses = new SESClient({ maxAttempts: 1, requestHandler: timeouts });
  const clock = neverBehind(Date.now);
  onEachAnswer(dynamodb, clock.hear);
  signAlike(dynamodb, ses);
  return {
    school: unpackSchool(read("SCHOOL")),
    siteUrl: read("SITE_URL"),
    now: clock.now,
    wait: waitReally,
    randomBytes,
    tableName: read("TABLE_NAME"),
    dynamodb,
    ses,
    configurationSet: read("CONFIGURATION_SET"),
    scheduler: new SchedulerClient({ requestHandler: timeouts }),
    clock: {
      groupName: read("CLOCK_GROUP"),
      queueArn: read("CLOCK_QUEUE_ARN"),
      roleArn: read("CLOCK_ROLE_ARN"),
    },
    // Lambda puts a time and a request's id before what `console` writes, and the metric filters want JSON alone.
    log: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
  };
}

/**
 * A Lambda entry from a function that wants a runtime. On Lambda the runtime is made at once, since a function has a whole
 * processor while it starts and a part of one afterwards; anywhere else at the first event.
 */
export function onLambda<Event, Answer>(
  make: (runtime: Runtime) => (event: Event) => Promise<Answer>,
): (event: Event) => Promise<Answer> {
  let run = process.env.AWS_LAMBDA_FUNCTION_NAME ? make(runtimeFromEnvironment()) : undefined;
  return (event) => {
    run ??= make(runtimeFromEnvironment());
    return run(event);
  };
}
