/** Plans a month straight from people's free time, when nothing else limits their meetings. */
import { makeBoard } from "./plan/board.ts";
import { choicesFromFreeTime } from "./plan/choices-from-free-time.ts";
import { findPeople } from "./plan/listed-people.ts";
import { inOrderOfIds } from "./plan/names.ts";
import { type Plan, planOf, stepsMax } from "./plan.ts";
import type { PlanWeights } from "./plan-weights.ts";

/**
 * `free`: half-open intervals in order and without overlap, as from, to, from, to… in whole minutes after the month's first midnight.
 * `preferred`: weekly, Monday 0, in minutes after midnight.
 */
export type MonthPerson = {
  id: string;
  free: Int32Array;
  preferred?: readonly { weekday: number; from: number; to: number }[];
};

export type MonthPair = {
  id: string;
  student: string;
  mentor: string;
  minutes: number;
  /** Counted from the month's first day, 0. */
  idealDay?: number | undefined;
  /** When they met last month. */
  usual?: { weekday: number; minuteOfDay: number } | undefined;
  missedLastMonth?: boolean | undefined;
};

export type FreeTimeWeights = Omit<PlanWeights, "ifNeeded" | "ifNeededAgain"> & {
  /** For people who have preferred windows, when the meeting does not lie in one of them as a whole. */
  outsideStudentPreferred: number;
  outsideMentorPreferred: number;
};

export type MonthRequest = {
  students: readonly MonthPerson[];
  mentors: readonly MonthPerson[];
  pairs: readonly MonthPair[];
  weights: FreeTimeWeights;
  /** Meetings start at multiples of this. */
  gridMinutes: number;
  /** The weekday of the month's first day, Monday 0. */
  firstWeekday: number;
  bufferMinutes?: number;
};

/** The best plan there is; see `planMonth`. An id that is both a student's and a mentor's is one person in both roles. */
export function planFreeTime(request: MonthRequest, steps = stepsMax): Plan {
  const pairs = inOrderOfIds(request.pairs);
  const { weights, bufferMinutes = 0 } = request;
  const { seated, students, mentors } = findPeople(pairs, request.students, request.mentors);
  const span = new Int32Array(pairs.length);
  const extraWhenUnplaced = new Int32Array(pairs.length);
  for (let index = 0; index < pairs.length; index++) {
    const { minutes, missedLastMonth } = pairs[index]!;
    span[index] = minutes + bufferMinutes;
    if (missedLastMonth) extraWhenUnplaced[index] = weights.unplacedAgain;
  }
  const board = makeBoard(
    choicesFromFreeTime(pairs, students, mentors, request),
    { ...seated, span, extraWhenUnplaced },
    weights.furtherOnOneDay,
  );
  return planOf(board, pairs, weights.unplaced, steps);
}
