/** Nobody is in two meetings at once: a booked meeting takes one record for each person and cell of time. */
import type { Interval } from "../domain/intervals.ts";
import { endOf, keepsTime, type Meeting } from "../domain/meetings.ts";
import { day, type Instant, minute } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { toItem } from "./record.ts";
import { absent, getBranch, put, remove, type Table, type Write } from "./table.ts";

/** A common divisor of every start the grid allows, in any zone whose offset is a multiple of 15 minutes. */
const cellMinutesFor = (stepMinutes: number): number => (stepMinutes % 15 === 0 ? 15 : 5);

const cellName = (minutes: number): string => String(minutes).padStart(10, "0");

/** The cells that a meeting takes from each person, as minutes since the epoch. */
function cellsOf(meeting: Meeting | undefined, cellMinutes: number): number[] {
  if (!meeting || !keepsTime(meeting)) return [];
  const from = Math.floor(meeting.startAt! / minute / cellMinutes);
  const to = Math.ceil(endOf(meeting)! / minute / cellMinutes);
  return Array.from({ length: to - from }, (_, index) => (from + index) * cellMinutes);
}

/** Takes and gives back what has changed between two revisions; a cell that somebody else has refuses as `someone-was-first`. */
export function moveBusyTime(
  table: Table,
  after: Meeting,
  before: Meeting | undefined,
  stepMinutes: number,
): Write[] {
  const cellMinutes = cellMinutesFor(stepMinutes);
  const had = cellsOf(before, cellMinutes);
  const has = cellsOf(after, cellMinutes);
  const people = [after.studentId, after.mentorId];
  const taken = has.filter((cell) => !had.includes(cell));
  const given = had.filter((cell) => !has.includes(cell));
  return people.flatMap((personId) => [
    ...taken.map((cell) => {
      const forgetAt = cell * minute + 40 * day;
      const item = toItem(
        { meetingId: after.id, cellMinutes },
        { key: keys.busy(personId, cellName(cell)), forgetAt },
      );
      return put(table, item, absent, "someone-was-first");
    }),
    ...given.map((cell) =>
      remove(table, keys.busy(personId, cellName(cell)), undefined, "changed-meanwhile"),
    ),
  ]);
}

/** A person's time taken by meetings other than `exceptMeetingId`, as minutes since the epoch, from one day before `from` on. */
export async function loadBusyTime(
  table: Table,
  personId: string,
  from: Instant,
  exceptMeetingId?: string,
): Promise<Interval[]> {
  const earliest = (from - day) / minute;
  const items = await getBranch(table, keys.person(personId).pk, "busy#");
  return items.flatMap((item) => {
    const start = Number((item.sk as string).slice("busy#".length));
    return item.meetingId === exceptMeetingId || start < earliest
      ? []
      : [[start, start + (item.cellMinutes as number)] as const];
  });
}
