/** Weekly times go into rows of a form and come out of it unchanged, and a row that cannot be read says why. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levels, type WeeklyWindow, weekdays } from "../../shared/domain/availability.ts";
import { textOf, typedOf } from "../../shared/pages/typed.ts";
import { parseWeekly, typedWeekly } from "../../shared/pages/weekly-rows.ts";

const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const window: fc.Arbitrary<WeeklyWindow> = fc
  .record({
    day: fc.constantFrom(...weekdays),
    start: fc.integer({ min: 0, max: 1435 }),
    length: fc.integer({ min: 1, max: 1440 }),
    level: fc.constantFrom(...levels),
  })
  .map(({ day, start, length, level }) => ({
    day,
    start: time(start),
    end: time(Math.min(1440, start + length)),
    level,
  }));

const inOrder = (windows: readonly WeeklyWindow[]): string[] =>
  windows.map(({ day, start, end, level }) => `${day} ${start}-${end} ${level}`).sort();

const row = (values: Record<string, string>) =>
  parseWeekly(
    typedOf(Object.fromEntries(Object.entries(values).map(([name, value]) => [`${name}-0`, value]))),
  );

const refused = (sentence: string) => ({ ok: false, refusal: [{ field: "day-0", sentence }] });

describe("weekly times in rows", () => {
  it("come out as they went in", () => {
    fc.assert(
      fc.property(fc.array(window, { maxLength: 20 }), (windows) => {
        const read = parseWeekly(typedWeekly(windows));
        expect(read.ok && inOrder(read.value)).toEqual(inOrder(windows));
      }),
    );
  });

  it("that run past midnight become a row until midnight and one from midnight on", () => {
    const night = { day: "Sun", start: "22:00", end: "01:00", endDayOffset: 1, level: "if needed" } as const;
    expect(parseWeekly(typedWeekly([night]))).toEqual({
      ok: true,
      value: [
        { day: "Mon", start: "00:00", end: "01:00", level: "if needed" },
        { day: "Sun", start: "22:00", end: "24:00", level: "if needed" },
      ],
    });
  });

  it("show the end of the day as a clock does", () => {
    const state = typedWeekly([{ day: "Mon", start: "20:00", end: "24:00", level: "free" }]);
    expect(textOf(state, "to-0")).toBe("00:00");
  });

  it.each([
    ["nothing at all", {}],
    ["only how gladly", { level: "free" }],
    ["a mark to remove it", { day: "Mon", from: "17:00", to: "18:00", remove: "yes" }],
  ])("with %s are left out", (_what, values) => {
    expect(row(values)).toEqual({ ok: true, value: [] });
  });

  it.each([
    [{ from: "17:00", to: "18:00" }, "Weekly time 1: choose a day."],
    [{ day: "Mon-Sun", from: "17:00", to: "18:00" }, "Weekly time 1: choose a day."],
    [{ day: "Mon" }, "Weekly time 1: say from when and until when."],
    [{ day: "Mon", from: "17:00" }, "Weekly time 1: say from when and until when."],
    [
      { day: "Mon", from: "17:00", to: "07:00" },
      "Weekly time 1: it ends before it starts. For a time that runs past midnight, use one row until 12:00 AM and one from 12:00 AM of the next day.",
    ],
    [
      { day: "Mon", from: "17:00", to: "17:00" },
      "Weekly time 1: “Mon 17:00-17:00” is empty: it ends when it starts.",
    ],
    [
      { day: "Mon", from: "5pm", to: "18:00" },
      "Weekly time 1: “Mon 5pm-18:00”: “5pm” is not a time: write it like 17:00.",
    ],
  ])("like %j are refused in a sentence", (values, sentence) => {
    expect(row(values)).toEqual(refused(sentence));
  });
});
