/** Plans a month straight from people's free time, when nothing else limits their meetings. */
import { makeBoard } from "./plan/board.ts";
import { choicesFromFreeTime } from "./plan/choices-from-free-time.ts";
import { inOrderOfIds, numberPlaces } from "./plan/pair-columns.ts";
import { type Plan, planOf, stepsMax } from "./plan.ts";
import type { PlanWeights } from "./plan-weights.ts";

/** A list of people: each is named by his or her place in it, and has parts of two long arrays. */
export type PeoplesTimes = {
  /** Half-open intervals as from, to, from, to… in whole minutes after the month's first midnight; each person's in order and without overlap. */
  free: Int32Array;
  freeFrom: Int32Array;
  freeTo: Int32Array;
  /** Windows of every week as from, to, from, to… in minutes after Monday's midnight; those of a place end where those of the next begin. */
  preferred: Int32Array;
  preferredFrom: Int32Array;
};

/** Pairs as columns. */
export type MonthPairs = {
  ids: readonly string[];
  /** Places in the lists of people. */
  student: Int32Array;
  mentor: Int32Array;
  minutes: Int32Array;
  /** Counted from the month's first day, 0; -1 for any day. */
  idealDay: Int32Array;
  /** When in the week they met last month, in minutes after Monday's midnight; -1 if they did not. */
  usual: Int32Array;
};

export type FreeTimeWeights = Omit<PlanWeights, "unplacedAgain" | "ifNeeded" | "ifNeededAgain"> & {
  /** For people who have preferred windows, when the meeting does not lie in one of them as a whole. */
  outsideStudentPreferred: number;
  outsideMentorPreferred: number;
};

export type MonthRequest = {
  students: PeoplesTimes;
  mentors: PeoplesTimes;
  /** Of each mentor: the place of the same person among the students, or -1. */
  mentorAsStudent: Int32Array;
  pairs: MonthPairs;
  weights: FreeTimeWeights;
  /** Meetings start at multiples of this. */
  gridMinutes: number;
  /** The weekday of the month's first day, Monday 0. */
  firstWeekday: number;
};

/** The best plan there is; see `planMonth`. The order of people and pairs makes no difference here either. */
export function planFreeTime(request: MonthRequest, steps = stepsMax): Plan {
  const pairs = inOrderOfIds(request.pairs);
  const board = makeBoard(
    choicesFromFreeTime(pairs, request),
    {
      ...numberPlaces(pairs, request.mentorAsStudent, request.students.freeFrom.length),
      span: pairs.minutes,
    },
    request.weights.furtherOnOneDay,
  );
  return planOf(board, pairs.ids, request.weights.unplaced, steps);
}
