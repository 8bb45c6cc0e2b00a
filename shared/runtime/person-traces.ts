/** What of a record must go when a person is erased: all of it, its words, or nothing. */
import {
  meetingWithoutWords,
  mentorshipWithoutWords,
  messageWithoutData,
  messageWithoutReader,
  wordsRemoved,
} from "../domain/erasure.ts";
import { type Meeting, meetingSchema } from "../domain/meetings.ts";
import { type Mentorship, mentorshipSchema, thankYouSchema } from "../domain/mentorships.ts";
import { messageSchema } from "../domain/messages.ts";
import { emailIdentity } from "../domain/people.ts";
import type { Instant } from "../domain/time.ts";
import { kindOf } from "../records/every-record.ts";
import { keys } from "../records/keys.ts";
import { saveMeetings } from "../records/meetings.ts";
import { saveMentorship } from "../records/mentorships.ts";
import { saveMessage } from "../records/messages.ts";
import { type Item, present, put, remove, type Table, type Write } from "../records/table.ts";

export type Traces = {
  /** By `emailIdentity`. */
  address: string;
  /** Absent for somebody who was only invited, or only asked for a link. */
  personId: string | undefined;
  /** Every mentorship the person has or had. */
  mentorshipIds: ReadonlySet<string>;
};

type Here = { table: Table; now: Instant };

/** Whether a record is of this person or about one of his or her mentorships, by any of its own fields. */
const isOf = ({ personId, address }: Traces, record: Item): boolean =>
  Object.values(record).some(
    (value) =>
      typeof value === "string" &&
      ((personId !== undefined && value === personId) || emailIdentity(value) === address),
  );

/** The writes that take this person out of a record; none when there is nothing of him or her in it. Doing them twice changes nothing more. */
export function traceWrites(here: Here, traces: Traces, record: Item): Write[] {
  const { table } = here;
  const { pk, sk } = record;
  if (pk === keys.email(traces.address).pk) return sk === "erased" ? [] : [gone(table, record)];
  if (traces.personId !== undefined && pk === keys.person(traces.personId).pk) return [gone(table, record)];
  const kind = kindOf(record);
  const rewrite = rewrites[kind];
  if (rewrite) return rewrite(here, traces, record);
  // What is not known here in particular goes as a whole: sessions, used links, and whatever is added later.
  return isOf(traces, record) ? [gone(table, record)] : [];
}

/** True where the address stands anywhere in a record, in a sentence too. */
export function holdsAddress({ address }: Traces, record: Item): boolean {
  const literal = address.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\w.+-])${literal}(?![\\w-]|\\.\\w)`, "u").test(
    JSON.stringify(record).toLowerCase(),
  );
}

const gone = (table: Table, { pk, sk }: Item): Write =>
  remove(table, { pk, sk }, undefined, "changed-meanwhile");

const rewrites: Readonly<Record<string, (here: Here, traces: Traces, record: Item) => Write[]>> = {
  mentorship({ table, now }, { mentorshipIds }, record) {
    if (!mentorshipIds.has(record.id as string)) return [];
    const before: Mentorship = mentorshipSchema.parse(record);
    const after = mentorshipWithoutWords(before, now);
    return isSame(record, before, after) ? [] : saveMentorship(table, after, before, undefined);
  },
  meeting({ table }, { mentorshipIds }, record) {
    if (!mentorshipIds.has(record.mentorshipId as string)) return [];
    const before: Meeting = meetingSchema.parse(record);
    const after = meetingWithoutWords(before);
    return isSame(record, before, after) ? [] : saveMeetings(table, [{ after, before, dueAt: undefined }]);
  },
  message({ table }, { address, personId, mentorshipIds }, record) {
    const before = messageSchema.parse(record);
    const isTo =
      "personId" in before.to ? before.to.personId === personId : emailIdentity(before.to.email) === address;
    const isAbout = before.mentorshipId !== undefined && mentorshipIds.has(before.mentorshipId);
    if (!isTo && !isAbout) return [];
    const after = isTo ? messageWithoutReader(before) : messageWithoutData(before);
    return isSame(record, before, after) ? [] : [saveMessage(table, after, before)];
  },
  "person-thank-you"({ table }, { personId }, record) {
    const note = thankYouSchema.parse(record);
    if (note.studentId !== personId || note.text === wordsRemoved) return [];
    return [put(table, { ...record, text: wordsRemoved }, present, "changed-meanwhile")];
  },
  /** Somebody else, who may have said that he or she grades this person. */
  person({ table }, { address }, record) {
    const mentor = record.mentor as { assesses?: string[] } | undefined;
    const others = mentor?.assesses?.filter((graded) => emailIdentity(graded) !== address);
    if (!others || others.length === mentor?.assesses?.length) return [];
    const revision = record.revision as number;
    const after = { ...record, mentor: { ...mentor, assesses: others }, revision: revision + 1 };
    const asRead = { expression: "revision = :read", values: { ":read": revision } };
    return [put(table, after, asRead, "changed-meanwhile")];
  },
  /** A list beside the other person; it names the mentorship and nobody. */
  "person-mentorship": () => [],
};

/** True when the rewritten thing has nothing less than the stored record, whatever else that holds. */
function isSame(record: Item, before: object, after: object): boolean {
  const unknown = Object.keys(record).filter((field) => !places.has(field) && !(field in before));
  return unknown.length === 0 && canonical(before) === canonical(after);
}

/** Where a record is kept and listed, which is not part of the thing itself. */
const places = new Set(["pk", "sk", "listName", "listKey", "dueList", "dueAt", "forgetAfter"]);

const canonical = (thing: object): string =>
  JSON.stringify(thing, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  );
