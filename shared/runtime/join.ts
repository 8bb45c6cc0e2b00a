/** Somebody finishes the sign-up form and is a person of the school from then on. */
import type { Message } from "../domain/messages.ts";
import { outsideKinds, type Person, personSchema, type Role } from "../domain/people.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import type { Link } from "../links/link.ts";
import { addMessage } from "../records/messages.ts";
import { addPerson } from "../records/people.ts";
import type { NewPerson } from "../roster/roster.ts";
import type { Runtime } from "./runtime.ts";
import { sendInTurn } from "./send-in-turn.ts";
import { newId, tableOf } from "./table-of.ts";
import { useUp } from "./use-up.ts";
import { letterToPerson } from "./write-letter.ts";

export type JoinRefusal = "link-used" | "address-taken";

/** The finished sign-up form: a new person who has accepted the agreement. It uses the link up in the browser whose secret has this hash; the address is the link's. */
export async function join(
  runtime: Runtime,
  link: Link,
  form: Omit<NewPerson, "email">,
  browser: string,
): Promise<Result<Person, JoinRefusal>> {
  const table = tableOf(runtime);
  const person = newPerson(runtime, { ...form, email: link.email! }, runtime.now());
  const message = welcomeTo(runtime, person);
  const opens = [...addPerson(table, person), addMessage(table, message)];
  const refusal = await useUp(runtime, link, opens, browser);
  if (refusal === "link-used" || refusal === "address-taken") return refuse(refusal);
  if (refusal !== undefined) throw new Error(`sign-up could not be written: ${refusal}; a retry helps`);
  await sendInTurn(runtime, [message]);
  return accept(person);
}

/** The letter that everybody gets who has just come in, or has a second role from now on. */
export const welcomeTo = (
  runtime: Runtime,
  person: Person,
  occasion = "joined",
  role = roleOf(person),
): Message => letterToPerson(runtime, { letter: "welcome", occasion, data: {} }, person, role);

/** The occasion on which somebody who is here already is welcomed to a second role. */
export const joinedAs = (role: Role): string => `joined-as-${role}`;

/** A person as the table wants one. Outside mentors wait for an administrator, whoever brings them in. */
export function newPerson(runtime: Runtime, person: NewPerson, agreedAt: Instant | undefined): Person {
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
