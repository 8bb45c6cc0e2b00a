/** Says what was reached at a milestone: as a sentence, and as an occasion to name. */
import { type MilestoneKind, milestoneKinds } from "../domain/school.ts";
import { missing } from "./two-people.ts";

/** `sentence` is for the mail that tells the student of it; `occasion` completes "The occasion: …" wherever it stays to be read. */
export const milestoneInWords: Readonly<Record<MilestoneKind, { sentence: string; occasion: string }>> = {
  "first-meeting": {
    sentence: "You and your mentor have had your first meeting.",
    occasion: "your first meeting together",
  },
  "third-meeting": {
    sentence: "You and your mentor have met three times now.",
    occasion: "your third meeting together",
  },
  "sixth-meeting": {
    sentence: "You and your mentor have met six times now.",
    occasion: "your sixth meeting together",
  },
  "goal-reached": { sentence: "You have reached a goal. Congratulations!", occasion: "a goal reached" },
  "exam-passed": { sentence: "You have passed your exam. Congratulations!", occasion: "an exam passed" },
  "research-submitted": {
    sentence: "Your research is submitted. Congratulations!",
    occasion: "research submitted",
  },
  "residency-match": {
    sentence: "You have matched into a residency. Congratulations!",
    occasion: "a residency match",
  },
  "year-end": {
    sentence: "The school year you shared with your mentor is over.",
    occasion: "the end of the school year",
  },
};

/** Reads a kind, or the key of one of several goals such as `goal-reached-2`. Throws on anything else. */
export function milestoneKindOf(text: string | number | undefined): MilestoneKind {
  const kind = milestoneKinds.find((kind) => text === kind || String(text).startsWith(`${kind}-`));
  if (!kind) throw missing("its milestone");
  return kind;
}
