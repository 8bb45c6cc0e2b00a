/** Functions that start again and again by the clock: every few minutes, or every day at an hour of the school's zone. */
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { oneRight } from "./permissions.ts";

export type Recurrence = { expression: string; timeZone: string };

export const everyMinutes = (minutes: number): Recurrence => ({
  expression: `rate(${minutes} ${minutes === 1 ? "minute" : "minutes"})`,
  timeZone: "UTC",
});

/** `HH:MM` every day. On the day that skips this time Scheduler does not fire; the sweep makes up for it. */
export const dailyAt = (time: string, timeZone: string): Recurrence => {
  const [hour, minute] = time.split(":").map(Number);
  return { expression: `cron(${minute} ${hour} * * ? *)`, timeZone };
};

/** Starts the function at each recurrence; a start that failed twice within the hour lands in the dead letters. */
export function startAgainAndAgain(
  scope: Construct,
  { expression, timeZone }: Recurrence,
  handler: IFunction,
  lost: IQueue,
): void {
  const role = new Role(scope, "ScheduleRole", {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com"),
  });
  role.addToPolicy(oneRight("lambda:InvokeFunction", handler.functionArn));
  role.addToPolicy(oneRight("sqs:SendMessage", lost.queueArn));
  // In the default group: the school's own group is open to functions that set clocks.
  const schedule = new CfnSchedule(scope, "Schedule", {
    scheduleExpression: expression,
    scheduleExpressionTimezone: timeZone,
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: handler.functionArn,
      roleArn: role.roleArn,
      retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 2 },
      deadLetterConfig: { arn: lost.queueArn },
    },
  });
  // Scheduler tries the role when the schedule is made, so the role must have its rights by then.
  schedule.node.addDependency(role);
}
