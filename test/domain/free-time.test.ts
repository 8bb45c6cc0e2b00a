/** A person's free time follows weekly windows, exceptions and absences on the wall of the person's own zone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Availability, type Window, weekdays } from "../../shared/domain/availability.ts";
import { freeTime } from "../../shared/domain/free-time.ts";
import { instantOf, stretchesOf } from "./walls.ts";

const newYork = "America/New_York";

const availability = (parts: Partial<Availability>): Availability => ({
  weekly: [],
  overrides: [],
  absences: [],
  ...parts,
});

function free(parts: Partial<Availability>, from: string, to: string, zone = newYork) {
  const range = { from: instantOf(from, zone), to: instantOf(to, zone) };
  const found = freeTime(availability(parts), zone, range);
  return { free: stretchesOf(found.free, zone), ifNeeded: stretchesOf(found.ifNeeded, zone) };
}

const monday = (start: string, end: string, more: Partial<Window> = {}) =>
  ({ day: "Mon", start, end, level: "free", ...more }) as const;

describe("weekly windows", () => {
  test("come back each week, cut at the edges of what is asked", () => {
    expect(free({ weekly: [monday("09:00", "12:00")] }, "2026-12-07T10:00", "2026-12-21T11:00")).toEqual({
      free: [
        "2026-12-07T10:00/2026-12-07T12:00",
        "2026-12-14T09:00/2026-12-14T12:00",
        "2026-12-21T09:00/2026-12-21T11:00",
      ],
      ifNeeded: [],
    });
  });

  test("run past midnight, also into what is asked", () => {
    const night = monday("22:00", "02:00", { endDayOffset: 1 });
    expect(free({ weekly: [night] }, "2026-12-08T00:00", "2026-12-15T00:00").free).toEqual([
      "2026-12-08T00:00/2026-12-08T02:00",
      "2026-12-14T22:00/2026-12-15T00:00",
    ]);
  });

  test("may end at 24:00 and join the next day's", () => {
    const weekly = [monday("22:00", "24:00"), { ...monday("00:00", "01:00"), day: "Tue" as const }];
    expect(free({ weekly }, "2026-12-07T00:00", "2026-12-10T00:00").free).toEqual([
      "2026-12-07T22:00/2026-12-08T01:00",
    ]);
  });

  test("that overlap are one, and `free` wins", () => {
    const weekly = [
      monday("09:00", "12:00", { level: "if needed" }),
      monday("10:00", "11:00"),
      monday("10:30", "11:30"),
    ];
    expect(free({ weekly }, "2026-12-07T00:00", "2026-12-08T00:00")).toEqual({
      free: ["2026-12-07T10:00/2026-12-07T11:30"],
      ifNeeded: ["2026-12-07T09:00/2026-12-07T10:00", "2026-12-07T11:30/2026-12-07T12:00"],
    });
  });

  test("whose end is not after their start give nothing", () => {
    expect(
      free(
        { weekly: [monday("12:00", "09:00"), monday("15:00", "15:00")] },
        "2026-12-07T00:00",
        "2026-12-08T00:00",
      ),
    ).toEqual({ free: [], ifNeeded: [] });
  });
});

describe("on the days the clocks change", () => {
  const sunday = (start: string, end: string) => ({ ...monday(start, end), day: "Sun" as const });
  const minutesOn = (date: string, start: string, end: string, zone: string) =>
    freeTime(availability({ weekly: [sunday(start, end)] }), zone, {
      from: instantOf(`${date}T00:00`, zone),
      to: instantOf(`${date}T23:59`, zone),
    }).free.map(([from, to]) => to - from);

  test.each([
    // New York, 2:00 becomes 3:00: an hour is missing
    ["2026-03-08", "01:00", "04:00", newYork, [120]],
    // a window that begins in the gap begins at 3:30 by the new clock
    ["2026-03-08", "02:30", "04:00", newYork, [30]],
    // one inside the gap keeps its length
    ["2026-03-08", "02:15", "02:45", newYork, [30]],
    // one that begins in the gap and ends at its end, as 3:30 to 3:00, is nothing
    ["2026-03-08", "02:30", "03:00", newYork, []],
    // 2:00 becomes 1:00: an hour comes twice
    ["2026-11-01", "00:30", "03:00", newYork, [210]],
    // within the hour that comes twice it is the first one
    ["2026-11-01", "01:00", "01:45", newYork, [45]],
    // Lord Howe moves by half an hour
    ["2026-10-04", "01:00", "04:00", "Australia/Lord_Howe", [150]],
    ["2026-04-05", "01:00", "04:00", "Australia/Lord_Howe", [210]],
  ])("%s %s–%s %s", (date, start, end, zone, expected) => {
    expect(minutesOn(date, start, end, zone)).toEqual(expected);
  });
});

describe("an exception for a date", () => {
  const weekly = [monday("09:00", "12:00"), monday("22:00", "02:00", { endDayOffset: 1 })];

  test("replaces the windows that start on it, and leaves the night before alone", () => {
    const overrides = [
      { date: "2026-12-07", windows: [{ start: "14:00", end: "15:00", level: "if needed" as const }] },
      { date: "2026-12-15", windows: [] },
    ];
    expect(free({ weekly, overrides }, "2026-12-07T00:00", "2026-12-16T00:00")).toEqual({
      free: ["2026-12-14T09:00/2026-12-14T12:00", "2026-12-14T22:00/2026-12-15T02:00"],
      ifNeeded: ["2026-12-07T14:00/2026-12-07T15:00"],
    });
  });

  test("without windows means not at all", () => {
    expect(
      free(
        { weekly, overrides: [{ date: "2026-12-07", windows: [] }] },
        "2026-12-07T00:00",
        "2026-12-09T00:00",
      ).free,
    ).toEqual([]);
  });

  test("opens a day that has no weekly window", () => {
    const overrides = [
      { date: "2026-12-09", windows: [{ start: "08:00", end: "09:00", level: "free" as const }] },
    ];
    expect(free({ overrides }, "2026-12-01T00:00", "2027-01-01T00:00").free).toEqual([
      "2026-12-09T08:00/2026-12-09T09:00",
    ]);
  });
});

describe("an absence", () => {
  const weekly = weekdays.map((day) => ({ ...monday("09:00", "12:00"), day }));

  test("of whole days takes the first and the last of them", () => {
    const absences = [{ from: "2026-12-08", to: "2026-12-09", kind: "holiday" as const }];
    expect(free({ weekly, absences }, "2026-12-07T00:00", "2026-12-11T00:00").free).toEqual([
      "2026-12-07T09:00/2026-12-07T12:00",
      "2026-12-10T09:00/2026-12-10T12:00",
    ]);
  });

  test("of a wall-clock span takes just that", () => {
    const absences = [{ from: "2026-12-07T10:00", to: "2026-12-08T10:30", kind: "on-call" as const }];
    expect(free({ weekly, absences }, "2026-12-07T00:00", "2026-12-09T00:00").free).toEqual([
      "2026-12-07T09:00/2026-12-07T10:00",
      "2026-12-08T10:30/2026-12-08T12:00",
    ]);
  });

  test("counts in the person's zone, and takes both levels and exceptions too", () => {
    const absences = [{ from: "2026-12-07", to: "2026-12-07", kind: "exam" as const }];
    const windows = [{ start: "20:00", end: "21:00", level: "if needed" as const }];
    const parts = {
      weekly: [monday("22:00", "02:00", { endDayOffset: 1 })],
      overrides: [{ date: "2026-12-07", windows }],
      absences,
    };
    expect(free(parts, "2026-12-06T00:00", "2026-12-15T12:00", "Asia/Kolkata")).toEqual({
      free: ["2026-12-14T22:00/2026-12-15T02:00"],
      ifNeeded: [],
    });
  });
});

test("both lists are sorted, apart from each other, and inside what is asked", () => {
  const clock = fc
    .nat(95)
    .map(
      (quarter) => `${String(quarter >> 2).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`,
    );
  const windows = fc.record({
    day: fc.constantFrom(...weekdays),
    start: clock,
    end: clock,
    level: fc.constantFrom("free" as const, "if needed" as const),
  });
  const nights = windows.map((window) =>
    window.end <= window.start ? { ...window, endDayOffset: 1 as const } : window,
  );
  fc.assert(
    fc.property(
      fc.array(nights, { maxLength: 6 }),
      fc.constantFrom(newYork, "Australia/Lord_Howe"),
      (weekly, zone) => {
        const range = { from: instantOf("2026-10-01T00:00", zone), to: instantOf("2026-11-08T00:00", zone) };
        const found = freeTime(availability({ weekly }), zone, range);
        for (const list of [found.free, found.ifNeeded]) {
          const edges = [range.from / 60_000 - 1, ...list.flat(), range.to / 60_000 + 1];
          expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b));
        }
        expect(found.free.some(([from, to]) => found.ifNeeded.some(([f, t]) => from < t && f < to))).toBe(
          false,
        );
      },
    ),
    { numRuns: 50 },
  );
});
