/** What a schedule may be: EventBridge Scheduler's own rules for the one-time schedules that the school uses. */
import * as z from "zod/mini";
import type { Instant } from "../../../shared/domain/time.ts";
import { Refused } from "../refused.ts";

export const scheduleSchema = z.object({
  GroupName: z.optional(z.string()),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.optional(z.string()),
  FlexibleTimeWindow: z.object({
    Mode: z.enum(["OFF", "FLEXIBLE"]),
    MaximumWindowInMinutes: z.optional(z.int().check(z.gte(1), z.lte(1440))),
  }),
  Target: z.object({
    Arn: z.string().check(z.startsWith("arn:")),
    RoleArn: z.string().check(z.startsWith("arn:")),
    Input: z.optional(z.string().check(z.minLength(1))),
    RetryPolicy: z.optional(
      z.object({
        MaximumEventAgeInSeconds: z.optional(z.int().check(z.gte(60), z.lte(86_400))),
        MaximumRetryAttempts: z.optional(z.int().check(z.gte(0), z.lte(185))),
      }),
    ),
    DeadLetterConfig: z.optional(z.object({ Arn: z.string() })),
  }),
  ActionAfterCompletion: z.optional(z.enum(["NONE", "DELETE"])),
  State: z.optional(z.enum(["ENABLED", "DISABLED"])),
  Description: z.optional(z.string().check(z.maxLength(512))),
  ClientToken: z.optional(z.string()),
});
export type ScheduleRequest = z.infer<typeof scheduleSchema>;

export type Schedule = ScheduleRequest & {
  Name: string;
  GroupName: string;
  at: Instant;
  madeAt: Instant;
  changedAt: Instant;
};

const invalid = (message: string): Refused => new Refused("ValidationException", message);

/** Refuses a name that Scheduler would not take. */
export function checkName(name: string): void {
  if (/^[0-9a-zA-Z-_.]{1,64}$/.test(name)) return;
  throw invalid(
    `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z-_.]+$ and have length between 1 and 64`,
  );
}

/** The request, checked, and its instant. Refuses what Scheduler refuses: another zone than UTC is not known here. */
export function readSchedule(body: string, now: Instant): { request: ScheduleRequest; at: Instant } {
  const read = scheduleSchema.safeParse(JSON.parse(body || "{}"));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw invalid(
      `1 validation error detected: Value at '${issue?.path.join(".")}' failed to satisfy constraint: ${issue?.message}`,
    );
  }
  const at = instantOf(read.data);
  if (at <= now)
    throw invalid(`Invalid Schedule Expression ${read.data.ScheduleExpression}. The time is in the past.`);
  return { request: read.data, at };
}

function instantOf({ ScheduleExpression, ScheduleExpressionTimezone }: ScheduleRequest): Instant {
  if (ScheduleExpressionTimezone !== undefined && ScheduleExpressionTimezone !== "UTC") {
    throw invalid(`The local Scheduler knows schedules in UTC only, not in ${ScheduleExpressionTimezone}.`);
  }
  const [, written] = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(ScheduleExpression) ?? [];
  const at = Date.parse(`${written}Z`);
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(`${written}`))
    throw invalid(`Invalid Schedule Expression ${ScheduleExpression}.`);
  return at;
}
