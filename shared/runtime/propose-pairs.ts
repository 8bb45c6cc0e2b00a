/** Turns the matching's proposal into mentorships that wait for an administrator's word. */

import type { Blocking } from "../domain/matching/blocking-pairs.ts";
import type { MatchingMode } from "../domain/matching/modes.ts";
import { openWishes } from "../domain/matching/open-wishes.ts";
import { blockingOf, type Proposal, proposeFor } from "../domain/matching.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import type { Person } from "../domain/people.ts";
import type { Instant } from "../domain/time.ts";
import { keys } from "../records/keys.ts";
import { listMentorships } from "../records/mentorships.ts";
import { listPeople } from "../records/people.ts";
import { check, present, transact } from "../records/table.ts";
import { draftMentorship, draftPerson, newDraft } from "./draft.ts";
import { requestOf } from "./matching-request.ts";
import { newProposal } from "./new-proposal.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** `left`: pairs that are not proposed, for the time was over; doing it again goes on. */
export type Proposed = { pairs: number; left: number; withoutMentor: { studentId: string; why: string }[] };

/** What the matching would propose now, in each of the modes asked for; nothing is written. */
export async function lookForPairs<const Mode extends MatchingMode>(
  runtime: Runtime,
  modes: readonly Mode[],
): Promise<{ people: Person[]; mentorships: Mentorship[]; proposals: Record<Mode, Proposal> }> {
  const table = tableOf(runtime);
  const [people, mentorships] = await Promise.all([listPeople(table), listMentorships(table)]);
  const wishes = openWishes(requestOf(runtime, people, mentorships));
  const proposals = Object.fromEntries(modes.map((mode) => [mode, proposeFor(wishes, mode)]));
  return { people, mentorships, proposals: proposals as Record<Mode, Proposal> };
}

/**
 * Proposes a mentor for everybody who still wants one; pairs that stand, or that ended, are not proposed again. Of two who
 * ask at once, only one proposes to each student: the other finds the student changed meanwhile. Nobody is proposed who is gone by then.
 */
export async function proposeAll(
  runtime: Runtime,
  mode: MatchingMode = "stable",
  until: Instant = Infinity,
): Promise<Proposed> {
  const table = tableOf(runtime);
  const { people, mentorships, proposals } = await lookForPairs(runtime, [mode]);
  const { pairs, withoutMentor } = proposals[mode];
  const personOf = new Map(people.map((person) => [person.id, person]));
  for (const [index, { studentId, mentorId, reasons }] of pairs.entries()) {
    if (runtime.now() > until) return { pairs: index, left: pairs.length - index, withoutMentor };
    const draft = newDraft(runtime);
    const after = newProposal(runtime, { studentId, mentorId, reasons }, mentorships);
    const student = personOf.get(studentId)!;
    const pair = { student, mentor: personOf.get(mentorId)! };
    draftMentorship(runtime, draft, { after, before: undefined, letters: [], pair });
    draftPerson(runtime, draft, student, student);
    draft.writes.push(check(table, keys.person(mentorId), present, "changed-meanwhile"));
    const refusal = await transact(table, draft.writes, newAttemptToken(runtime));
    if (refusal === undefined) personOf.set(studentId, { ...student, revision: student.revision + 1 });
  }
  return { pairs: pairs.length, left: 0, withoutMentor };
}

/** Checks the proposals that wait, against the school as it is now: who would both rather have each other? */
export function checkProposals(
  runtime: Runtime,
  people: readonly Person[],
  mentorships: readonly Mentorship[],
): Blocking {
  const waiting = mentorships.filter(({ state }) => state === "proposed");
  const others = mentorships.filter(({ state }) => state !== "proposed");
  return blockingOf(requestOf(runtime, people, others), waiting);
}
