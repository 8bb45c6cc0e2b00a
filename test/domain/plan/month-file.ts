/** A month as it stands in a file, with only what matters to a test. */
import type { MonthInstance } from "../../../infra/local/planning/month-instance.ts";
import { readInstance } from "../../../infra/local/planning/read-instance.ts";

type Person = {
  id: string;
  free: readonly (readonly [from: number, to: number])[];
  preferred?: readonly { weekday: number; from: number; to: number }[];
};
type Pair = {
  id: string;
  student: string;
  mentor: string;
  minutes: number;
  ideal_day?: number;
  usual?: { weekday: number; start: number };
};

export type MonthFile = {
  students: readonly Person[];
  mentors: readonly Person[];
  pairs: readonly Pair[];
  first_weekday_monday0?: number;
  grid_minutes?: number;
  weights?: Readonly<Record<string, number>>;
};

/** A month that begins on a Monday, with meetings at quarters of an hour and the usual weights. */
export const usualMonth = {
  format: "mentor-month/1",
  days: 31,
  first_weekday_monday0: 0,
  grid_minutes: 15,
  weights: {
    unplaced: 1000,
    per_day_from_ideal: 2,
    outside_student_preferred: 6,
    outside_mentor_preferred: 6,
    other_weekday_than_usual: 8,
    same_weekday_other_time: 3,
    each_further_meeting_of_a_mentor_on_one_day: 5,
  },
};

/** A usual month, unless the file says something else. */
export const readMonth = (file: MonthFile): MonthInstance =>
  readInstance(
    Buffer.from(
      JSON.stringify({ ...usualMonth, ...file, weights: { ...usualMonth.weights, ...file.weights } }),
    ),
  );
