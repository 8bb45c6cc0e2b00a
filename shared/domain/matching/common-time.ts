/** How much free time two people share in an ordinary week, wherever they live. */
import { type Availability, weekdays } from "../availability.ts";
import { minutesOf } from "../calendar.ts";
import { type Interval, intersect, merge } from "../intervals.ts";
import type { Person } from "../people.ts";
import type { Instant, TimeZone } from "../time.ts";
import { offsetMinutesAt } from "../zone-offsets.ts";

type Timed = Pick<Person, "id" | "timeZone" | "availability">;

const week = 7 * 1440;

/**
 * Counts minutes a week in which both are free, gladly or if needed, in stretches that hold a meeting; absences and
 * single dates do not make an ordinary week. `at` tells how far the clocks stand apart: across zones it differs by season.
 * What was found for a person id is remembered, so make a new one when availability changed.
 */
export function commonTime(at: Instant, meetingMinutes: number): (one: Timed, other: Timed) => number {
  const known = new Map<string, Week>();
  const weekOf = (person: Timed): Week => {
    const found = known.get(person.id);
    if (found) return found;
    const free = ordinaryWeek(person.availability, person.timeZone, at);
    const own = { free, hours: hoursOf(free) };
    known.set(person.id, own);
    return own;
  };
  return (one, other) => {
    const [mine, theirs] = [weekOf(one), weekOf(other)];
    if (!shareAnHour(mine.hours, theirs.hours)) return 0;
    let minutes = 0;
    for (const [from, to] of aroundTheWeek(intersect(mine.free, theirs.free)))
      if (to - from >= meetingMinutes) minutes += to - from;
    return minutes;
  };
}

/** Most people of a school share no hour at all; a bit for each hour that is touched tells so at once. */
type Week = { free: Interval[]; hours: Int32Array };

function hoursOf(free: readonly Interval[]): Int32Array {
  const hours = new Int32Array(Math.ceil(week / 60 / 32));
  for (const [from, to] of free)
    for (let hour = Math.floor(from / 60); hour * 60 < to; hour++) hours[hour >> 5]! |= 1 << (hour & 31);
  return hours;
}

function shareAnHour(one: Int32Array, other: Int32Array): boolean {
  for (let word = 0; word < one.length; word++) if ((one[word]! & other[word]!) !== 0) return true;
  return false;
}

/** Minutes since Monday 00:00 UTC, cut where the week ends. */
function ordinaryWeek(availability: Availability, zone: TimeZone, at: Instant): Interval[] {
  const offset = offsetMinutesAt(at, zone);
  const pieces: Interval[] = [];
  for (const { day, start, end, endDayOffset } of availability.weekly) {
    const midnight = weekdays.indexOf(day) * 1440 - offset;
    const length = minutesOf(end) + (endDayOffset ?? 0) * 1440 - minutesOf(start);
    const from = (((midnight + minutesOf(start)) % week) + week) % week;
    pieces.push([from, Math.min(from + length, week)]);
    if (from + length > week) pieces.push([0, from + length - week]);
  }
  return merge(pieces);
}

/** A stretch that runs on from the week's end into its beginning is one stretch. */
function aroundTheWeek(stretches: Interval[]): Interval[] {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last || first === last || first[0] !== 0 || last[1] !== week) return stretches;
  return [...stretches.slice(1, -1), [last[0], week + first[1]]];
}
