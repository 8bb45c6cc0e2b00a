/** On the days the clocks change, wall times become the same moments as in Temporal's `compatible` reading. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays, civilAt, wallToInstant } from "../../shared/domain/calendar.ts";
import { offsetMinutesAt } from "../../shared/domain/zone-offsets.ts";

const zones = [
  "UTC",
  "America/New_York",
  "America/Chicago",
  "America/Phoenix", // never changes
  "America/St_Johns", // half an hour off
  "America/Santiago", // changes at midnight
  "America/Havana", // changes at midnight
  "America/Sao_Paulo",
  "Europe/London",
  "Europe/Kyiv",
  "Europe/Dublin", // summer is standard time there
  "Atlantic/Azores",
  "Africa/Cairo", // midnight, on a Friday
  "Africa/Casablanca", // twice around Ramadan, the other way round
  "Asia/Beirut", // midnight
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Adelaide",
  "Australia/Lord_Howe", // by half an hour
  "Pacific/Chatham", // at 2:45
];

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const temporalInstant = (date: string, minutes: number, zone: string) =>
  Temporal.PlainDateTime.from(`${date}T00:00`)
    .add({ minutes })
    .toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;

/** The dates of a year on which a zone's clocks change, and the days before and after. */
function daysAroundChanges(zone: string, year: number): string[] {
  const dates = new Set([`${year}-06-15`]);
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`${year}-01-01T00:00[${zone}]`);
  for (;;) {
    at = at.getTimeZoneTransition("next");
    if (!at || at.year > year) return [...dates];
    const date = at.toPlainDate().toString();
    for (const days of [-1, 0, 1]) dates.add(addDays(date, days));
  }
}

describe("every window of one hour, each half hour, around every change of 2026", () => {
  test.each(zones)("%s", (zone) => {
    const found: [string, number, number][] = [];
    const expected: [string, number, number][] = [];
    for (const date of daysAroundChanges(zone, 2026)) {
      for (let from = 0; from <= 1380; from += 30) {
        const name = `${date} ${clock(from)}`;
        found.push([
          name,
          wallToInstant(date, clock(from), zone),
          wallToInstant(date, clock(from + 60), zone),
        ]);
        expected.push([name, temporalInstant(date, from, zone), temporalInstant(date, from + 60, zone)]);
      }
    }
    expect(found).toEqual(expected);
  });
});

test("the offset changes on the very minute of each transition from 2020 to 2035", () => {
  for (const zone of zones) {
    let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2020-01-01T00:00[${zone}]`);
    for (;;) {
      at = at.getTimeZoneTransition("next");
      if (!at || at.year > 2035) break;
      const before = at.subtract({ nanoseconds: 1_000_000 });
      expect([
        zone,
        at.toString(),
        offsetMinutesAt(before.epochMilliseconds, zone),
        offsetMinutesAt(at.epochMilliseconds, zone),
      ]).toEqual([zone, at.toString(), before.offsetNanoseconds / 60e9, at.offsetNanoseconds / 60e9]);
    }
  }
});

describe("the two wall times that are not one moment", () => {
  test.each([
    // 02:30 is skipped in New York: the offset before the gap, UTC−5, makes it 03:30 summer time
    ["America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30Z"],
    // 01:30 comes twice in New York: the first is still summer time
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30Z"],
    // Lord Howe skips 02:00 to 02:30 only
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45Z"],
    ["Australia/Lord_Howe", "2026-10-04", "02:30", "2026-10-03T15:30Z"],
    // and repeats 01:30 to 02:00
    ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45Z"],
    // Santiago has no midnight on the day it springs forward
    ["America/Santiago", "2026-09-06", "00:00", "2026-09-06T04:00Z"],
    // nor an end of the day before: 24:00 is that same moment
    ["America/Santiago", "2026-09-05", "24:00", "2026-09-06T04:00Z"],
    // Samoa left out a whole day in 2011
    ["Pacific/Apia", "2011-12-30", "12:00", "2011-12-30T22:00Z"],
  ])("%s %s %s is %s", (zone, date, time, expected) => {
    expect(wallToInstant(date, time, zone)).toBe(Date.parse(expected));
  });
});

test("a moment read off the wall leads back to itself, or to its first occurrence", () => {
  const instants = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (minutes, zone) => {
      const instant = minutes * 60_000;
      const { date, time } = civilAt(instant, zone);
      const back = wallToInstant(date, time, zone);
      const again = civilAt(back, zone);
      expect([again.date, again.time]).toEqual([date, time]);
      expect([0, 30 * 60_000, 60 * 60_000]).toContain(instant - back);
    }),
    { numRuns: 500 },
  );
});
