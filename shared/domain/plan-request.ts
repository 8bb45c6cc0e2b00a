/** What the planner is asked: each pair's possible times and habits, in whole numbers, and what it costs to disregard them. */
import { civilAt, dayNumber, daysInMonth, firstDay } from "./calendar.ts";
import type { Pair } from "./people.ts";
import type { Slot } from "./slots.ts";
import { type Instant, type Month, minute } from "./time.ts";

/** One time at which a pair could meet; it is legal in itself. All numbers are whole. */
export type PlanStart = {
  /** Minutes since 1970-01-01T00:00Z. */
  start: number;
  ifNeeded: boolean;
  /** What the mentor's calendar and clock show: days since 1970-01-01, Monday 0 to Sunday 6, minutes after midnight. */
  day: number;
  weekday: number;
  minuteOfDay: number;
};

export type PlanPair = {
  id: string;
  student: string;
  mentor: string;
  minutes: number;
  starts: readonly PlanStart[];
  /** The day on which a meeting would be evenly spaced, in days since 1970-01-01. */
  idealDay?: number | undefined;
  /** When they met last time, if that worked: in the mentor's week. */
  last?: { weekday: number; minuteOfDay: number } | undefined;
};

/** What a placed meeting costs, in points. */
export type PlanWeights = {
  perDayFromIdeal: number;
  ifNeeded: number;
  /** Another weekday than last time… */
  otherWeekday: number;
  /** …or else the same weekday at another time. */
  otherTime: number;
  /** For each meeting of a mentor after the first of a day. */
  furtherOnOneDay: number;
};

export type PlanRequest = {
  pairs: readonly PlanPair[];
  weights: PlanWeights;
  /** Time kept between two meetings of one person. */
  bufferMinutes: number;
};

export const ourWeights: PlanWeights = {
  perDayFromIdeal: 2,
  ifNeeded: 6,
  otherWeekday: 8,
  otherTime: 3,
  furtherOnOneDay: 5,
};

/** A first meeting is aimed at the middle of the month, which leaves room to move it both ways. */
const firstMeetingDayOfMonth = 15;

/**
 * A pair as the planner sees it. `slots` come from `slotsOf`; `lastMeetingAt` is their last meeting that took place,
 * whose weekday, hour and day of the month are kept where possible.
 */
export function planPairOf(question: {
  id: string;
  pair: Pair;
  month: Month;
  minutes: number;
  slots: readonly Slot[];
  lastMeetingAt?: Instant | undefined;
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
    starts: slots.map(({ startAt, ifNeeded }) => {
      const { date, weekday, minuteOfDay } = civilAt(startAt, zone);
      return { start: startAt / minute, ifNeeded, day: dayNumber(date), weekday, minuteOfDay };
    }),
    idealDay: dayNumber(firstDay(month)) + Math.min(dayOfMonth, daysInMonth(month)) - 1,
    last: last && { weekday: last.weekday, minuteOfDay: last.minuteOfDay },
  };
}
