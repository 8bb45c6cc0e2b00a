/** What a student tells of his or her way: a goal reached, an exam passed, research submitted, a residency matched. */
import type { milestonesToldByStudent } from "../domain/milestones.ts";
import type { Goal, Person } from "../domain/people.ts";
import { type Result, refuse } from "../domain/result.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { actOnMentorship } from "./act-on-mentorship.ts";
import { changePerson } from "./act-on-person.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

export type GoalRefusal = "no-such-person" | "no-such-goal" | "goal-reached";

/** Marks one goal as reached, by its place in the list; saying it twice is fine. */
export async function reachGoal(
  runtime: Runtime,
  studentId: string,
  place: number,
): Promise<Result<Person, GoalRefusal>> {
  const now = runtime.now();
  const changed = await putGoal(runtime, studentId, place, (goal) => ({ reachedAt: now, ...goal }));
  if (changed.ok) await tellMentorships(runtime, studentId, "goal-reached", `goal-reached-${place}`);
  return changed;
}

/** Writes a goal anew, by its place in the list; one that is reached stays as it was (`goal-reached`). */
export async function changeGoal(
  runtime: Runtime,
  studentId: string,
  place: number,
  { area, text }: Goal,
): Promise<Result<Person, GoalRefusal>> {
  let isReached = false;
  const changed = await putGoal(runtime, studentId, place, (goal) => {
    isReached = goal.reachedAt !== undefined;
    return isReached ? goal : { area, text };
  });
  return changed.ok && isReached ? refuse("goal-reached") : changed;
}

async function putGoal(
  runtime: Runtime,
  studentId: string,
  place: number,
  change: (goal: Goal) => Goal,
): Promise<Result<Person, GoalRefusal>> {
  let exists = false;
  const changed = await changePerson(runtime, studentId, (person) => {
    const goal = person.student?.goals[place];
    exists = goal !== undefined;
    return person.student && goal
      ? { ...person, student: { ...person.student, goals: person.student.goals.with(place, change(goal)) } }
      : person;
  });
  return changed.ok && !exists ? refuse("no-such-goal") : changed;
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
