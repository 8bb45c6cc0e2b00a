/** Says at once when somebody has given too little free time for meetings to be found. */
import { freeTime } from "../../shared/domain/free-time.ts";
import { type Interval, merge } from "../../shared/domain/intervals.ts";
import type { Person } from "../../shared/domain/people.ts";
import { day, type Instant } from "../../shared/domain/time.ts";

/** The weeks ahead that are looked at: about a month of meetings. */
const weeksAhead = 4;
/** Two people with fewer hours a week than this often have none in common. */
const enoughHoursAWeek = 2;

/** `none` when no meeting fits anywhere in the four weeks ahead, `little` below two hours a week of stretches that a meeting fits in. */
export function timeGiven(
  { availability, timeZone }: Pick<Person, "availability" | "timeZone">,
  meetingMinutes: number,
  now: Instant,
): "none" | "little" | "enough" {
  const { free, ifNeeded } = freeTime(availability, timeZone, { from: now, to: now + weeksAhead * 7 * day });
  const usable = merge([...free, ...ifNeeded]).filter((stretch) => lengthOf(stretch) >= meetingMinutes);
  const minutes = usable.reduce((sum, stretch) => sum + lengthOf(stretch), 0);
  if (minutes === 0) return "none";
  return minutes < weeksAhead * enoughHoursAWeek * 60 ? "little" : "enough";
}

const lengthOf = ([from, to]: Interval): number => to - from;
