/** Tells of the last next step: which it was, and to the mentor what the student says became of it. */
import { type NextStep, nextStepText } from "../domain/mentorships.ts";
import { describeMonth } from "../domain/moments.ts";
import { heading, paragraph, quote } from "./blocks.ts";
import type { Block } from "./letter.ts";

const outcomes: Readonly<Record<NonNullable<NextStep["outcome"]>, string>> = {
  done: "It is done.",
  "not-yet": "It is not done yet.",
  "decided-otherwise": "The student has decided otherwise.",
};

/** The step, and after which meeting it was noted; another may have been held since. */
export const nextStepQuoted = (nextStep: NextStep): Block =>
  quote(nextStepText(nextStep), `Noted after your meeting in ${describeMonth(nextStep.month)}`);

export const nextStepInWords = (nextStep: NextStep, studentName: string): Block[] => {
  const { outcome, because } = nextStep;
  return [
    heading("The last next step"),
    nextStepQuoted(nextStep),
    ...(outcome ? [paragraph(outcomes[outcome])] : []),
    ...(outcome && because ? [quote(because, studentName)] : []),
  ];
};
