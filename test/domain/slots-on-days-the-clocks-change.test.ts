/** Around every change of clocks in a year, every window of one hour gives exactly the starts that Temporal gives. */
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays, monthOf } from "../../shared/domain/calendar.ts";
import { slotsOf } from "../../shared/domain/slots.ts";
import { aMentor, aSchool, aStudent } from "./a-pair.ts";

const zones = [
  "Africa/Cairo", // at midnight, on a Friday
  "Africa/Casablanca", // twice around Ramadan, the other way round
  "America/Asuncion",
  "America/Chicago",
  "America/Havana", // at midnight
  "America/New_York",
  "America/Nuuk", // on a Saturday evening
  "America/Santiago", // at midnight
  "America/St_Johns", // half an hour off
  "Asia/Beirut", // at midnight
  "Asia/Jerusalem", // on a Friday
  "Asia/Kathmandu", // never
  "Atlantic/Azores",
  "Australia/Adelaide",
  "Australia/Lord_Howe", // by half an hour
  "Europe/Chisinau",
  "Europe/Dublin", // summer is standard time there
  "Europe/Kyiv",
  "Pacific/Auckland",
  "Pacific/Chatham", // at 2:45
];

const minutes = 30;
const step = 15;
const school = aSchool({ meeting: { minutes, stepMinutes: step } });
const clock = (time: number) =>
  `${String(Math.floor(time / 60)).padStart(2, "0")}:${String(time % 60).padStart(2, "0")}`;

const momentOf = (date: string, time: number, zone: string) =>
  Temporal.PlainDateTime.from(`${date}T00:00`)
    .add({ minutes: time })
    .toZonedDateTime(zone, { disambiguation: "compatible" });

/** The days of a zone's changes in 2026, with those before and after; three days in the middle of the year when there is none. */
function daysOf(zone: string): string[] {
  const dates = new Set<string>();
  let at = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`).getTimeZoneTransition("next");
  for (; at && at.year === 2026; at = at.getTimeZoneTransition("next"))
    for (const days of [-1, 0, 1]) dates.add(addDays(at.toPlainDate().toString(), days));
  return dates.size > 0 ? [...dates] : ["2026-06-14", "2026-06-15", "2026-06-16"];
}

const cases = zones.flatMap((zone) =>
  daysOf(zone).flatMap((date) =>
    Array.from({ length: 48 }, (_, half) => ({ zone, date, from: half * 30, to: half * 30 + 60 })),
  ),
);

/** The first start is on a quarter of an hour of the wall, and then every quarter of an hour that leaves half an hour. */
function expectedStarts(zone: string, date: string, from: number, to: number): number[] {
  const end = momentOf(date, to, zone).epochMilliseconds;
  let at = momentOf(date, from, zone);
  while (at.minute % step !== 0) at = at.add({ minutes: 1 });
  const starts: number[] = [];
  for (let start = at.epochMilliseconds; start + minutes * 60_000 <= end; start += step * 60_000)
    starts.push(start);
  return starts;
}

test("there are enough cases to mean something", () => {
  expect(cases.length).toBeGreaterThanOrEqual(3_312);
});

describe("every window of one hour, each half hour", () => {
  test.each(zones)("%s", (zone) => {
    for (const { date, from, to } of cases.filter((one) => one.zone === zone)) {
      const windows = [
        {
          day: "Mon" as const,
          start: clock(from),
          end: clock(to > 1440 ? to - 1440 : to),
          level: "free" as const,
          ...(to > 1440 ? { endDayOffset: 1 as const } : {}),
        },
      ];
      const availability = { overrides: [{ date, windows }] };
      const month = monthOf(date);
      const { starts } = slotsOf({
        school: { ...school, timeZone: zone },
        pair: { student: aStudent(availability, zone), mentor: aMentor(availability, zone) },
        month,
        now: 0,
        busy: { student: [], mentor: [] },
      });
      const first = Temporal.ZonedDateTime.from(`${month}-01T00:00[${zone}]`);
      const expected = expectedStarts(zone, date, from, to).filter(
        (start) =>
          start >= first.epochMilliseconds &&
          start + minutes * 60_000 <= first.add({ months: 1 }).epochMilliseconds,
      );
      expect({ date, from, starts: starts.map(({ startAt }) => startAt) }).toEqual({
        date,
        from,
        starts: expected,
      });
    }
  });
});
