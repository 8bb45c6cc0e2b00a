/** Rings when a function of the catalogue ends in a fault, in the catalogue's words for who is hurt. */
import { Duration } from "aws-cdk-lib";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import type { FunctionEntry } from "../../functions/catalogue.ts";
import { ringAt } from "./alarm.ts";

export const watchFunction = (topic: ITopic, handler: IFunction, { name, whoIsHurt }: FunctionEntry): Alarm =>
  ringAt(topic, handler.node.scope as Construct, "Alarm", {
    whoIsHurt,
    what: `The function ${name} ended in a fault.`,
    runbook: "a-page-or-a-task-ends-in-a-fault",
    metric: handler.metricErrors({ period: Duration.minutes(5), statistic: "Sum" }),
  });
