/** A form of free time takes everything or refuses with a sentence beside each field that is wrong. */
import { describe, expect, it } from "vitest";
import type { Availability } from "../../shared/domain/availability.ts";
import { parseAvailability, typedAvailability } from "../../shared/pages/availability-form.ts";
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

describe("the form of free time", () => {
  it("gives back what it was filled with", () => {
    const given = { availability, timeZone: "Asia/Kolkata" };
    expect(parseAvailability(typedAvailability(given))).toEqual({ ok: true, value: given });
  });

  it("refuses a zone without a place, which somebody may have from before", () => {
    const given = { availability, timeZone: "EST" };
    expect(parseAvailability(typedAvailability(given))).toEqual({
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
    expect(parseAvailability(typed)).toEqual({
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
});
