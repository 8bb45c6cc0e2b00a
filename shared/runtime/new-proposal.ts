/** A mentorship at its very beginning, before anybody has taken it up. */
import type { Mentorship } from "../domain/mentorships.ts";
import type { Runtime } from "./runtime.ts";
import { newId } from "./table-of.ts";

/** `mentorships` are those in which the two may have been before: what they had last goes on. */
export const newProposal = (
  runtime: Runtime,
  between: Pick<Mentorship, "studentId" | "mentorId" | "reasons">,
  mentorships: readonly Mentorship[],
): Mentorship => ({
  id: newId(runtime),
  revision: 0,
  ...between,
  state: "proposed",
  done: [],
  proposedAt: runtime.now(),
  meetingsHeld: 0,
  heldMonths: [],
  milestones: [],
  ...takenAlong(
    mentorships
      .filter(({ studentId, mentorId }) => studentId === between.studentId && mentorId === between.mentorId)
      .sort((a, b) => b.proposedAt - a.proposedAt)[0],
  ),
});

/** Meetings are counted anew with each year, but nobody meets for the first time twice. */
const takenAlong = (last: Mentorship | undefined): Partial<Mentorship> | undefined =>
  last && {
    lastMeetingAt: last.lastMeetingAt,
    nextStep: last.nextStep,
    lineForStudent: last.lineForStudent,
    milestones: last.milestones
      .filter(({ kind }) => kind === "first-meeting")
      .map((milestone) => ({ ...milestone, promptedAt: milestone.reachedAt, answer: "not-now" })),
  };
