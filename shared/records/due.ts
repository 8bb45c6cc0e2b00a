/** What is due, and when each thing is looked at next, as the table has it. */
import { marshall } from "@aws-sdk/util-dynamodb";
import type { LetterName } from "../domain/letter-rules.ts";
import { type Meeting, meetingSchema } from "../domain/meetings.ts";
import { type Mentorship, mentorshipSchema } from "../domain/mentorships.ts";
import type { Instant, Month } from "../domain/time.ts";
import { type Key, lists } from "./keys.ts";
import { tableShape } from "./shape.ts";
import { getList, queryAll, type Table } from "./table.ts";

/** A record that waits for a moment, as the list of what is due has it: without what changes in it. */
export type DueItem = Key & {
  dueAt: Instant;
  /** Not of a round. */
  id?: string;
  /** Of a message. */
  letter?: LetterName;
  notAfter?: Instant;
};

/** Up to `most` records whose moment has come, and came at `from` or later, earliest first. */
export async function getDue(
  table: Table,
  now: Instant,
  most: number,
  from: Instant = 0,
): Promise<DueItem[]> {
  const due = await queryAll(
    table,
    {
      IndexName: tableShape.dueIndex.name,
      KeyConditionExpression: "dueList = :open AND dueAt BETWEEN :from AND :now",
      ExpressionAttributeValues: marshall({ ":open": "open", ":from": Math.min(from, now), ":now": now }),
    },
    most,
  );
  return due as unknown as DueItem[];
}

/** Everything that still waits for a moment, whenever that is. */
export const getAllDue = (table: Table): Promise<DueItem[]> =>
  getDue(table, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY);

/** `dueAt` is undefined where nobody looks at it any more. */
export type Due<Thing> = { thing: Thing; dueAt: Instant | undefined };

export const listDueMeetings = (table: Table, month: Month): Promise<Due<Meeting>[]> =>
  listDue(table, lists.meetings(month), (item) => meetingSchema.parse(item));

export const listDueMentorships = (table: Table): Promise<Due<Mentorship>[]> =>
  listDue(table, lists.mentorships, (item) => mentorshipSchema.parse(item));

const listDue = async <Thing>(
  table: Table,
  list: string,
  read: (item: unknown) => Thing,
): Promise<Due<Thing>[]> =>
  (await getList(table, list)).map((item) => ({
    thing: read(item),
    dueAt: item.dueAt as Instant | undefined,
  }));
