/** Days, months and wall clocks: turns what people write on a calendar into moments and back, in integers, whatever zone the machine stands in. */
import {
  type CivilDate,
  type CivilTime,
  day,
  type Instant,
  type Month,
  minute,
  type TimeZone,
} from "./time.ts";
import { offsetMinutesAt } from "./zone-offsets.ts";

/** What a wall clock and a calendar show; `weekday` counts from Monday 0 to Sunday 6. */
export type Civil = {
  date: CivilDate;
  time: CivilTime;
  weekday: number;
  offsetMinutes: number;
  minuteOfDay: number;
};

/**
 * The moment at which a zone's wall clock shows this date and time; `24:00` is the end of the day.
 * In a gap it takes the offset before the gap, in an overlap the first occurrence (RFC 5545 3.3.5). Throws on a text that is neither.
 */
export const wallToInstant = (date: CivilDate, time: CivilTime, zone: TimeZone): Instant =>
  wallMinutesToInstant(dayNumber(date) * 1440 + minutesOf(time), zone);

/** The same for a wall time counted in minutes since 1970-01-01 00:00 on the wall. */
export function wallMinutesToInstant(wallMinutes: number, zone: TimeZone): Instant {
  const asIfUtc = wallMinutes * minute;
  const before = offsetMinutesAt(asIfUtc - day, zone);
  const after = offsetMinutesAt(asIfUtc + day, zone);
  const first = asIfUtc - before * minute;
  if (before === after || offsetMinutesAt(first, zone) === before) return first;
  const second = asIfUtc - after * minute;
  return offsetMinutesAt(second, zone) === after ? second : first;
}

/** What the calendar and the clock on the wall of a zone show at a moment; seconds are dropped. */
export function civilAt(instant: Instant, zone: TimeZone): Civil {
  const offsetMinutes = offsetMinutesAt(instant, zone);
  const wallMinutes = Math.floor(instant / minute) + offsetMinutes;
  const number = Math.floor(wallMinutes / 1440);
  const minuteOfDay = wallMinutes - number * 1440;
  return {
    date: dateOf(number),
    time: `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`,
    weekday: weekdayOfNumber(number),
    offsetMinutes,
    minuteOfDay,
  };
}

/** Days since 1970-01-01, counted on the calendar. Throws on a text that is not a date. */
export function dayNumber(date: CivilDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  // The year is taken to begin in March, so that the leap day comes last; eras are 400 years (Hinnant, days_from_civil).
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const number = era * 146_097 + dayOfEra - 719_468;
  if (Number.isNaN(number)) throw new RangeError(`not a date: ${date}`);
  return number;
}

/** The date that lies this many days after 1970-01-01. */
export function dateOf(number: number): CivilDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
}

/** Minutes after midnight of a wall time, 0 to 1440. Throws on a text that is not a time. */
export function minutesOf(time: CivilTime): number {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  if (Number.isNaN(minutes)) throw new RangeError(`not a time: ${time}`);
  return minutes;
}

/** True for a day that the calendar has: 2026-02-30 is refused. */
export const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOf(dayNumber(text)) === text;

/** The date so many days later, or earlier when negative. */
export const addDays = (date: CivilDate, days: number): CivilDate => dateOf(dayNumber(date) + days);

/** Days from one date to another, negative when `to` is the earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

/** Monday 0 to Sunday 6. */
export const weekdayOf = (date: CivilDate): number => weekdayOfNumber(dayNumber(date));

export const monthOf = (date: CivilDate): Month => date.slice(0, 7);

export const firstDay = (month: Month): CivilDate => `${month}-01`;

export const nextMonth = (month: Month): Month => monthOf(addDays(firstDay(month), 31));

export const previousMonth = (month: Month): Month => monthOf(addDays(firstDay(month), -1));

export const lastDay = (month: Month): CivilDate => addDays(firstDay(nextMonth(month)), -1);

export const daysInMonth = (month: Month): number => daysBetween(firstDay(month), firstDay(nextMonth(month)));

/** The weekday so many days after 1970-01-01, a Thursday: Monday 0 to Sunday 6. */
export const weekdayOfNumber = (number: number): number => (((number + 3) % 7) + 7) % 7;

const two = (value: number): string => String(value).padStart(2, "0");
