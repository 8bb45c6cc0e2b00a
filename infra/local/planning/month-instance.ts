/** The neutral form `mentor-month/1`: everything about one month of a school, in minutes after its first midnight. */
import type { MonthRequest } from "../../../shared/domain/plan-free-time.ts";

export const instanceFormat = "mentor-month/1";

export type MonthInstance = {
  days: number;
  first_weekday_monday0: number;
  grid_minutes: number;
  weights: InstanceWeights;
  students: readonly InstancePerson[];
  mentors: readonly InstancePerson[];
  pairs: readonly InstancePair[];
};

/** Free time is half-open: from, to, from, to…; preferred windows are weekly, in minutes after midnight, Monday 0. */
export type InstancePerson = {
  id: string;
  free: Int32Array;
  preferred: readonly { weekday: number; from: number; to: number }[];
};

export type InstancePair = {
  id: string;
  student: string;
  mentor: string;
  minutes: number;
  ideal_day?: number | null;
  usual?: { weekday: number; start: number } | null;
};

export const weightNames = [
  "unplaced",
  "per_day_from_ideal",
  "outside_student_preferred",
  "outside_mentor_preferred",
  "other_weekday_than_usual",
  "same_weekday_other_time",
  "each_further_meeting_of_a_mentor_on_one_day",
] as const;
export type InstanceWeights = Readonly<Record<(typeof weightNames)[number], number>>;

/** The same month as the planner is asked for it. */
export function requestOfInstance(instance: MonthInstance): MonthRequest {
  const { weights } = instance;
  return {
    students: instance.students,
    mentors: instance.mentors,
    pairs: instance.pairs.map(({ id, student, mentor, minutes, ideal_day: idealDay, usual }) => ({
      id,
      student,
      mentor,
      minutes,
      idealDay: idealDay ?? undefined,
      usual: usual ? { weekday: usual.weekday, minuteOfDay: usual.start } : undefined,
    })),
    weights: {
      unplaced: weights.unplaced,
      unplacedAgain: 0,
      perDayFromIdeal: weights.per_day_from_ideal,
      outsideStudentPreferred: weights.outside_student_preferred,
      outsideMentorPreferred: weights.outside_mentor_preferred,
      otherWeekday: weights.other_weekday_than_usual,
      otherTime: weights.same_weekday_other_time,
      furtherOnOneDay: weights.each_further_meeting_of_a_mentor_on_one_day,
    },
    gridMinutes: instance.grid_minutes,
    firstWeekday: instance.first_weekday_monday0,
  };
}
