/** How people come into the school: by themselves through a link, or from an administrator's roster. */
import type { Message } from "../domain/messages.ts";
import { outsideKinds, type Person, personSchema, type Role } from "../domain/people.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import { type Link, useLink } from "../links/link.ts";
import { addMessage } from "../records/messages.ts";
import {
  addInvitation,
  addPerson,
  loadInvitation,
  loadPersonByEmail,
  savePerson,
} from "../records/people.ts";
import { transact, type Write } from "../records/table.ts";
import type { Invited, NewPerson, Roster } from "../roster/roster.ts";
import type { Runtime } from "./runtime.ts";
import { sendMessage } from "./send-message.ts";
import { newAttemptToken, newId, tableOf } from "./table-of.ts";
import { letterToAddress, letterToPerson } from "./write-letter.ts";

export type JoinRefusal = "link-used" | "address-taken";

/** The finished sign-up form: a new person who has accepted the agreement. It uses the link up; the address is the link's. */
export async function join(
  runtime: Runtime,
  link: Link,
  form: Omit<NewPerson, "email">,
): Promise<Result<Person, JoinRefusal>> {
  const table = tableOf(runtime);
  const person = newPerson(runtime, { ...form, email: link.email! }, runtime.now());
  const message = welcomeTo(runtime, person);
  const writes = [
    useLink(table, link, runtime.now()),
    ...addPerson(table, person),
    addMessage(table, message),
  ];
  const refusal = await transact(table, writes, newAttemptToken(runtime));
  if (refusal === "link-used" || refusal === "address-taken") return refuse(refusal);
  if (refusal !== undefined) throw new Error(`sign-up could not be written: ${refusal}; a retry helps`);
  await sendMessage(runtime, message);
  return accept(person);
}

export type Imported = { added: number; updated: number; invited: number };

/**
 * Brings a checked roster into the school: new people are added and welcomed, known ones get the file's profile,
 * and whoever is only named gets a sign-up link. Doing it twice adds nobody twice.
 */
export async function importRoster(runtime: Runtime, roster: Roster): Promise<Imported> {
  const done: Imported = { added: 0, updated: 0, invited: 0 };
  for (const person of roster.people) done[await importPerson(runtime, person)]++;
  for (const invited of roster.invited) if (await invite(runtime, invited)) done.invited++;
  runtime.log({ event: "roster-imported", ...done });
  return done;
}

async function importPerson(runtime: Runtime, imported: NewPerson): Promise<"added" | "updated"> {
  const table = tableOf(runtime);
  const known = await loadPersonByEmail(table, imported.email);
  if (known) {
    await transact(table, [savePerson(table, withProfile(known, imported), known)], newAttemptToken(runtime));
    return "updated";
  }
  const person = newPerson(runtime, imported, undefined);
  const message = welcomeTo(runtime, person);
  await write(runtime, [...addPerson(table, person), addMessage(table, message)], message);
  return "added";
}

/** A known mentor from outside keeps the approval that an administrator gave. */
const withProfile = (known: Person, { student, mentor, ...imported }: NewPerson): Person => ({
  ...known,
  ...imported,
  email: known.email,
  ...(student && { student }),
  ...(mentor && { mentor: { ...mentor, approved: mentor.approved || known.mentor?.approved === true } }),
});

async function invite(runtime: Runtime, { name, email, role }: Invited): Promise<boolean> {
  const table = tableOf(runtime);
  if ((await loadPersonByEmail(table, email)) || (await loadInvitation(table, email))) return false;
  const message = letterToAddress(
    runtime,
    { letter: "sign-up-link", occasion: "invited", data: { role } },
    email,
    "visitor",
  );
  await write(
    runtime,
    [addInvitation(table, { name, email, role, invitedAt: runtime.now() }), addMessage(table, message)],
    message,
  );
  return true;
}

async function write(runtime: Runtime, writes: readonly Write[], message: Message): Promise<void> {
  const refusal = await transact(tableOf(runtime), writes, newAttemptToken(runtime));
  if (refusal === undefined) await sendMessage(runtime, message);
}

const welcomeTo = (runtime: Runtime, person: Person): Message =>
  letterToPerson(runtime, { letter: "welcome", occasion: "joined", data: {} }, person, roleOf(person));

/** Outside mentors wait for an administrator, whoever brings them in. */
function newPerson(runtime: Runtime, person: NewPerson, agreedAt: Instant | undefined): Person {
  const { mentor } = person;
  return personSchema.parse({
    ...person,
    id: newId(runtime),
    revision: 1,
    email: person.email.trim(),
    joinedAt: runtime.now(),
    wantsOptionalMail: true,
    gratitude: {},
    ...(mentor && { mentor: { ...mentor, approved: !outsideKinds.includes(mentor.kind) } }),
    ...(agreedAt !== undefined && { agreedAt }),
  });
}

export const roleOf = (person: Person): Role => (person.student ? "student" : "mentor");
