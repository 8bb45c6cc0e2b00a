/** What a student tells of his or her way: a goal reached, an exam passed, research submitted, a residency matched. */
import type { milestonesToldByStudent } from "../domain/milestones.ts";
import { refuse } from "../domain/result.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { actOnMentorship } from "./act-on-mentorship.ts";
import { changePerson, type PersonActed } from "./act-on-person.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

/** Marks one goal as reached, by its place in the list; saying it twice is fine. */
export async function reachGoal(
  runtime: Runtime,
  studentId: string,
  goal: number,
): Promise<PersonActed | { ok: false; refusal: "no-such-goal" }> {
  const now = runtime.now();
  let exists = false;
  const changed = await changePerson(runtime, studentId, (person) => {
    const goals = person.student?.goals ?? [];
    exists = goals[goal] !== undefined;
    const reached = goals.map((it, index) =>
      index === goal && it.reachedAt === undefined ? { ...it, reachedAt: now } : it,
    );
    return person.student ? { ...person, student: { ...person.student, goals: reached } } : person;
  });
  if (!changed.ok) return changed;
  if (!exists) return refuse("no-such-goal");
  await tellMentorships(runtime, studentId, "goal-reached", `goal-reached-${goal}`);
  return changed;
}

/** A milestone that only the student can know of. */
export const tellMilestone = (
  runtime: Runtime,
  studentId: string,
  kind: (typeof milestonesToldByStudent)[number],
): Promise<void> => tellMentorships(runtime, studentId, kind, kind);

/** Every mentor the student has now has a share in it. */
async function tellMentorships(
  runtime: Runtime,
  studentId: string,
  kind: "goal-reached" | (typeof milestonesToldByStudent)[number],
  key: string,
): Promise<void> {
  for (const mentorship of await loadMentorshipsOf(tableOf(runtime), studentId))
    if (mentorship.state === "active" && mentorship.studentId === studentId)
      await actOnMentorship(runtime, mentorship.id, { type: "milestone-reached", by: "student", kind, key });
}
