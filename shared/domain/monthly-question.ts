/** One question a month about one of the six qualities of a mentor, answered from 1 (little) to 5 (a lot). */
import type { Month } from "./time.ts";

export const qualities = [
  "experience",
  "communication",
  "patience",
  "accessibility",
  "empathy",
  "motivation",
] as const;
export type Quality = (typeof qualities)[number];

export type MonthlyQuestion = { quality: Quality; forStudent: string; forMentor: string };

const questions: Readonly<Record<Quality, Omit<MonthlyQuestion, "quality">>> = {
  experience: {
    forStudent: "How much did your mentor's own experience help you this time?",
    forMentor: "How much of your own experience could you put to use this time?",
  },
  communication: {
    forStudent: "How much of what is on your mind could you say this time?",
    forMentor: "How much of what is on your student's mind did you get to hear this time?",
  },
  patience: {
    forStudent: "How much room was there this time for what you find hard?",
    forMentor: "How much room could you give this time to what your student finds hard?",
  },
  accessibility: {
    forStudent: "How much of your mentor's time and attention did you have this time?",
    forMentor: "How much time and attention did the rest of your work leave you this time?",
  },
  empathy: {
    forStudent: "How much did you feel understood this time?",
    forMentor: "How much did you come to understand what this month is like for your student?",
  },
  motivation: {
    forStudent: "How much did this meeting encourage you to go on with your plans?",
    forMentor: "How much energy for the next weeks did your student seem to leave with?",
  },
};

/** The question of a month; the same for the whole school, each quality twice in a calendar year. Throws on a text that is not a month. */
export function questionOf(month: Month): MonthlyQuestion {
  const quality = qualities[(Number(month.slice(5, 7)) - 1) % qualities.length];
  if (!quality || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new RangeError(`not a month: ${month}`);
  return { quality, ...questions[quality] };
}
