/** Ends the pairs in which the mentor turns out to grade or assess the student (LCME 11.1). */
import { assesses } from "../domain/assessors.ts";
import type { MentorshipState } from "../domain/mentorships.ts";
import { emailIdentity, type Pair, type PersonId } from "../domain/people.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { loadPersonByEmail } from "../records/people.ts";
import { wakeMentorship } from "./act-on-mentorship.ts";
import { changePerson } from "./act-on-person.ts";
import type { Runtime } from "./runtime.ts";
import { loadMentorshipScene } from "./scene.ts";
import { tableOf } from "./table-of.ts";

const notOver: readonly MentorshipState[] = ["proposed", "offered", "agreeing", "active"];

/** Looks at one person's pairs; to be called when a mentor has named those whom he or she assesses. */
export async function endAssessedPairs(runtime: Runtime, personId: PersonId): Promise<void> {
  for (const { id, state } of await loadMentorshipsOf(tableOf(runtime), personId)) {
    const scene = notOver.includes(state) ? await loadMentorshipScene(runtime, id) : undefined;
    if (scene && assesses(runtime.school.assessors ?? [], scene.pair.mentor, scene.pair.student))
      await wakeMentorship(runtime, id);
  }
}

/** Looks at the pairs of everybody on the school's list, which may have grown since they were made. */
export async function endListedPairs(runtime: Runtime): Promise<void> {
  for (const { student } of runtime.school.assessors ?? []) {
    const person = await loadPersonByEmail(tableOf(runtime), student);
    if (person) await endAssessedPairs(runtime, person.id);
  }
}

/** The mentor's word that he or she assesses this student; the two are never proposed again. */
export async function nameAssessed(runtime: Runtime, { student, mentor }: Pair): Promise<void> {
  const address = emailIdentity(student.email);
  await changePerson(runtime, mentor.id, (person) => {
    if (!person.mentor || assesses([], person, student)) return person;
    return {
      ...person,
      mentor: { ...person.mentor, assesses: [...(person.mentor.assesses ?? []), address] },
    };
  });
}
