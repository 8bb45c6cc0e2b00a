/** Says in plain words what the product keeps as codes: stages, kinds of mentors, lengths of time, lists. */
import type { MentorKind, Stage } from "../domain/people.ts";

const nth = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"] as const;

/** `MS2` is a second-year medical student, `PGY3` a third-year resident. */
export function stageInWords(stage: Stage): string {
  if (stage === "attending") return "attending physician";
  const year = nth[Number(stage.at(-1)) - 1];
  return stage.startsWith("MS") ? `${year}-year medical student` : `${year}-year resident`;
}

export const kindInWords: Readonly<Record<MentorKind, string>> = {
  faculty: "faculty mentor",
  resident: "resident mentor",
  peer: "fellow student further along",
  association: "mentor from a professional association",
  online: "mentor who meets online",
};

/** `a`, `a and b`, `a, b, and c`. */
export const listInWords = (items: readonly string[]): string => new Intl.ListFormat("en-US").format(items);

/** Whole minutes as a person would say them: 45 minutes, 24 hours, 2 days. */
export function minutesInWords(minutes: number): string {
  if (minutes > 1440 && minutes % 1440 === 0) return counted(minutes / 1440, "day");
  if (minutes >= 60 && minutes % 60 === 0) return counted(minutes / 60, "hour");
  return counted(minutes, "minute");
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
