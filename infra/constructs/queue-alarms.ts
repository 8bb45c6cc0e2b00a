/** Rings when something lies among the dead letters. */
import { Duration } from "aws-cdk-lib";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { ringAt } from "./alarm.ts";

export const watchDeadLetters = (topic: ITopic, queue: IQueue, whoIsHurt: string): Alarm =>
  ringAt(topic, new Construct(queue.node.scope as Construct, `${queue.node.id}Watch`), "Alarm", {
    whoIsHurt,
    what: "Work was given up after several tries and lies among the dead letters.",
    runbook: "work-lies-among-the-dead-letters",
    metric: queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: "Maximum",
    }),
  });
