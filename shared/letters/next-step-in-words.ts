/** Tells the mentor of the last next step and what the student says became of it. */
import { type NextStep, nextStepText } from "../domain/mentorships.ts";
import { heading, paragraph, quote } from "./blocks.ts";
import type { Block } from "./letter.ts";

const outcomes: Readonly<Record<NonNullable<NextStep["outcome"]>, string>> = {
  done: "It is done.",
  "not-yet": "It is not done yet.",
  "decided-otherwise": "The student has decided otherwise.",
};

export const nextStepInWords = (nextStep: NextStep, studentName: string): Block[] => {
  const { outcome, because } = nextStep;
  return [
    heading("The last next step"),
    quote(nextStepText(nextStep), "Noted after your last meeting"),
    ...(outcome ? [paragraph(outcomes[outcome])] : []),
    ...(outcome && because ? [quote(because, studentName)] : []),
  ];
};
