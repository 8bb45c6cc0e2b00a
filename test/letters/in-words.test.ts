/** Stages, kinds, lists and lengths of time are said as a person would say them. */
import { expect, test } from "vitest";
import { stages } from "../../shared/domain/people.ts";
import { counted, listInWords, minutesInWords, stageInWords } from "../../shared/letters/in-words.ts";
import { milestoneKindOf } from "../../shared/letters/milestone-in-words.ts";
import { oneLine } from "../../shared/letters/one-line.ts";

test("every stage has its name", () => {
  expect(stages.map(stageInWords)).toEqual([
    "first-year medical student",
    "second-year medical student",
    "third-year medical student",
    "fourth-year medical student",
    "first-year resident",
    "second-year resident",
    "third-year resident",
    "fourth-year resident",
    "fifth-year resident",
    "sixth-year resident",
    "seventh-year resident",
    "attending physician",
  ]);
});

test.each([
  [0, "0 minutes"],
  [1, "1 minute"],
  [45, "45 minutes"],
  [60, "1 hour"],
  [90, "90 minutes"],
  [1440, "24 hours"],
  [1500, "25 hours"],
  [2880, "2 days"],
])("%i minutes are %s", (minutes, words) => {
  expect(minutesInWords(minutes)).toBe(words);
});

test("one is one, and a list has its and", () => {
  expect([counted(1, "day"), counted(2, "day")]).toEqual(["1 day", "2 days"]);
  expect([listInWords(["a"]), listInWords(["a", "b"]), listInWords(["a", "b", "c"])]).toEqual([
    "a",
    "a and b",
    "a, b, and c",
  ]);
});

test("a milestone is found by its kind or by the key of one of several", () => {
  expect(milestoneKindOf("goal-reached-11")).toBe("goal-reached");
  expect(milestoneKindOf("first-meeting")).toBe("first-meeting");
  expect(() => milestoneKindOf("goal")).toThrow("without its milestone");
});

test("a header's text is one line without anything invisible", () => {
  expect(oneLine(" A\r\nBcc: x\u2028\u202eB\0C\ud800 ")).toBe("A Bcc: x B C\ufffd");
});
