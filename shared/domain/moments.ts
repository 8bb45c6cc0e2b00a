/** A moment in the reader's words: weekday, date, clock and zone, spelled here so that a letter's bytes never change with the machine. */
import { civilAt, minutesOf, weekdayOf } from "./calendar.ts";
import { type CivilDate, type CivilTime, type Instant, type Month, minute, type TimeZone } from "./time.ts";
import { nameToday } from "./zone-names.ts";

const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `Thursday, December 10, 2026, 5:00–5:45 PM (New York time, UTC−5)` */
export function describeSpan(startAt: Instant, minutes: number, zone: TimeZone): string {
  const start = civilAt(startAt, zone);
  const end = civilAt(startAt + minutes * minute, zone);
  const ending = end.date === start.date ? "" : ` ${weekdayNames[end.weekday]}`;
  return `${describeDay(start.date)}, ${span(start.time, end.time)}${ending} (${place(zone, start.offsetMinutes)})`;
}

/** The reader's line and, where the other's clock stands differently at that moment, the other's: `… (for Priya: 3:30–4:15 AM Friday, Kolkata time, UTC+5:30)`. */
export function describeForBoth(
  startAt: Instant,
  minutes: number,
  readerZone: TimeZone,
  other: { name: string; timeZone: TimeZone },
): string {
  const line = describeSpan(startAt, minutes, readerZone);
  const start = civilAt(startAt, other.timeZone);
  if (start.offsetMinutes === civilAt(startAt, readerZone).offsetMinutes) return line;
  const end = civilAt(startAt + minutes * minute, other.timeZone);
  const times =
    start.date === end.date
      ? `${span(start.time, end.time)} ${weekdayNames[start.weekday]}`
      : `${twelveHour(start.time)} ${weekdayNames[start.weekday]}–${twelveHour(end.time)} ${weekdayNames[end.weekday]}`;
  return `${line} (for ${other.name}: ${times}, ${place(other.timeZone, start.offsetMinutes)})`;
}

/** `Thursday, December 10, 2026, 5:00 PM (New York time, UTC−5)` */
export function describeMoment(instant: Instant, zone: TimeZone): string {
  const { date, time, offsetMinutes } = civilAt(instant, zone);
  return `${describeDay(date)}, ${twelveHour(time)} (${place(zone, offsetMinutes)})`;
}

/** `Thursday, December 10, 2026` */
export const describeDay = (date: CivilDate): string =>
  `${weekdayNames[weekdayOf(date)]}, ${monthName(date)} ${Number(date.slice(8, 10))}, ${date.slice(0, 4)}`;

/** The day that a moment falls on in a zone, `Thursday, December 10, 2026`. */
export const describeDayAt = (instant: Instant, zone: TimeZone): string =>
  describeDay(civilAt(instant, zone).date);

/** `December 2026` */
export const describeMonth = (month: Month): string => `${monthName(month)} ${month.slice(0, 4)}`;

/** What a zone's clock shows, `5:00 PM`. */
export const clockTime = (instant: Instant, zone: TimeZone): string =>
  twelveHour(civilAt(instant, zone).time);

/** A wall time as Americans write it: `17:00` is `5:00 PM`; `00:00` and `24:00` are `12:00 AM`. */
export function twelveHour(time: CivilTime): string {
  const hour = Math.floor(minutesOf(time) / 60) % 24;
  return `${hour % 12 || 12}:${time.slice(3, 5)} ${hour < 12 ? "AM" : "PM"}`;
}

/** A zone by the name that its city has today, `New York time`; zones without a city by their distance, `UTC` or `UTC−5`. */
export function zoneName(zone: TimeZone): string {
  const name = nameToday(zone);
  const city = name.slice(name.lastIndexOf("/") + 1).replaceAll("_", " ");
  if (/^(UTC|UCT|GMT[+-]?0?|Greenwich|Universal|Zulu)$/.test(city)) return "UTC";
  // POSIX counts westward: Etc/GMT+5 is five hours behind.
  const fixed = /^GMT([+-])(\d+)$/.exec(city);
  return fixed ? `UTC${fixed[1] === "+" ? "−" : "+"}${fixed[2]}` : `${city} time`;
}

/** `UTC−5`, `UTC+5:30`, `UTC+0`, with a true minus sign. */
export function offsetName(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  const rest = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return `UTC${offsetMinutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest}`;
}

const monthName = (text: Month | CivilDate): string => monthNames[Number(text.slice(5, 7)) - 1]!;

function place(zone: TimeZone, offsetMinutes: number): string {
  const name = zoneName(zone);
  return name.startsWith("UTC") ? name : `${name}, ${offsetName(offsetMinutes)}`;
}

/** `5:00–5:45 PM`, or `11:30 AM–12:15 PM` where the halves of the day differ. */
function span(from: CivilTime, to: CivilTime): string {
  const [start, end] = [twelveHour(from), twelveHour(to)];
  return start.slice(-2) === end.slice(-2) && from < to ? `${start.slice(0, -3)}–${end}` : `${start}–${end}`;
}
