/** One pair's question for slots in December 2026, and the answer as walls show it. */
import { expect } from "vitest";
import { type SlotQuestion, slotsOf } from "../../shared/domain/slots.ts";
import { aMentor, aSchool, aStudent, newYork, weekly } from "./a-pair.ts";
import { instantOf, wallsOf } from "./walls.ts";

export const november = instantOf("2026-11-20T09:00", newYork);
const office = weekly("Mon 09:00-12:00");

/** Two people with Monday mornings in common, unless told otherwise. */
export const ask = (parts: Partial<SlotQuestion>): SlotQuestion => ({
  school: aSchool(),
  pair: { student: aStudent({ weekly: office }), mentor: aMentor({ weekly: office }) },
  month: "2026-12",
  now: november,
  busy: { student: [], mentor: [] },
  ...parts,
});

/** The starts on the mentor's wall, without the year. */
export const starts = (parts: Partial<SlotQuestion>): string[] => {
  const question = ask(parts);
  const found = slotsOf(question);
  expect(found.reason === undefined).toBe(found.starts.length > 0);
  return wallsOf(
    found.starts.map(({ startAt }) => startAt / 60_000),
    question.pair.mentor.timeZone,
  ).map((wall) => wall.slice(5));
};

/** From one wall time in New York to another, in minutes since 1970. */
export const stretch = (from: string, to: string): [number, number] => [
  instantOf(from, newYork) / 60_000,
  instantOf(to, newYork) / 60_000,
];

/** A school whose meetings are so long and begin so often. */
export const meeting = (minutes: number, stepMinutes: number) =>
  aSchool({ meeting: { minutes, stepMinutes } });
