/** Looking at every quarter of an hour of a month, on both walls, finds the same slots. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { type WeeklyWindow, weekdays } from "../../shared/domain/availability.ts";
import { slotsOf } from "../../shared/domain/slots.ts";
import { aMentor, aSchool, aStudent, newYork } from "./a-pair.ts";
import { instantOf } from "./walls.ts";

const zones = [newYork, "Asia/Kathmandu", "Australia/Adelaide"];
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Windows that begin and end outside the hours in which clocks change, so that a wall time is one moment. */
const windows = fc.array(
  fc
    .record({
      day: fc.constantFrom(...weekdays),
      start: fc.integer({ min: 16, max: 95 }),
      quarters: fc.integer({ min: 1, max: 40 }),
      level: fc.constantFrom("free" as const, "if needed" as const),
    })
    .map(({ day, start, quarters, level }): WeeklyWindow => {
      const end = Math.min(start + quarters, 100);
      const past =
        end > 96 ? { end: clock((end - 96) * 15), endDayOffset: 1 as const } : { end: clock(end * 15) };
      return { day, level, start: clock(start * 15), ...past };
    }),
  { minLength: 1, maxLength: 5 },
);

// Temporal is asked once for each quarter of an hour and zone.
const walls = new Map<string, { time: string; weekday: number }>();
function wallAt(instant: number, zone: string) {
  const key = `${instant} ${zone}`;
  const known = walls.get(key);
  if (known) return known;
  const { hour, minute, dayOfWeek } =
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const wall = { time: clock(hour * 60 + minute), weekday: dayOfWeek - 1 };
  walls.set(key, wall);
  return wall;
}

/** Whether a person has this quarter of an hour free, only if needed, or not at all. */
function levelAt(instant: number, zone: string, weekly: readonly WeeklyWindow[]): string | undefined {
  const { time, weekday } = wallAt(instant, zone);
  const [today, yesterday] = [weekdays[weekday], weekdays[(weekday + 6) % 7]];
  const levels = weekly
    .filter(({ day, start, end, endDayOffset }) =>
      endDayOffset
        ? (day === today && start <= time) || (day === yesterday && time < end)
        : day === today && start <= time && time < end,
    )
    .map(({ level }) => level);
  return levels.includes("free") ? "free" : levels[0];
}

test("in months when the clocks change", () => {
  const zone = fc.constantFrom(...zones);
  const months = fc.constantFrom(["2026-03", "2026-04"], ["2026-11", "2026-12"]);
  fc.assert(
    fc.property(
      windows,
      zone,
      windows,
      zone,
      months,
      (students, studentZone, mentors, mentorZone, [month, next]) => {
        const from = instantOf(`${month}-01T00:00`, newYork);
        const to = instantOf(`${next}-01T00:00`, newYork);
        const quarter = 15 * 60_000;
        const levels: (string | undefined)[] = [];
        for (let at = from; at < to; at += quarter) {
          const both = [levelAt(at, studentZone, students), levelAt(at, mentorZone, mentors)];
          levels.push(
            both.includes(undefined) ? undefined : both.includes("if needed") ? "if needed" : "free",
          );
        }
        const expected = levels.flatMap((level, index) => {
          const second = levels[index + 1];
          if (!level || !second) return [];
          return [{ startAt: from + index * quarter, ifNeeded: level !== "free" || second !== "free" }];
        });
        const { starts } = slotsOf({
          school: aSchool({ meeting: { minutes: 30, stepMinutes: 15 } }),
          pair: {
            student: aStudent({ weekly: students }, studentZone),
            mentor: aMentor({ weekly: mentors }, mentorZone),
          },
          month: month!,
          now: 0,
          busy: { student: [], mentor: [] },
        });
        expect(starts).toEqual(expected);
      },
    ),
    { numRuns: 20 },
  );
});
