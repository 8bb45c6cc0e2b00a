/** Whatever a person changes about himself or herself: profile, free time, goals, what mail is welcome. */

import type { Availability } from "../domain/availability.ts";
import { advance } from "../domain/lifecycle/engine.ts";
import { mentorshipLife } from "../domain/lifecycle/mentorship-life.ts";
import { type Pair, type Person, personSchema } from "../domain/people.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import type { Instant, TimeZone } from "../domain/time.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { loadPerson } from "../records/people.ts";
import type { Write } from "../records/table.ts";
import { arrangeOpenMonths } from "./arrange-pair.ts";
import { commit, draftMentorship, draftPerson, newDraft, persist } from "./draft.ts";
import type { Runtime } from "./runtime.ts";
import { loadMentorshipScene } from "./scene.ts";
import { tableOf } from "./table-of.ts";

export type PersonActed = Result<Person, "no-such-person">;

/** Writes what `change` makes of the person as he or she stands now, and what is to be written with it. Throws when the result is not a valid person. */
export const changePerson = (
  runtime: Runtime,
  personId: string,
  change: (person: Person) => Person,
  together: (after: Person) => readonly Write[] = () => [],
): Promise<PersonActed> =>
  persist<PersonActed>(async () => {
    const before = await loadPerson(tableOf(runtime), personId);
    if (!before) return refuse("no-such-person");
    const after = personSchema.parse(change(before));
    const draft = newDraft(runtime);
    draftPerson(runtime, draft, after, before);
    draft.writes.push(...together(after));
    return (await commit(runtime, draft)) === undefined ? accept(after) : "changed-meanwhile";
  });

/** New free time; a pair that had no time this month is tried again with it. */
export async function changeAvailability(
  runtime: Runtime,
  personId: string,
  availability: Availability,
  timeZone?: TimeZone,
): Promise<PersonActed> {
  const changed = await changePerson(runtime, personId, (person) => ({
    ...person,
    availability,
    timeZone: timeZone ?? person.timeZone,
  }));
  if (!changed.ok) return changed;
  for (const { id, state } of await loadMentorshipsOf(tableOf(runtime), personId))
    if (state === "active") await arrangeOpenMonths(runtime, id);
  return changed;
}

/** Stops mail that is not about a meeting. */
export const unsubscribe = (runtime: Runtime, personId: string): Promise<PersonActed> =>
  changePerson(runtime, personId, (person) => ({ ...person, wantsOptionalMail: false }));

/** No prompt to say thank you, ever again. */
export const neverPromptAgain = (runtime: Runtime, personId: string): Promise<PersonActed> =>
  changePerson(runtime, personId, (person) => ({
    ...person,
    gratitude: { ...person.gratitude, never: true },
  }));

/** An administrator vouches for a mentor from outside the school; every pair that waited only for this becomes active. */
export const approveMentor = (runtime: Runtime, personId: string): Promise<PersonActed> =>
  changeAndActivate(runtime, personId, (person) =>
    person.mentor && !person.mentor.approved
      ? { ...person, mentor: { ...person.mentor, approved: true } }
      : person,
  );

/** The person accepts the school's agreement; every pair that waited only for this becomes active. */
export const acceptAgreement = (runtime: Runtime, personId: string): Promise<PersonActed> =>
  changeAndActivate(runtime, personId, (person, now) =>
    person.agreedAt === undefined ? { ...person, agreedAt: now } : person,
  );

/** The change and the pairs that it makes active are one write. */
async function changeAndActivate(
  runtime: Runtime,
  personId: string,
  change: (person: Person, now: Instant) => Person,
): Promise<PersonActed> {
  const activated: string[] = [];
  const acted = await persist<PersonActed>(async () => {
    activated.length = 0;
    const table = tableOf(runtime);
    const before = await loadPerson(table, personId);
    if (!before) return refuse("no-such-person");
    const draft = newDraft(runtime);
    const after = change(before, draft.now);
    if (after === before) return accept(before);
    draftPerson(runtime, draft, after, before);
    for (const { id, state } of await loadMentorshipsOf(table, personId)) {
      const scene = state === "agreeing" ? await loadMentorshipScene(runtime, id) : undefined;
      if (!scene) continue;
      const by = scene.mentorship.studentId === personId ? "student" : "mentor";
      const pair: Pair = { ...scene.pair, [by]: after };
      const told = advance(
        mentorshipLife,
        scene.mentorship,
        { type: "agreed", by },
        { school: runtime.school, pair, now: draft.now },
      );
      if (!told.ok) continue;
      // Written even where the pair still waits: of two who do their part at one moment the second must see the first.
      draftMentorship(runtime, draft, {
        after: told.value.after,
        before: scene.mentorship,
        letters: told.value.letters,
        pair,
      });
      if (told.value.after.state === "active") activated.push(id);
    }
    return (await commit(runtime, draft)) === undefined ? accept(after) : "changed-meanwhile";
  });
  for (const id of activated) await arrangeOpenMonths(runtime, id);
  return acted;
}
