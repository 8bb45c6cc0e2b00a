/** Each month asks about one quality of a mentor, each quality twice in a calendar year. */
import { expect, test } from "vitest";
import { qualities, questionOf } from "../../shared/domain/monthly-question.ts";

const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);

test("the six qualities take turns, the same in every year", () => {
  expect(months.map((month) => questionOf(month).quality)).toEqual([...qualities, ...qualities]);
  expect(questionOf("2031-12")).toEqual(questionOf("2026-12"));
});

test("every question can be answered from little to a lot, and speaks to its reader", () => {
  const questions = months.slice(0, 6).map((month) => questionOf(month));
  for (const { forStudent, forMentor } of questions) {
    expect(forStudent).toMatch(/^How much .*\?$/);
    expect(forMentor).toMatch(/^How much .*\?$/);
    expect(forStudent).not.toMatch(/your student/);
    expect(forMentor).not.toMatch(/your mentor/);
  }
  expect(new Set(questions.flatMap(({ forStudent, forMentor }) => [forStudent, forMentor])).size).toBe(12);
});

test.each(["2026", "2026-13", "2026-00", "december", ""])("%j is no month", (text) => {
  expect(() => questionOf(text)).toThrow("not a month");
});
