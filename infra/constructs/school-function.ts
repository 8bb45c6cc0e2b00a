/** What all functions of a school have in common: the runtime, a quick start, a log of their own, and no rights at all. */
import { fileURLToPath } from "node:url";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, type IFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogLevel, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { FunctionEntry } from "../../functions/catalogue.ts";
import type { FunctionEnvironment } from "../../shared/runtime/environment-names.ts";

const fromHouse = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** `sign-up` → `SignUp`: the function's name in the stack; a renamed function is a new one. */
const constructId = (name: string): string =>
  name.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());

/** The function of this entry. Its role may write to its own log; everything else has to be granted. */
export function schoolFunction(
  parent: Construct,
  entry: FunctionEntry,
  environment: FunctionEnvironment,
): IFunction {
  const scope = new Construct(parent, constructId(entry.name));
  const logGroup = new LogGroup(scope, "Log", {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // The managed policy that CDK would attach lets a function write to every log of the account.
  const role = new Role(scope, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  logGroup.grantWrite(role);
  return new NodejsFunction(scope, "Function", {
    description: entry.does,
    entry: fromHouse(`functions/${entry.name}/index.ts`),
    handler: "handler",
    depsLockFilePath: fromHouse("package-lock.json"),
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: entry.memoryMiB,
    timeout: Duration.seconds(entry.timeoutSeconds),
    environment: { ...environment },
    role,
    logGroup,
    bundling: {
      // Measured: CommonJS from the packages' ES modules, SDK included, starts fastest.
      format: OutputFormat.CJS,
      mainFields: ["module", "main"],
      externalModules: [],
      minify: true,
      sourceMap: false,
      target: "node24",
      logLevel: LogLevel.WARNING,
    },
  });
}
