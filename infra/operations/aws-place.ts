/** A school's stack on AWS: its parts are found in the stack's own outputs, and reached with the administrator's own rights. */
import { randomBytes } from "node:crypto";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESClient } from "@aws-sdk/client-ses";
import type { School } from "../../shared/domain/school.ts";
import { neverBehind, onEachAnswer, signAlike } from "../../shared/runtime/never-behind.ts";
import type { LogLine } from "../../shared/runtime/runtime.ts";
import { waitReally } from "../../shared/runtime/wait.ts";
import { Mendable } from "../local/command-line.ts";
import { Failed } from "./outcomes.ts";
import type { Place } from "./place.ts";
import { type StackOutputs, stackNameOf, stackOutputNames } from "./stack-outputs.ts";

export type Account = { profile?: string | undefined; region?: string | undefined };

/** Without `throwOnRequestTimeout` a client only warns and waits on, and an administrator with it. */
const timeouts = { connectionTimeout: 1000, requestTimeout: 10_000, throwOnRequestTimeout: true } as const;

/** Throws Mendable when there is no such stack, region or profile, and Failed when AWS does not answer. */
export async function openAwsPlace(school: School, account: Account): Promise<Place> {
  const settings = {
    ...(account.profile !== undefined && { profile: account.profile }),
    ...(account.region !== undefined && { region: account.region }),
    requestHandler: timeouts,
  };
  const clock = neverBehind(Date.now);
  const cloudformation = new CloudFormationClient(settings);
  const dynamodb = new DynamoDBClient(settings);
  // SES accepts a mail and may lose the answer: the client must never send it again by itself.
  const ses = new SESClient({ ...settings, maxAttempts: 1 });
  for (const client of [cloudformation, dynamodb]) onEachAnswer(client, clock.hear);
  signAlike(dynamodb, ses);
  const outputs = await readOutputs(cloudformation, stackNameOf(school.id));
  const log: LogLine[] = [];
  const runtime = {
    school,
    siteUrl: outputs.site,
    now: clock.now,
    wait: waitReally,
    randomBytes,
    tableName: outputs.table,
    dynamodb,
    ses,
    configurationSet: outputs.configurationSet,
    scheduler: new SchedulerClient(settings),
    clock: { groupName: outputs.clockGroup, queueArn: outputs.clockQueue, roleArn: outputs.clockRole },
    log: (line: LogLine) => void log.push(line),
  };
  return {
    where: `On AWS, in the stack ${stackNameOf(school.id)} of ${await cloudformation.config.region()}`,
    runtime,
    log,
    settle: async () => undefined,
    close: async () => {
      for (const client of [runtime.dynamodb, runtime.ses, runtime.scheduler]) client.destroy();
    },
  };
}

/** The outputs of a stack as the commands need them. Throws Mendable or Failed. */
export async function readOutputs(
  client: Pick<CloudFormationClient, "send" | "config">,
  stackName: string,
): Promise<StackOutputs> {
  const stack = await describe(client, stackName);
  const said = new Map((stack?.Outputs ?? []).map((output) => [output.OutputKey, output.OutputValue]));
  const entries = Object.entries(stackOutputNames).map(([name, key]) => [name, said.get(key)] as const);
  const missing = entries.flatMap(([name, value]) =>
    value === undefined ? [stackOutputNames[name as keyof StackOutputs]] : [],
  );
  if (missing.length > 0)
    throw new Mendable(
      `The stack ${stackName} does not say its ${missing.join(", ")}: deploy it again with this version first.`,
    );
  return Object.fromEntries(entries) as StackOutputs;
}

async function describe(client: Pick<CloudFormationClient, "send" | "config">, stackName: string) {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    return Stacks?.[0];
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    if (name === "ValidationError" && message.includes("does not exist"))
      throw new Mendable(
        `There is no stack ${stackName} in ${await client.config.region()}. Name another --profile or --region, or deploy it first.`,
      );
    if (message === "Region is missing")
      throw new Mendable(
        `In which region of AWS is the stack ${stackName}? Say it with --region or in AWS_REGION. A world on this machine takes --local instead.`,
      );
    if (message.startsWith("Region not accepted"))
      throw new Mendable(
        "That is no name of a region of AWS. Say one like eu-west-1 with --region or in AWS_REGION.",
      );
    if (name === "CredentialsProviderError")
      throw new Mendable(
        `There are no credentials for AWS (${message.replace(/\.$/, "")}). Name a profile that you are signed in with by --profile or in AWS_PROFILE. A world on this machine takes --local instead.`,
      );
    if (code === "ENOTFOUND")
      throw new Failed(
        `There is no way to AWS in ${await client.config.region()}. Look whether there is a region of that name, and whether this machine is online.`,
      );
    throw new Failed(`AWS could not be asked about the stack ${stackName} (${name}): ${message}`);
  }
}
