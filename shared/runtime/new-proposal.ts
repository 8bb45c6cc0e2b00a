/** A mentorship at its very beginning, before anybody has taken it up. */
import type { Mentorship } from "../domain/mentorships.ts";
import type { Runtime } from "./runtime.ts";
import { newId } from "./table-of.ts";

export const newProposal = (
  runtime: Runtime,
  between: Pick<Mentorship, "studentId" | "mentorId" | "reasons">,
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
});
