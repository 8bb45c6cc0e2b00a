/** What all functions of a school have in common: the runtime, a log of their own, and no rights at all. */
import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, type Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { type ILogGroup, LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { FunctionEntry } from "../../functions/catalogue.ts";
import type { FunctionEnvironment } from "../../shared/runtime/environment-names.ts";

/** `sign-up` → `SignUp`: the function's name in the stack; a renamed function is a new one. */
const constructId = (name: string): string =>
  name.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());

export type SchoolFunction = { handler: LambdaFunction; log: ILogGroup };

/** The function of this entry; asleep, it is started by nobody. Its role may write to its own log; everything else has to be granted. */
export function schoolFunction(
  parent: Construct,
  entry: FunctionEntry,
  environment: FunctionEnvironment,
  { code, asleep }: { code: Code; asleep: boolean },
): SchoolFunction {
  const scope = new Construct(parent, constructId(entry.name));
  const log = new LogGroup(scope, "Log", {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // The managed policy that CDK would attach lets a function write to every log of the account.
  const role = new Role(scope, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  log.grantWrite(role);
  const handler = new LambdaFunction(scope, "Function", {
    description: entry.does,
    code,
    handler: "index.handler",
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: entry.memoryMiB,
    timeout: Duration.seconds(entry.timeoutSeconds),
    environment: { ...environment },
    role,
    logGroup: log,
    ...(asleep && { reservedConcurrentExecutions: 0 }),
  });
  Validations.of(handler).acknowledge(
    {
      id: "Serverless-LambdaDLQ",
      reason:
        "What opens a function keeps what failed: queue, schedules and mail events have dead letters of their own.",
    },
    {
      id: "Serverless-LambdaTracing",
      reason: "The log tells what happened, by id; traces would cost more than the rest of the school.",
    },
  );
  return { handler, log };
}
