/** Mentorships in the table, listed for the school and beside each of the two people. */
import { type Mentorship, mentorshipSchema, type ThankYou, thankYouSchema } from "../domain/mentorships.ts";
import type { Instant } from "../domain/time.ts";
import { keys, lists } from "./keys.ts";
import { putRevision, toItem } from "./record.ts";
import {
  absent,
  check,
  getBranch,
  getItem,
  getItems,
  getList,
  type Item,
  put,
  remove,
  type Table,
  type Write,
} from "./table.ts";

const toMentorship = (item: Item): Mentorship => mentorshipSchema.parse(item);

export async function loadMentorship(table: Table, id: string): Promise<Mentorship | undefined> {
  const item = await getItem(table, keys.mentorship(id));
  return item && toMentorship(item);
}

/** Every mentorship a person has or had, oldest first. */
export async function loadMentorshipsOf(table: Table, personId: string): Promise<Mentorship[]> {
  const beside = await getBranch(table, keys.person(personId).pk, "mentorship#");
  const items = await getItems(
    table,
    beside.map((item) => keys.mentorship(item.mentorshipId as string)),
  );
  return items
    .flatMap((item) => (item ? [toMentorship(item)] : []))
    .sort((a, b) => a.proposedAt - b.proposedAt || (a.id < b.id ? -1 : 1));
}

/** Every mentorship of the school, in the order of their ids. */
export async function listMentorships(table: Table): Promise<Mentorship[]> {
  return (await getList(table, lists.mentorships)).map(toMentorship);
}

/** Adds a mentorship, or writes its next revision on `before` (`changed-meanwhile`). */
export const saveMentorship = (
  table: Table,
  after: Mentorship,
  before: Mentorship | undefined,
  dueAt: Instant | undefined,
): Write[] => [
  putRevision(table, after, before, {
    key: keys.mentorship(after.id),
    list: { name: lists.mentorships, key: after.id },
    dueAt,
  }),
  ...(before
    ? []
    : [after.studentId, after.mentorId].map((personId) =>
        put(
          table,
          toItem({ mentorshipId: after.id }, { key: keys.personMentorship(personId, after.id) }),
          absent,
          "changed-meanwhile",
        ),
      )),
];

/** Keeps a thank-you with its mentor; the same one twice is refused as `already-thanked`. */
export const addThankYou = (table: Table, thankYou: ThankYou): Write =>
  put(
    table,
    toItem(thankYou, { key: keys.thankYou(thankYou.mentorId, thankYou.id) }),
    absent,
    "already-thanked",
  );

export async function loadThankYou(
  table: Table,
  mentorId: string,
  id: string,
): Promise<ThankYou | undefined> {
  const item = await getItem(table, keys.thankYou(mentorId, id));
  return item && thankYouSchema.parse(item);
}

/** A mentor keeps a note no longer; one that is gone already is no matter. */
export const removeThankYou = (table: Table, mentorId: string, id: string): Write =>
  remove(table, keys.thankYou(mentorId, id), undefined, "changed-meanwhile");

/** A mentor's thank-you notes, in the order of their ids. */
export async function loadThankYousOf(table: Table, mentorId: string): Promise<ThankYou[]> {
  const items = await getBranch(table, keys.person(mentorId).pk, "thank-you#");
  return items.map((item) => thankYouSchema.parse(item)).sort((a, b) => a.writtenAt - b.writtenAt);
}

/** Holds a write back once the pair has ended, or before it has begun (`changed-meanwhile`). */
export const whileActive = (table: Table, id: string): Write =>
  check(
    table,
    keys.mentorship(id),
    { expression: "#state = :active", names: { "#state": "state" }, values: { ":active": "active" } },
    "changed-meanwhile",
  );
