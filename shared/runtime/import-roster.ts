/** Brings an administrator's roster into the school: known people are updated, new ones welcomed, named ones invited. */
import { emailIdentity, type Person } from "../domain/people.ts";
import { loadErased } from "../records/erasure.ts";
import { addMessage } from "../records/messages.ts";
import { addInvitation, addPerson, loadInvitation, loadPersonByEmail } from "../records/people.ts";
import { transact, type Write } from "../records/table.ts";
import type { Invited, NewPerson, Roster } from "../roster/roster.ts";
import { changePerson } from "./act-on-person.ts";
import { newPerson, welcomeTo } from "./join.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";
import { letterToAddress } from "./write-letter.ts";

/** `erased` were erased before: a list cannot bring them back, only they themselves, by signing up. */
export type Imported = {
  added: number;
  updated: number;
  invited: number;
  invitedBefore: number;
  erased: number;
};

/** So many people are written at once: a thousand are in within the time that a browser waits. */
const atOnce = 20;

/**
 * Takes a checked roster. Doing it twice adds and invites nobody twice. The letters are only planned here: the sweep
 * sends them in the minutes that follow.
 */
export async function importRoster(runtime: Runtime, roster: Roster): Promise<Imported> {
  const done: Imported = { added: 0, updated: 0, invited: 0, invitedBefore: 0, erased: 0 };
  const addresses = [...roster.people, ...roster.invited].map(({ email }) => email);
  const erased = await loadErased(tableOf(runtime), addresses);
  const wasErased = ({ email }: { email: string }): boolean => erased.has(emailIdentity(email));
  const steps = [
    ...roster.people.map((person) => () => importPerson(runtime, person, wasErased(person))),
    ...roster.invited.map((invited) => () => invite(runtime, invited, wasErased(invited))),
  ];
  for (let from = 0; from < steps.length; from += atOnce)
    for (const what of await Promise.all(steps.slice(from, from + atOnce).map((step) => step())))
      done[what]++;
  runtime.log({ event: "roster-imported", ...done });
  return done;
}

async function importPerson(
  runtime: Runtime,
  imported: NewPerson,
  wasErased: boolean,
): Promise<"added" | "updated" | "erased"> {
  const table = tableOf(runtime);
  const known = await loadPersonByEmail(table, imported.email);
  if (!known && wasErased) return "erased";
  if (!known) {
    const person = newPerson(runtime, imported, undefined);
    const refusal = await write(runtime, [
      ...addPerson(table, person),
      addMessage(table, welcomeTo(runtime, person)),
    ]);
    if (refusal === undefined) return "added";
  }
  // Whoever signed up while the file was being read is known by now.
  const present = known ?? (await loadPersonByEmail(table, imported.email));
  if (!present) throw new Error("a person of the roster could not be written; a retry helps");
  await changePerson(runtime, present.id, (person) => withProfile(person, imported));
  return "updated";
}

/** A known mentor keeps the approval that an administrator gave, and the students whom he or she named as assessed. */
const withProfile = (known: Person, { student, mentor, ...imported }: NewPerson): Person => ({
  ...known,
  ...imported,
  email: known.email,
  ...(student && { student }),
  ...(mentor && {
    mentor: { ...known.mentor, ...mentor, approved: mentor.approved || known.mentor?.approved === true },
  }),
});

async function invite(
  runtime: Runtime,
  { name, email, role }: Invited,
  wasErased: boolean,
): Promise<"invited" | "invitedBefore" | "erased"> {
  const table = tableOf(runtime);
  if ((await loadPersonByEmail(table, email)) || (await loadInvitation(table, email))) return "invitedBefore";
  if (wasErased) return "erased";
  const about = { letter: "sign-up-link", occasion: "invited", data: { role, invited: 1 } } as const;
  const refusal = await write(runtime, [
    addInvitation(table, { name, email, role, invitedAt: runtime.now() }),
    addMessage(table, letterToAddress(runtime, about, email, "visitor")),
  ]);
  return refusal === undefined ? "invited" : "invitedBefore";
}

const write = (runtime: Runtime, writes: readonly Write[]): Promise<string | undefined> =>
  transact(tableOf(runtime), writes, newAttemptToken(runtime));
