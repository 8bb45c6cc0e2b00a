/** Why two people are a pair reads right for the student, for the mentor and for an administrator. */
import { expect, test } from "vitest";
import type { Reason } from "../../shared/domain/matching/reasons.ts";
import { reasonsInWords } from "../../shared/letters/reasons-in-words.ts";

test.each<[Reason, student: string, mentor: string, administrator: string]>([
  [
    { about: "goals", areas: ["research"] },
    "Can help with research, one of your goals",
    "You can help with research, one of the student's goals",
    "Can help with research, one of the student's goals",
  ],
  [
    { about: "goals", areas: ["research", "networking", "career direction"] },
    "Can help with research, networking, and career direction, three of your goals",
    "You can help with research, networking, and career direction, three of the student's goals",
    "Can help with research, networking, and career direction, three of the student's goals",
  ],
  [
    { about: "further-areas", areas: ["networking"] },
    "Can help with networking, which you also asked for",
    "You can help with networking, which the student also asked for",
    "Can help with networking, which the student also asked for",
  ],
  [
    { about: "specialties", specialties: ["Pediatrics", "surgery"] },
    "You both chose Pediatrics and surgery",
    "You both chose Pediatrics and surgery",
    "Both chose Pediatrics and surgery",
  ],
  [
    { about: "path", stage: "PGY3" },
    "A third-year resident in a field that draws you",
    "You are a third-year resident in a field that draws the student",
    "A third-year resident in a field that draws the student",
  ],
  [
    { about: "path", stage: "attending" },
    "An attending physician in a field that draws you",
    "You are an attending physician in a field that draws the student",
    "An attending physician in a field that draws the student",
  ],
  [
    { about: "years-ahead", stage: "MS4", years: 2 },
    "A fourth-year medical student who stood where you are two years ago",
    "You stood where the student is two years ago",
    "A fourth-year medical student who stood where the student is two years ago",
  ],
  [
    { about: "years-ahead", stage: "MS3", years: 1 },
    "A third-year medical student who stood where you are a year ago",
    "You stood where the student is a year ago",
    "A third-year medical student who stood where the student is a year ago",
  ],
  [
    { about: "common-time", minutes: 210 },
    "You share 3 h 30 min of free time a week",
    "You share 3 h 30 min of free time a week",
    "They share 3 h 30 min of free time a week",
  ],
  [
    { about: "common-time", minutes: 45 },
    "You share 45 min of free time a week",
    "You share 45 min of free time a week",
    "They share 45 min of free time a week",
  ],
])("%j", (reason, student, mentor, administrator) => {
  expect(reasonsInWords([reason], "student")).toEqual([student]);
  expect(reasonsInWords([reason], "mentor")).toEqual([mentor]);
  expect(reasonsInWords([reason], "administrator")).toEqual([administrator]);
});
