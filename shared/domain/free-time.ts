/** When a person could meet, as stretches of real time: weekly windows with their exceptions, minus absences. */
import type { Absence, Availability, Window } from "./availability.ts";
import { weekdays } from "./availability.ts";
import { civilAt, dateOf, dayNumber, minutesOf, wallMinutesToInstant, weekdayOfNumber } from "./calendar.ts";
import { clip, type Interval, merge, subtract } from "./intervals.ts";
import { type Instant, minute, type TimeZone } from "./time.ts";

/** Two lists without overlap, each sorted and joined. */
export type FreeTime = { free: Interval[]; ifNeeded: Interval[] };

/**
 * A person's free time between two moments, in whole minutes since 1970; `free` wins where the levels overlap.
 * An override replaces the weekly windows that start on its date; a window whose end is not after its start gives nothing.
 */
export function freeTime(
  availability: Availability,
  zone: TimeZone,
  range: { from: Instant; to: Instant },
): FreeTime {
  const windowsOf = windowsByDay(availability);
  const found: FreeTime = { free: [], ifNeeded: [] };
  // A window of the day before may run past midnight.
  const first = dayNumber(civilAt(range.from, zone).date) - 1;
  const last = dayNumber(civilAt(range.to, zone).date);
  for (let number = first; number <= last; number++) {
    for (const { start, end, endDayOffset, level } of windowsOf(number)) {
      const from = minuteAt(number * 1440 + minutesOf(start), zone);
      const to = minuteAt((number + (endDayOffset ?? 0)) * 1440 + minutesOf(end), zone);
      found[level === "free" ? "free" : "ifNeeded"].push([from, to]);
    }
  }
  const away = absentTime(availability.absences, zone);
  const present = (intervals: Interval[]): Interval[] =>
    clip(subtract(merge(intervals), away), Math.ceil(range.from / minute), Math.floor(range.to / minute));
  const free = present(found.free);
  return { free, ifNeeded: subtract(present(found.ifNeeded), free) };
}

/** When a person is away, in whole minutes since 1970. */
export const absentTime = (absences: readonly Absence[], zone: TimeZone): Interval[] =>
  merge(absences.map(({ from, to }) => [edge(from, 0, zone), edge(to, 1440, zone)] as const));

function windowsByDay({ weekly, overrides }: Availability): (day: number) => readonly Window[] {
  const byWeekday: Window[][] = weekdays.map((day) => weekly.filter((window) => window.day === day));
  const byDate = new Map<string, Window[]>();
  for (const { date, windows } of overrides) byDate.set(date, [...(byDate.get(date) ?? []), ...windows]);
  return (number) =>
    (byDate.size > 0 ? byDate.get(dateOf(number)) : undefined) ?? byWeekday[weekdayOfNumber(number)]!;
}

/** A whole day counts from its beginning or to its end; a wall time counts as it stands. */
function edge(text: string, wholeDayMinutes: number, zone: TimeZone): number {
  const minutes = text.length > 10 ? minutesOf(text.slice(11)) : wholeDayMinutes;
  return minuteAt(dayNumber(text.slice(0, 10)) * 1440 + minutes, zone);
}

const minuteAt = (wallMinutes: number, zone: TimeZone): number =>
  wallMinutesToInstant(wallMinutes, zone) / minute;
