/** Whatever availability is written as text is read again as the same availability. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatAbsences,
  formatOverrides,
  formatWindows,
  packAvailability,
  parseAbsences,
  parseOverrides,
  parseWindows,
  unpackAvailability,
} from "../../shared/domain/availability-text.ts";
import { anyAbsences, anyOverrides, anyWeekly } from "./availability-cases.ts";

test("weekly windows", () => {
  fc.assert(
    fc.property(anyWeekly, (windows) => {
      expect(parseWindows(formatWindows(windows))).toEqual({ ok: true, value: windows });
    }),
  );
});

test("exceptions for single dates", () => {
  fc.assert(
    fc.property(anyOverrides, (overrides) => {
      expect(parseOverrides(formatOverrides(overrides))).toEqual({ ok: true, value: overrides });
    }),
  );
});

test("absences", () => {
  fc.assert(
    fc.property(anyAbsences, (absences) => {
      expect(parseAbsences(formatAbsences(absences))).toEqual({ ok: true, value: absences });
    }),
  );
});

test("all of it in one string", () => {
  fc.assert(
    fc.property(anyWeekly, anyOverrides, anyAbsences, (weekly, overrides, absences) => {
      expect(unpackAvailability(packAvailability({ weekly, overrides, absences }))).toEqual({
        weekly,
        overrides,
        absences,
      });
    }),
  );
});

test("what could not be read again is not written", () => {
  const backwards = { day: "Mon", start: "19:00", end: "17:00", level: "free" } as const;
  expect(() => packAvailability({ weekly: [backwards], overrides: [], absences: [] })).toThrow(
    "A stored availability cannot be read: “Mon 19:00-17:00” ends before it starts: to run past midnight, write 19:00-17:00+1.",
  );
});

test("a string of something else is a fault", () => {
  expect(() => unpackAvailability("Mon 17:00-19:00")).toThrow("does not have its three parts");
});
