/** A form of free time takes everything or refuses with a sentence beside each field that is wrong. */
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import type { Availability } from "../../shared/domain/availability.ts";
import {
  availabilityFields,
  type FreeTimeGiven,
  parseAvailability,
  typedAvailability,
} from "../../shared/pages/availability-form.ts";
import { typedOf } from "../../shared/pages/typed.ts";

const availability: Availability = {
  weekly: [{ day: "Mon", start: "17:00", end: "19:00", level: "free" }],
  overrides: [
    { date: "2026-12-03", windows: [{ start: "10:00", end: "12:00", level: "if needed" }] },
    { date: "2026-12-10", windows: [] },
  ],
  absences: [
    { from: "2026-12-14", to: "2026-12-18", kind: "exam" },
    { from: "2026-12-07T19:00", to: "2026-12-12T07:00", kind: "on-call" },
  ],
};

/** Wednesday, November 25, 2026, 12:30 AM in New York, and still the day before in Chicago. */
const now = Date.UTC(2026, 10, 25, 5, 30);
const none: FreeTimeGiven = {
  availability: { weekly: [], overrides: [], absences: [] },
  timeZone: "America/New_York",
};
const parsed = (fields: Record<string, string>, saved: FreeTimeGiven = none) =>
  parseAvailability(typedOf({ timeZone: saved.timeZone, ...fields }), now, saved);

describe("the form of free time", () => {
  it("gives back what it was filled with", () => {
    const given = { availability, timeZone: "Asia/Kolkata" };
    expect(parseAvailability(typedAvailability(given), now, none)).toEqual({ ok: true, value: given });
  });

  it("refuses a zone without a place, which somebody may have from before", () => {
    const given = { availability, timeZone: "EST" };
    expect(parseAvailability(typedAvailability(given), now, none)).toEqual({
      ok: false,
      refusal: [
        {
          field: "timeZone",
          sentence: "“EST” does not name a region and a city; use America/New_York.",
        },
      ],
    });
  });

  it("says of every part what is wrong with it, in the order of the form", () => {
    const typed = typedOf({
      timeZone: "Mars/Olympus",
      "day-3": "Tue",
      dates: "2026-02-30: 10:00-12:00",
      absences: "2026-12-18..2026-12-14 exam\n2026-12-20 skiing",
    });
    expect(parseAvailability(typed, now, none)).toEqual({
      ok: false,
      refusal: [
        { field: "timeZone", sentence: "Choose a time zone from the list." },
        { field: "day-3", sentence: "Weekly time 4: say from when and until when." },
        {
          field: "dates",
          sentence: "“2026-02-30: 10:00-12:00”: “2026-02-30” is not a date: write it like 2026-12-03.",
        },
        { field: "absences", sentence: "“2026-12-18..2026-12-14 exam” ends before it starts." },
        {
          field: "absences",
          sentence:
            "“2026-12-20 skiing”: “skiing” is not a kind of absence: write exam, on-call, holiday or away.",
        },
      ],
    });
  });

  it("refuses days that are over, as where the year is wrong, and says which day it is", () => {
    const over = (line: string, field: string, today = "2026-11-25") => ({
      field,
      sentence: `“${line}” is over: today is ${today}. Correct the year, or remove this line.`,
    });
    const fields = {
      dates: "2026-11-24: 10:00-12:00\n2026-11-25: off",
      absences:
        "2026-04-05..2026-04-09\n2026-11-20T19:00 to 2026-11-24T23:00 on call\n2026-11-20..2026-11-25 exam",
    };
    expect(parsed(fields)).toEqual({
      ok: false,
      refusal: [
        over("2026-11-24: 10:00-12:00", "dates"),
        over("2026-04-05..2026-04-09 away", "absences"),
        over("2026-11-20T19:00..2026-11-24T23:00 on-call", "absences"),
      ],
    });
    expect(parsed(fields, { ...none, timeZone: "America/Chicago" })).toEqual({
      ok: false,
      refusal: [over("2026-04-05..2026-04-09 away", "absences", "2026-11-24")],
    });
  });

  it("takes days that are over where they are saved already", () => {
    const absences = [{ from: "2026-04-05", to: "2026-04-09", kind: "away" }] as const;
    const overrides = [{ date: "2026-11-24", windows: [] }];
    const saved: FreeTimeGiven = {
      ...none,
      availability: { weekly: [], overrides, absences: [...absences] },
    };
    const fields = { dates: "2026-11-24: off", absences: "2026-04-05..2026-04-09" };
    expect(parsed(fields, saved)).toEqual({ ok: true, value: saved });
  });

  it("gives examples of days to come", () => {
    const page = parse(String(availabilityFields({ typed: typedOf({}), faults: [] }, now, none)));
    expect(page.querySelectorAll("code").map(({ textContent }) => textContent)).toEqual([
      "2026-12-04: 10:00-12:00, 15:00-16:30",
      "2026-12-11: off",
      "2026-12-15..2026-12-19 exam",
      "2026-12-08T19:00..2026-12-13T07:00 on-call",
    ]);
  });
});
