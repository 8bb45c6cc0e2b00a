/** Says what was reached at a milestone, once to the student and once to the mentor. */
import { type MilestoneKind, milestoneKinds } from "../domain/school.ts";

/** `forStudent` is a whole sentence; `forMentor` completes "The occasion: …". */
export const milestoneInWords: Readonly<Record<MilestoneKind, { forStudent: string; forMentor: string }>> = {
  "first-meeting": {
    forStudent: "You and your mentor have had your first meeting.",
    forMentor: "your first meeting together",
  },
  "third-meeting": {
    forStudent: "You and your mentor have met three times now.",
    forMentor: "your third meeting together",
  },
  "sixth-meeting": {
    forStudent: "You and your mentor have met six times now.",
    forMentor: "your sixth meeting together",
  },
  "goal-reached": { forStudent: "You have reached a goal. Congratulations!", forMentor: "a goal reached" },
  "exam-passed": { forStudent: "You have passed your exam. Congratulations!", forMentor: "an exam passed" },
  "research-submitted": {
    forStudent: "Your research is submitted. Congratulations!",
    forMentor: "research submitted",
  },
  "residency-match": {
    forStudent: "You have matched into a residency. Congratulations!",
    forMentor: "a residency match",
  },
  "year-end": {
    forStudent: "The school year you shared with your mentor is coming to an end.",
    forMentor: "the end of the school year",
  },
};

/** Reads a kind, or the key of one of several goals such as `goal-reached-2`. Throws on anything else. */
export function milestoneKindOf(text: string | number | undefined): MilestoneKind {
  const kind = milestoneKinds.find((kind) => text === kind || String(text).startsWith(`${kind}-`));
  if (!kind) throw new Error("a letter was planned without its milestone; a retry does not help");
  return kind;
}
