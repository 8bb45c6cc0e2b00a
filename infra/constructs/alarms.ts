/** Alarms: each says in its first words who is hurt, and reaches the school's administrators by mail. */
import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { FunctionEntry } from "../../functions/catalogue.ts";

/** Where alarms go. Each administrator confirms once that he or she wants them. */
export function alarmTopic(scope: Construct, administrators: readonly string[]): ITopic {
  const topic = new Topic(scope, "AlarmTopic", { enforceSSL: true });
  // A topic with a policy of its own no longer lets the account's alarms in by default.
  topic.grantPublish(
    new ServicePrincipal("cloudwatch.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  );
  for (const address of administrators) topic.addSubscription(new EmailSubscription(address));
  return topic;
}

type Trouble = { whoIsHurt: string; what: string; metric: IMetric };

/** Rings from the first trouble on. */
function alarm(scope: Construct, topic: ITopic, { whoIsHurt, what, metric }: Trouble): void {
  new Alarm(scope, "Alarm", {
    alarmDescription: `${whoIsHurt} ${what}`,
    metric,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  }).addAlarmAction(new SnsAction(topic));
}

/** Rings when the function ends in a fault. */
export const watchFunction = (topic: ITopic, handler: IFunction, { name, whoIsHurt }: FunctionEntry): void =>
  alarm(handler.node.scope as Construct, topic, {
    whoIsHurt,
    what: `The function ${name} ended in a fault.`,
    metric: handler.metricErrors({ period: Duration.minutes(5), statistic: "Sum" }),
  });

/** Rings when something lies among the dead letters. */
export const watchDeadLetters = (topic: ITopic, queue: IQueue, whoIsHurt: string): void =>
  alarm(new Construct(queue.node.scope as Construct, `${queue.node.id}Watch`), topic, {
    whoIsHurt,
    what: "Work was given up after several tries and lies among the dead letters.",
    metric: queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: "Maximum",
    }),
  });
