/** What the planner is asked for a school's month: each pair's possible times and habits, in whole numbers. */
import { civilAt, dayNumber, daysInMonth, firstDay } from "./calendar.ts";
import type { UnplacedReason } from "./meetings.ts";
import type { Pair } from "./people.ts";
import type { PlanWeights } from "./plan-weights.ts";
import { isIfNeeded, type Slot } from "./slots.ts";
import { type Instant, type Month, minute } from "./time.ts";
import { offsetMinutesAt } from "./zone-offsets.ts";

/** The times at which a pair could meet, each legal in itself, in three lists of one length. */
export type PlanStarts = {
  /** Minutes since 1970-01-01T00:00Z. */
  at: Int32Array;
  /** What the mentor's calendar and clock show, as minutes since 1970-01-01 00:00 on that wall. */
  wall: Int32Array;
  /** 1 for a time that one of the two would rather keep. */
  ifNeeded: Uint8Array;
};

export type PlanPair = {
  id: string;
  student: string;
  mentor: string;
  minutes: number;
  starts: PlanStarts;
  /** Why there is no start at all, when there is none. */
  reason?: UnplacedReason | undefined;
  /** The day on which a meeting would be evenly spaced, in days since 1970-01-01. */
  idealDay?: number | undefined;
  /** When they met last time, if that worked: in the mentor's week, Monday 0 to Sunday 6. */
  last?: { weekday: number; minuteOfDay: number } | undefined;
  /** That was at a time that one of the two would rather keep. */
  lastIfNeeded?: boolean | undefined;
  /** No time was found for them last month. */
  missedLastMonth?: boolean | undefined;
};

export type PlanRequest = {
  pairs: readonly PlanPair[];
  weights: PlanWeights;
  /** Time kept between two meetings of one person. */
  bufferMinutes: number;
};

/** A first meeting is aimed at the middle of the month, which leaves room to move it both ways. */
const firstMeetingDayOfMonth = 15;

/**
 * A pair as the planner sees it. `slots` come from `slotsOf`; `lastMeetingAt` is their last meeting that took place,
 * whose weekday, hour and day of the month are kept where possible, unless it was at an hour that one of them gave up.
 */
export function planPairOf(question: {
  id: string;
  pair: Pair;
  month: Month;
  minutes: number;
  slots: readonly Slot[];
  reason?: UnplacedReason | undefined;
  lastMeetingAt?: Instant | undefined;
  missedLastMonth?: boolean | undefined;
}): PlanPair {
  const { id, pair, month, minutes, slots, lastMeetingAt } = question;
  const zone = pair.mentor.timeZone;
  const last = lastMeetingAt === undefined ? undefined : civilAt(lastMeetingAt, zone);
  const dayOfMonth = last ? Number(last.date.slice(8, 10)) : firstMeetingDayOfMonth;
  return {
    id,
    student: pair.student.id,
    mentor: pair.mentor.id,
    minutes,
    starts: {
      at: Int32Array.from(slots, ({ startAt }) => startAt / minute),
      wall: Int32Array.from(slots, ({ startAt }) => startAt / minute + offsetMinutesAt(startAt, zone)),
      ifNeeded: Uint8Array.from(slots, ({ ifNeeded }) => (ifNeeded ? 1 : 0)),
    },
    reason: question.reason,
    idealDay: dayNumber(firstDay(month)) + Math.min(dayOfMonth, daysInMonth(month)) - 1,
    last: last && { weekday: last.weekday, minuteOfDay: last.minuteOfDay },
    lastIfNeeded: lastMeetingAt !== undefined && isIfNeeded(pair, lastMeetingAt, minutes),
    missedLastMonth: question.missedLastMonth,
  };
}
