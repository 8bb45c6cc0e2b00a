/** Brings an administrator's roster into the school: known people are updated, new ones welcomed, named ones invited. */
import { mostOfEach } from "../domain/availability.ts";
import { civilAt } from "../domain/calendar.ts";
import {
  emailIdentity,
  keepsApproval,
  listMaxLength,
  type MentorProfile,
  type Person,
  type Role,
  roles,
  type StudentProfile,
} from "../domain/people.ts";
import { afterQuietHours } from "../domain/quiet-hours.ts";
import type { Instant } from "../domain/time.ts";
import { loadErased, unlessErased } from "../records/erasure.ts";
import { addMessage } from "../records/messages.ts";
import { addInvitation, addPerson, loadInvitation, loadPersonByEmail } from "../records/people.ts";
import { transact, type Write } from "../records/table.ts";
import type { ColumnName } from "../roster/columns.ts";
import { unlike } from "../roster/merge-people.ts";
import type { Invited, Roster, RosterPerson } from "../roster/roster.ts";
import { changePerson } from "./act-on-person.ts";
import { joinedAs, newPerson, welcomeTo } from "./join.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";
import { letterToAddress } from "./write-letter.ts";

/** `inBothRoles` were here in one role only, and `inOtherRole` are still: a row that only names them adds none. `erased` were erased before: a list cannot bring them back, only they themselves, by signing up. */
export type Imported = {
  added: number;
  updated: number;
  inBothRoles: number;
  invited: number;
  invitedBefore: number;
  inOtherRole: number;
  erased: number;
};

/** So many people are written at once: a thousand are in within the time that a browser waits. */
const atOnce = 20;

/**
 * Takes a checked roster. Doing it twice adds and invites nobody twice. The letters are only planned here: the sweep
 * sends them in the minutes that follow, or in the morning.
 */
export async function importRoster(runtime: Runtime, roster: Roster): Promise<Imported> {
  const done: Imported = {
    added: 0,
    updated: 0,
    inBothRoles: 0,
    invited: 0,
    invitedBefore: 0,
    inOtherRole: 0,
    erased: 0,
  };
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

/** The role that the file says and the person does not have yet. */
export const secondRole = (known: Person, imported: RosterPerson): Role | undefined =>
  roles.find((role) => imported[role] && !known[role]);

async function importPerson(
  runtime: Runtime,
  imported: RosterPerson,
  wasErased: boolean,
): Promise<"added" | "updated" | "inBothRoles" | "erased"> {
  const table = tableOf(runtime);
  const known = await loadPersonByEmail(table, imported.email);
  if (!known && wasErased) return "erased";
  if (!known) {
    const person = newPerson(runtime, imported, undefined);
    const refusal = await write(runtime, [
      unlessErased(table, imported.email),
      ...addPerson(table, person),
      addMessage(table, welcomeTo(runtime, person)),
    ]);
    if (refusal === undefined) return "added";
    if (refusal === "erased") return refusal;
  }
  // Whoever signed up while the file was being read is known by now.
  const present = known ?? (await loadPersonByEmail(table, imported.email));
  if (!present) throw new Error("a person of the roster could not be written; a retry helps");
  let second: Role | undefined;
  await changePerson(
    runtime,
    present.id,
    (person) => {
      second = secondRole(person, imported);
      return withProfile(person, imported, runtime.now());
    },
    (person) => (second ? [addMessage(table, welcomeTo(runtime, person, joinedAs(second), second))] : []),
  );
  return second ? "inBothRoles" : "updated";
}

/**
 * What the file says goes before what was known, and what it leaves empty stays as it was. Goals, single dates and absences
 * that are not over stay in any case, as far as a person can have so many. A known mentor from outside keeps the approval that an administrator gave, and the students named as assessed.
 */
function withProfile(known: Person, imported: RosterPerson, now: Instant): Person {
  const { given, name, timeZone, availability, student, mentor } = imported;
  const today = civilAt(now, known.timeZone).date;
  const isGiven = (column: ColumnName) => Object.values(given).some((columns) => columns.includes(column));
  return {
    ...known,
    name,
    timeZone: isGiven("time_zone") ? timeZone : known.timeZone,
    availability: {
      weekly: availability.weekly,
      overrides: known.availability.overrides,
      absences: unlike([
        ...availability.absences,
        ...known.availability.absences.filter(({ to }) => to.slice(0, 10) >= today),
      ]).slice(0, mostOfEach.absences),
    },
    ...(student && { student: studentWith(known.student, student, given.student ?? []) }),
    ...(mentor && { mentor: mentorWith(known.mentor, mentor, given.mentor ?? []) }),
  };
}

function studentWith(
  known: StudentProfile | undefined,
  imported: StudentProfile,
  given: readonly ColumnName[],
): StudentProfile {
  if (!known) return imported;
  const { specialties, focus, mentorsWanted } = known;
  return {
    ...imported,
    goals: [
      ...known.goals,
      ...imported.goals.filter(({ text }) => known.goals.every((goal) => goal.text !== text)),
    ].slice(0, listMaxLength),
    ...(!given.includes("specialties") && { specialties }),
    ...(!given.includes("focus") && { focus }),
    ...(!given.includes("capacity") && { mentorsWanted }),
  };
}

function mentorWith(
  known: MentorProfile | undefined,
  imported: MentorProfile,
  given: readonly ColumnName[],
): MentorProfile {
  if (!known) return imported;
  const { specialties, focus, capacity, place } = known;
  return {
    ...known,
    ...imported,
    // A file of an administrator approves whoever it says to come from inside.
    approved: imported.approved || keepsApproval(known, imported.kind),
    ...(!given.includes("specialties") && { specialties }),
    ...(!given.includes("focus") && { focus }),
    ...(!given.includes("capacity") && { capacity }),
    ...(!given.includes("place") && { place }),
  };
}

async function invite(
  runtime: Runtime,
  { name, email, role }: Invited,
  wasErased: boolean,
): Promise<"invited" | "invitedBefore" | "inOtherRole" | "erased"> {
  const table = tableOf(runtime);
  const known = await loadPersonByEmail(table, email);
  if (known && !known[role]) return "inOtherRole";
  if (known || (await loadInvitation(table, email))) return "invitedBefore";
  if (wasErased) return "erased";
  const about = { letter: "sign-up-link", occasion: "invited", data: { role, invited: 1 } } as const;
  const now = runtime.now();
  const message = letterToAddress(runtime, about, email, "visitor");
  // Nobody has asked for this one, so it can wait for the morning.
  const sendAt = afterQuietHours(now, runtime.school.quietHours, runtime.school.timeZone);
  const refusal = await write(runtime, [
    unlessErased(table, email),
    addInvitation(table, { name, email, role, invitedAt: now }),
    addMessage(table, { ...message, sendAt }),
  ]);
  if (refusal === "erased") return refusal;
  return refusal === undefined ? "invited" : "invitedBefore";
}

const write = (runtime: Runtime, writes: readonly Write[]): Promise<string | undefined> =>
  transact(tableOf(runtime), writes, newAttemptToken(runtime));
