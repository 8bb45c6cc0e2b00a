/** Sets the alarm clock for whatever must be looked at next. A clock that is lost costs minutes: the sweep finds what is due. */
import { ConflictException, CreateScheduleCommand } from "@aws-sdk/client-scheduler";
import type { Instant } from "../domain/time.ts";
import type { Runtime } from "./runtime.ts";

/** What a clock wakes; ids only. */
export type Wake = { kind: "meeting" | "mentorship"; id: string };

/** How the names of all schedules of one thing begin. */
export const schedulesOf = ({ kind, id }: Wake): string => `${kind}.${id}.`;

/** A schedule's name carries the revision, so that arming twice makes one schedule. */
const scheduleName = (wake: Wake, revision: number): string => `${schedulesOf(wake)}${revision}`;

const toSecond = (instant: Instant): string =>
  new Date(Math.ceil(instant / 1000) * 1000).toISOString().slice(0, 19);

/** Scheduler fires within the minute after `at`; the moment itself is taken from the table then. Past moments are left to the sweep. */
export async function armClock(runtime: Runtime, wake: Wake, revision: number, at: Instant): Promise<void> {
  if (at <= runtime.now()) return;
  try {
    await runtime.scheduler.send(
      new CreateScheduleCommand({
        Name: scheduleName(wake, revision),
        GroupName: runtime.clock.groupName,
        ScheduleExpression: `at(${toSecond(at)})`,
        ScheduleExpressionTimezone: "UTC",
        FlexibleTimeWindow: { Mode: "OFF" },
        ActionAfterCompletion: "DELETE",
        Target: {
          Arn: runtime.clock.queueArn,
          RoleArn: runtime.clock.roleArn,
          Input: JSON.stringify(wake),
          RetryPolicy: { MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 5 },
        },
      }),
    );
  } catch (error) {
    if (error instanceof ConflictException) return;
    runtime.log({ event: "clock-not-armed", kind: wake.kind, id: wake.id, fault: (error as Error).name });
  }
}
