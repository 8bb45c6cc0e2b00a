/** One page in CloudWatch that answers "is the school well?": its alarms, what is overdue, its mail and its pages. */
import { Duration, Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  PeriodOverride,
} from "aws-cdk-lib/aws-cloudwatch";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { bounceRate, complaintRate, type MailFigures } from "./mail-alarms.ts";

export type Shown = {
  alarms: readonly Alarm[];
  figures: MailFigures;
  door: HttpApi;
  clockQueue: IQueue;
  deadLetters: readonly IQueue[];
};

const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
  new GraphWidget({
    title,
    left,
    right,
    width: 12,
    height: 6,
    leftYAxis: { min: 0 },
    rightYAxis: { min: 0 },
  });

export function schoolDashboard(
  scope: Construct,
  { alarms, figures, door, clockQueue, deadLetters }: Shown,
): void {
  const sum = { period: Duration.minutes(5), statistic: "Sum" };
  new Dashboard(scope, "Dashboard", {
    dashboardName: Stack.of(scope).stackName,
    defaultInterval: Duration.days(7),
    periodOverride: PeriodOverride.AUTO,
    widgets: [
      [new AlarmStatusWidget({ title: "Alarms", alarms: [...alarms], width: 24, height: 6 })],
      [
        graph("Oldest overdue, seconds", [figures.oldestOverdueSeconds]),
        graph("Mail in doubt, doubled, not taken, not written", [
          figures.unknown,
          figures.twice,
          figures.notTaken,
          figures.notWritten,
        ]),
      ],
      [
        graph("Pages: requests and errors", [door.metricCount(sum)], [door.metricServerError(sum)]),
        graph("Pages: milliseconds", [
          door.metricLatency({ statistic: "p50" }),
          door.metricLatency({ statistic: "p99" }),
        ]),
      ],
      [
        graph(
          "Words of the clock, and dead letters",
          [clockQueue.metricApproximateNumberOfMessagesVisible()],
          deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
        ),
        graph("The account's bounces and complaints", [bounceRate], [complaintRate]),
      ],
    ],
  });
}
