/** Any availability that the product can keep, for properties. */
import fc from "fast-check";
import { absenceKinds, levels, type Window, weekdays } from "../../shared/domain/availability.ts";

const two = (value: number): string => String(value).padStart(2, "0");
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export const anyWindow: fc.Arbitrary<Window> = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }), fc.constantFrom(...levels))
  .map(([start, length, level]) => {
    const end = start + length;
    return end <= 1440
      ? { start: clock(start), end: clock(end), level }
      : { start: clock(start), end: clock(end - 1440), endDayOffset: 1 as const, level };
  });

export const anyDate: fc.Arbitrary<string> = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 11, 31) })
  .map((instant) => new Date(instant).toISOString().slice(0, 10));

export const anyWeekly = fc.array(
  fc.tuple(fc.constantFrom(...weekdays), anyWindow).map(([day, window]) => ({ day, ...window })),
  { maxLength: 60 },
);
export const anyOverrides = fc.uniqueArray(
  fc.record({ date: anyDate, windows: fc.array(anyWindow, { maxLength: 12 }) }),
  { maxLength: 20, selector: ({ date }) => date },
);

const anyMoment = fc
  .tuple(anyDate, fc.integer({ min: 0, max: 1439 }))
  .map(([date, minutes]) => `${date}T${clock(minutes)}`);
const inOrder = ([one, other]: [string, string]) =>
  one <= other ? { from: one, to: other } : { from: other, to: one };
export const anyAbsences = fc.array(
  fc
    .tuple(
      fc.oneof(
        fc.tuple(anyDate, anyDate).map(inOrder),
        fc
          .tuple(anyMoment, anyMoment)
          .filter(([one, other]) => one !== other)
          .map(inOrder),
      ),
      fc.constantFrom(...absenceKinds),
    )
    .map(([span, kind]) => ({ ...span, kind })),
  { maxLength: 20 },
);
