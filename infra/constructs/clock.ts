/** The alarm clock of a school: one-time schedules that put a word on a queue when something is due. */
import { Duration, Stack } from "aws-cdk-lib";
import { type IRole, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import { type IQueue, Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { catalogue } from "../../functions/catalogue.ts";
import { deadLetters } from "./dead-letters.ts";
import { oneRight } from "./permissions.ts";

export type Clock = {
  /** Name of the Scheduler group that holds the schedules. */
  groupName: string;
  /** All schedules of that group, and no others. */
  schedulesArn: string;
  /** Scheduler's own role: it may put a word on the queue, and nothing else. */
  role: IRole;
  queue: IQueue;
  deadLetters: IQueue;
};

/** SQS hides a message six times as long as its reader may take (Lambda guide, "Using Lambda with Amazon SQS"). */
const readerTimeoutSeconds = Math.max(
  ...catalogue
    .filter(({ opensBy }) => opensBy.by === "clock-queue")
    .map(({ timeoutSeconds }) => timeoutSeconds),
);

/** The group, the queue with its dead letters, and the role between them. */
export function schoolClock(scope: Construct): Clock {
  const stack = Stack.of(scope);
  const groupName = new CfnScheduleGroup(scope, "ClockGroup", { name: `${stack.stackName}-clock` }).ref;
  const lost = deadLetters(scope, "ClockDeadLetters");
  const queue = new Queue(scope, "ClockQueue", {
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(6 * readerTimeoutSeconds),
    deadLetterQueue: { queue: lost, maxReceiveCount: 5 },
  });
  const role = new Role(scope, "ClockRole", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
  role.addToPolicy(oneRight("sqs:SendMessage", queue.queueArn));
  const schedulesArn = stack.formatArn({
    service: "scheduler",
    resource: "schedule",
    resourceName: `${groupName}/*`,
  });
  return { groupName, schedulesArn, role, queue, deadLetters: lost };
}
