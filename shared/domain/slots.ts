/** The times at which a pair can meet in a month; the list on a page and the booking of one time both come from here. */
import { firstDay, nextMonth, wallToInstant } from "./calendar.ts";
import { freeTime } from "./free-time.ts";
import { clip, type Interval, intersect, merge, subtract, widen } from "./intervals.ts";
import type { UnplacedReason } from "./meetings.ts";
import type { Pair, Person } from "./people.ts";
import type { School } from "./school.ts";
import { closedTime, earliestByNotice, earliestBySpacing, latestBySpacing } from "./slot-limits.ts";
import { startsIn } from "./start-grid.ts";
import { type Instant, type Month, minute } from "./time.ts";

export type SlotQuestion = {
  school: School;
  pair: Pair;
  month: Month;
  now: Instant;
  /** Everybody's other meetings in whole minutes since 1970, without buffers; a meeting that is being moved is not among them. */
  busy: { student: readonly Interval[]; mentor: readonly Interval[] };
  /** The start of the pair's last meeting, which keeps the next one at a distance. */
  lastMeetingAt?: Instant | undefined;
  /** The start of the pair's meeting of the month after, where that has been set before this one. */
  nextMeetingAt?: Instant | undefined;
  /** No meeting begins earlier, such as before the school year. */
  from?: Instant | undefined;
  /** None ends later, such as after it. */
  until?: Instant | undefined;
  /** In place of the school's own. */
  noticeMinutes?: number | undefined;
};

/** `ifNeeded` when any part of the meeting lies in a time that one of the two would rather keep. */
export type Slot = { startAt: Instant; ifNeeded: boolean };

/** Whether any part of a meeting at this time lies outside what both give gladly, though they give it. */
export function isIfNeeded({ student, mentor }: Pair, startAt: Instant, minutes: number): boolean {
  const covered = (level: "free" | "any"): boolean =>
    [student, mentor].every((person) => givesTime(person, startAt, minutes, level));
  return covered("any") && !covered("free");
}

/** Whether a whole meeting at this time lies in what the person gives: gladly, or at all. */
export function givesTime(
  { availability, timeZone }: Person,
  startAt: Instant,
  minutes: number,
  level: "free" | "any",
): boolean {
  const range = { from: startAt, to: startAt + minutes * minute };
  const { free, ifNeeded } = freeTime(availability, timeZone, range);
  const time = level === "free" ? free : merge([...free, ...ifNeeded]);
  return time.some(([from, to]) => from * minute <= range.from && range.to <= to * minute);
}

export type Slots = { starts: Slot[]; reason?: UnplacedReason };

/** All starts in order of time. When there is none, why: see `reasonFor`. */
export function slotsOf(question: SlotQuestion): Slots {
  const { school, pair } = question;
  const length = school.meeting.minutes;
  const common = commonTime(question, true);
  const possible = possibleTime(question, common);
  const earliest = earliestOf(question);
  const glad = common.free;
  let next = 0;
  const starts: Slot[] = [];
  // The grid is laid before the notice is looked at: a start that is listed stays a start as time passes.
  for (const start of startsIn(possible, length, school.meeting.stepMinutes, pair.mentor.timeZone)) {
    if (start < earliest) continue;
    while (next < glad.length && glad[next]![1] < start + length) next++;
    starts.push({ startAt: start * minute, ifNeeded: next === glad.length || start < glad[next]![0] });
  }
  return starts.length > 0 ? { starts } : { starts, reason: reasonFor(question) };
}

/**
 * Whether a whole meeting at this time lies where both have time and nothing stands against it, be it on today's grid or not:
 * a start that was planned stays one when another meeting, booked before it, has the grid laid anew.
 */
export function isPossible(question: SlotQuestion, startAt: Instant): boolean {
  const [from, to] = [startAt / minute, startAt / minute + question.school.meeting.minutes];
  return (
    from >= earliestOf(question) && possibleTime(question).some((free) => free[0] <= from && to <= free[1])
  );
}

const earliestOf = ({ school, now, noticeMinutes }: SlotQuestion): number =>
  earliestByNotice(now, noticeMinutes ?? school.meeting.noticeMinutes);

const possibleTime = (question: SlotQuestion, common = commonTime(question, true)): Interval[] =>
  limits(question).reduce((rest, { keep }) => keep(rest), common.any);

/** The limits beyond the two persons' own windows, in the order in which they are laid on. */
const limits = (
  question: SlotQuestion,
): { reason: UnplacedReason; keep: (intervals: Interval[]) => Interval[] }[] => {
  const { school, busy } = question;
  const buffered = (meetings: readonly Interval[]) => widen(meetings, school.meeting.bufferMinutes);
  return [
    { reason: "away", keep: (rest) => subtract(rest, closedTime(school, question.pair.student)) },
    {
      reason: "away",
      keep: (rest) =>
        clip(rest, (question.from ?? -Infinity) / minute, (question.until ?? Infinity) / minute),
    },
    { reason: "mentor-time-exhausted", keep: (rest) => subtract(rest, buffered(busy.mentor)) },
    { reason: "clash-with-other-mentor", keep: (rest) => subtract(rest, buffered(busy.student)) },
    {
      reason: "spacing",
      keep: (rest) =>
        clip(
          rest,
          earliestBySpacing(school, question.lastMeetingAt),
          latestBySpacing(school, question.nextMeetingAt),
        ),
    },
  ];
};

/** The limit that took the last start that is not past, or else the notice: what is past is no reason, for nothing would bring it back. */
function reasonFor(question: SlotQuestion): UnplacedReason {
  const { school, pair, now } = question;
  const startsOf = (intervals: Interval[]): number[] =>
    startsIn(intervals, school.meeting.minutes, school.meeting.stepMinutes, pair.mentor.timeZone);
  const soonest = earliestByNotice(now, 0);
  const isLeft = (intervals: Interval[]): boolean => startsOf(intervals).some((start) => start >= soonest);
  // Without their absences first: only then is it known that no window of the two ever meets.
  let rest = commonTime(question, false).any;
  if (startsOf(rest).length === 0) return "no-common-window";
  let taker: UnplacedReason = "times-past";
  const absences = { reason: "away" as const, keep: () => commonTime(question, true).any };
  // To the end: where a limit cuts into a stretch, the starts after it are laid anew and may fall later.
  for (const { reason, keep } of [absences, ...limits(question)]) {
    if (isLeft(rest)) taker = reason;
    rest = keep(rest);
  }
  return isLeft(rest) ? "notice" : taker;
}

/** Where both have time inside the school's civil month, and where both have it gladly. */
function commonTime(
  { school, pair, month }: SlotQuestion,
  withAbsences: boolean,
): { any: Interval[]; free: Interval[] } {
  const range = {
    from: wallToInstant(firstDay(month), "00:00", school.timeZone),
    to: wallToInstant(firstDay(nextMonth(month)), "00:00", school.timeZone),
  };
  const timeOf = ({ availability, timeZone }: Person) =>
    freeTime(withAbsences ? availability : { ...availability, absences: [] }, timeZone, range);
  const [student, mentor] = [timeOf(pair.student), timeOf(pair.mentor)];
  return {
    any: intersect(
      merge([...student.free, ...student.ifNeeded]),
      merge([...mentor.free, ...mentor.ifNeeded]),
    ),
    free: intersect(student.free, mentor.free),
  };
}
