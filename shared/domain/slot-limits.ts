/** What keeps a pair from meeting besides their own time: closed days, exam weeks, the last meeting and the next, short notice. */
import { addDays, civilAt, wallToInstant } from "./calendar.ts";
import { type Interval, merge } from "./intervals.ts";
import type { Person } from "./people.ts";
import type { School } from "./school.ts";
import { type Instant, minute } from "./time.ts";

/** Closed days, and the exam weeks of the student's stage, from midnight to midnight in the school's zone; minutes since 1970. */
export function closedTime(school: School, student: Person): Interval[] {
  const stage = student.student?.stage;
  const exams = school.examWeeks.filter(({ stages }) => !stages || (stage && stages.includes(stage)));
  return merge(
    [...school.closedDays, ...exams].map(
      ({ from, to }) =>
        [
          wallToInstant(from, "00:00", school.timeZone) / minute,
          wallToInstant(to, "24:00", school.timeZone) / minute,
        ] as const,
    ),
  );
}

/** The first minute of the first civil day in the school's zone that is `spacingDays` after the last meeting's day. */
export function earliestBySpacing(school: School, lastMeetingAt: Instant | undefined): number {
  if (lastMeetingAt === undefined) return -Infinity;
  const { date } = civilAt(lastMeetingAt, school.timeZone);
  return wallToInstant(addDays(date, school.meeting.spacingDays), "00:00", school.timeZone) / minute;
}

/** Midnight after the last civil day in the school's zone that is `spacingDays` before the next meeting's day. */
export function latestBySpacing(school: School, nextMeetingAt: Instant | undefined): number {
  if (nextMeetingAt === undefined) return Infinity;
  const { date } = civilAt(nextMeetingAt, school.timeZone);
  return wallToInstant(addDays(date, 1 - school.meeting.spacingDays), "00:00", school.timeZone) / minute;
}

/** The first whole minute that leaves the notice, in elapsed time. */
export const earliestByNotice = (now: Instant, noticeMinutes: number): number =>
  Math.ceil(now / minute) + noticeMinutes;
