/** The neutral form `mentor-month/1`: everything about one month of a school, in minutes after its first midnight. */
import type { MonthRequest } from "../../../shared/domain/plan-free-time.ts";

export const instanceFormat = "mentor-month/1";

/** A file's month as the planner is asked for it, and who the people are. */
export type MonthInstance = MonthRequest & {
  studentIds: readonly string[];
  mentorIds: readonly string[];
};

/** The weights by their names in a file. */
export const weightNames = {
  unplaced: "unplaced",
  per_day_from_ideal: "perDayFromIdeal",
  outside_student_preferred: "outsideStudentPreferred",
  outside_mentor_preferred: "outsideMentorPreferred",
  other_weekday_than_usual: "otherWeekday",
  same_weekday_other_time: "otherTime",
  each_further_meeting_of_a_mentor_on_one_day: "furtherOnOneDay",
} as const satisfies Record<string, keyof MonthRequest["weights"]>;
