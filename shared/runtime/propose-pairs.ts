/** Turns the matching's proposal into mentorships that wait for an administrator's word. */

import { commonTime } from "../domain/matching/common-time.ts";
import { type Proposal, proposePairs } from "../domain/matching.ts";
import type { Mentorship, MentorshipState } from "../domain/mentorships.ts";
import type { Person } from "../domain/people.ts";
import { listMentorships } from "../records/mentorships.ts";
import { listPeople } from "../records/people.ts";
import { transact } from "../records/table.ts";
import { draftMentorship, newDraft } from "./draft.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, newId, tableOf } from "./table-of.ts";

/** In these states a mentorship takes one of its mentor's places. */
const standing: ReadonlySet<MentorshipState> = new Set(["proposed", "agreeing", "active"]);

export type Proposed = { pairs: number; withoutMentor: { studentId: string; why: string }[] };

/** What the matching would propose now; nothing is written. */
export async function lookForPairs(runtime: Runtime): Promise<{ people: Person[]; proposal: Proposal }> {
  const table = tableOf(runtime);
  const [people, mentorships] = await Promise.all([listPeople(table), listMentorships(table)]);
  const proposal = proposePairs({
    people,
    existing: mentorships.map(({ studentId, mentorId, state }) => ({
      studentId,
      mentorId,
      stands: standing.has(state),
    })),
    commonMinutes: commonTime(runtime.now(), runtime.school.meeting.minutes),
    lottery: runtime.school.id,
  });
  return { people, proposal };
}

/** Proposes a mentor for everybody who still wants one; pairs that stand, or that ended, are not proposed again. */
export async function proposeAll(runtime: Runtime): Promise<Proposed> {
  const table = tableOf(runtime);
  const { people, proposal } = await lookForPairs(runtime);
  const personOf = new Map(people.map((person) => [person.id, person]));
  for (const { studentId, mentorId, reasons } of proposal.pairs) {
    const draft = newDraft(runtime);
    const after: Mentorship = {
      id: newId(runtime),
      revision: 0,
      studentId,
      mentorId,
      state: "proposed",
      done: [],
      reasons,
      proposedAt: runtime.now(),
      meetingsHeld: 0,
      heldMonths: [],
      milestones: [],
    };
    const pair = { student: personOf.get(studentId)!, mentor: personOf.get(mentorId)! };
    draftMentorship(runtime, draft, { after, before: undefined, letters: [], pair });
    await transact(table, draft.writes, newAttemptToken(runtime));
  }
  return { pairs: proposal.pairs.length, withoutMentor: proposal.withoutMentor };
}
