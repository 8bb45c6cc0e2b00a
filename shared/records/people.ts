/** People in the table: read by id or address, written on the revision that was read. */
import { packAvailability, unpackAvailability } from "../domain/availability-text.ts";
import { type Pair, type Person, personSchema, type Role } from "../domain/people.ts";
import type { Instant } from "../domain/time.ts";
import { keys, lists } from "./keys.ts";
import { putRevision, toItem } from "./record.ts";
import {
  absent,
  getItem,
  getItems,
  getList,
  type Item,
  put,
  remove,
  type Table,
  type Write,
} from "./table.ts";

const toPerson = (item: Item): Person =>
  personSchema.parse({ ...item, availability: unpackAvailability(item.availability as string) });

export async function loadPerson(table: Table, id: string): Promise<Person | undefined> {
  const item = await getItem(table, keys.person(id));
  return item && toPerson(item);
}

/** People in the order asked for; somebody who is not there is left out. */
export async function loadPeople(table: Table, ids: readonly string[]): Promise<Person[]> {
  return (await getItems(table, ids.map(keys.person))).flatMap((item) => (item ? [toPerson(item)] : []));
}

/** The person behind an address, whatever its case. */
export async function loadPersonByEmail(table: Table, email: string): Promise<Person | undefined> {
  const claim = await getItem(table, keys.email(email));
  return claim && loadPerson(table, claim.personId as string);
}

/** Everybody, by name. */
export async function listPeople(table: Table): Promise<Person[]> {
  return (await getList(table, lists.people)).map(toPerson);
}

const placeOf = (person: Person) => ({
  key: keys.person(person.id),
  list: { name: lists.people, key: `${person.name.toLowerCase()}#${person.id}` },
});

/** Adds somebody whose address nobody has yet (`address-taken`), and ends his or her invitation. */
export const addPerson = (table: Table, person: Person): Write[] => [
  put(table, toItem({ personId: person.id }, { key: keys.email(person.email) }), absent, "address-taken"),
  remove(table, keys.invitation(person.email), undefined, "changed-meanwhile"),
  putRevision(table, fieldsOf(person), undefined, placeOf(person)),
];

/** Writes a person's next revision (`changed-meanwhile`). The address stays. */
export const savePerson = (table: Table, after: Person, before: Person): Write =>
  putRevision(table, fieldsOf(after), before, placeOf(after));

/** Writes both of a pair as they were read, so that nobody else has changed one of them meanwhile (`changed-meanwhile`). */
export const savePair = (table: Table, { student, mentor }: Pair): Write[] =>
  [student, mentor].map((person) => savePerson(table, person, person));

const fieldsOf = (person: Person) => ({ ...person, availability: packAvailability(person.availability) });

/** Somebody who was asked to join and has not yet told the rest. */
export type Invitation = { email: string; name: string; role: Role; invitedAt: Instant };

export const addInvitation = (table: Table, invitation: Invitation): Write =>
  put(
    table,
    toItem(invitation, {
      key: keys.invitation(invitation.email),
      list: { name: lists.invitations, key: `${invitation.name.toLowerCase()}#${invitation.email}` },
    }),
    undefined,
    "changed-meanwhile",
  );

export async function loadInvitation(table: Table, email: string): Promise<Invitation | undefined> {
  return (await getItem(table, keys.invitation(email))) as Invitation | undefined;
}

export async function listInvitations(table: Table): Promise<Invitation[]> {
  return (await getList(table, lists.invitations)) as unknown as Invitation[];
}
