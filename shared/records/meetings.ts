/** Meetings in the table, listed by month. */
import { type Meeting, meetingSchema } from "../domain/meetings.ts";
import { type Mentorship, mentorshipSchema } from "../domain/mentorships.ts";
import type { Instant, Month } from "../domain/time.ts";
import { type MeetingRevision, moveBusyTime } from "./busy.ts";
import { keys, lists, meetingId } from "./keys.ts";
import { putRevision } from "./record.ts";
import { getItem, getItems, getList, type Item, type Table, type Write } from "./table.ts";

const toMeeting = (item: Item): Meeting => meetingSchema.parse(item);

export async function loadMeeting(table: Table, id: string): Promise<Meeting | undefined> {
  const item = await getItem(table, keys.meeting(id));
  return item && toMeeting(item);
}

/** A mentorship and one of its meetings, read in one go; without a meeting's id only the mentorship. */
export async function loadWithMeeting(
  table: Table,
  mentorshipId: string,
  meeting: string | undefined,
): Promise<{ mentorship: Mentorship | undefined; meeting: Meeting | undefined }> {
  const [first, second] = await getItems(table, [
    keys.mentorship(mentorshipId),
    ...(meeting === undefined ? [] : [keys.meeting(meeting)]),
  ]);
  return { mentorship: first && mentorshipSchema.parse(first), meeting: second && toMeeting(second) };
}

/** The meetings these mentorships have in these months, earliest month first. */
export async function loadMeetingsOf(
  table: Table,
  mentorshipIds: readonly string[],
  months: readonly Month[],
): Promise<Meeting[]> {
  return loadMeetings(
    table,
    months.flatMap((month) => mentorshipIds.map((id) => meetingId(id, month))),
  );
}

/** Many meetings in the order of their ids; one that is not there is left out. */
export async function loadMeetings(table: Table, ids: readonly string[]): Promise<Meeting[]> {
  return (await getItems(table, ids.map(keys.meeting))).flatMap((item) => (item ? [toMeeting(item)] : []));
}

/** Every meeting of a month. */
export async function listMeetings(table: Table, month: Month): Promise<Meeting[]> {
  return (await getList(table, lists.meetings(month))).map(toMeeting);
}

export type MeetingChange = MeetingRevision & { dueAt: Instant | undefined };

/**
 * Adds meetings or writes their next revisions, and takes or gives back people's time in the same breath. Whatever is written
 * together is named together here, since a transaction writes each person's day once.
 */
export const saveMeetings = (table: Table, changes: readonly MeetingChange[]): Write[] => [
  ...moveBusyTime(table, changes),
  ...changes.map(({ after, before, dueAt }) =>
    putRevision(table, after, before, {
      key: keys.meeting(after.id),
      list: { name: lists.meetings(after.month), key: after.id },
      dueAt,
    }),
  ),
];
