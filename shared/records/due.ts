/** When each thing of a list is looked at next, as the table has it. */
import { type Meeting, meetingSchema } from "../domain/meetings.ts";
import { type Mentorship, mentorshipSchema } from "../domain/mentorships.ts";
import type { Instant, Month } from "../domain/time.ts";
import { lists } from "./keys.ts";
import { getList, type Table } from "./table.ts";

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
