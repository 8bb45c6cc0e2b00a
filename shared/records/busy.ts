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

/** One cell of a meeting, by its beginning, and the part of it that the meeting takes; all in minutes since 1970. */
type Cell = { cell: number; from: number; to: number };

/** The cells that a meeting takes from each person. */
function cellsOf(meeting: Meeting | undefined, cellMinutes: number): Cell[] {
  if (!meeting || !keepsTime(meeting)) return [];
  const [from, to] = [meeting.startAt! / minute, endOf(meeting)! / minute];
  const first = Math.floor(from / cellMinutes);
  return Array.from({ length: Math.ceil(to / cellMinutes) - first }, (_, index) => {
    const cell = (first + index) * cellMinutes;
    return { cell, from: Math.max(from, cell), to: Math.min(to, cell + cellMinutes) };
  });
}

/** Takes and gives back what has changed between two revisions; a cell that somebody else has refuses as `someone-was-first`. */
export function moveBusyTime(
  table: Table,
  after: Meeting,
  before: Meeting | undefined,
  stepMinutes: number,
): Write[] {
  const cellMinutes = cellMinutesFor(stepMinutes);
  const had = new Map(cellsOf(before, cellMinutes).map((part) => [part.cell, part]));
  const has = new Map(cellsOf(after, cellMinutes).map((part) => [part.cell, part]));
  const taken = [...has.values()].filter(({ cell, from, to }) => {
    const mine = had.get(cell);
    return mine?.from !== from || mine.to !== to;
  });
  const given = [...had.keys()].filter((cell) => !has.has(cell));
  return [after.studentId, after.mentorId].flatMap((personId) => [
    ...taken.map(({ cell, from, to }) => {
      const key = keys.busy(personId, cellName(cell));
      const item = toItem({ meetingId: after.id, from, to }, { key, forgetAt: cell * minute + 40 * day });
      const free = had.has(cell)
        ? { expression: "meetingId = :mine", values: { ":mine": after.id } }
        : absent;
      return put(table, item, free, "someone-was-first");
    }),
    ...given.map((cell) =>
      remove(table, keys.busy(personId, cellName(cell)), undefined, "changed-meanwhile"),
    ),
  ]);
}

/** A person's time taken by meetings other than `exceptMeetingId`, as minutes since 1970, from one day before `since` on. */
export async function loadBusyTime(
  table: Table,
  personId: string,
  since: Instant,
  exceptMeetingId?: string,
): Promise<Interval[]> {
  const earliest = (since - day) / minute;
  const items = await getBranch(table, keys.person(personId).pk, "busy#");
  return items.flatMap(({ meetingId, from, to }) =>
    meetingId === exceptMeetingId || (from as number) < earliest
      ? []
      : [[from as number, to as number] as const],
  );
}
