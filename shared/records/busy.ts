/** Nobody is in two meetings at once: a person's UTC day is one record, and every five minutes of it belong to one meeting at the most. */
import { marshall } from "@aws-sdk/util-dynamodb";
import { civilAt, wallToInstant } from "../domain/calendar.ts";
import { type Interval, merge } from "../domain/intervals.ts";
import { endOf, keepsTime, type Meeting } from "../domain/meetings.ts";
import { type CivilDate, day, type Instant, minute } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { getBranch, type Table, type Write } from "./table.ts";

/** Two meetings that overlap share a cell, and two that touch share none: five minutes divide every start that the grid allows and every length. */
const cellMinutes = 5;
const dayMinutes = day / minute;
/** How long after its day such a record is forgotten. */
const keptFor = 40 * day;

/**
 * What stands in the record of a day, by the attribute's name. `c204`, with no value, says that the cell which begins at the minute
 * 204 × 5 is taken; `m204` says by whom, for the meeting that begins in it: its id, and its time in minutes of the day, to the minute.
 * So the names that the records of all people have among them are few, however many meetings there are.
 */
type Attributes = Map<string, null | readonly [meetingId: string, from: number, to: number]>;

/** What a meeting takes from each of the two on each UTC day that it touches. */
function takenBy(meeting: Meeting | undefined): { date: CivilDate; attributes: Attributes }[] {
  if (!meeting || !keepsTime(meeting)) return [];
  const [from, to] = [meeting.startAt! / minute, endOf(meeting)! / minute];
  const days = [];
  for (let begins = from - (from % dayMinutes); begins < to; begins += dayMinutes) {
    const [first, last] = [Math.max(from - begins, 0), Math.min(to - begins, dayMinutes)];
    const firstCell = Math.floor(first / cellMinutes);
    const attributes: Attributes = new Map([[`m${firstCell}`, [meeting.id, first, last]]]);
    for (let cell = firstCell; cell * cellMinutes < last; cell++) attributes.set(`c${cell}`, null);
    days.push({ date: civilAt(begins * minute, "UTC").date, attributes });
  }
  return days;
}

export type MeetingRevision = { after: Meeting; before: Meeting | undefined };
type PersonDay = { personId: string; date: CivilDate; had: Attributes; has: Attributes };

/**
 * Takes and gives back what has changed with these revisions, in one write for each person and day;
 * time that another meeting has refuses as `someone-was-first`.
 */
export function moveBusyTime(table: Table, revisions: readonly MeetingRevision[]): Write[] {
  const days = new Map<string, PersonDay>();
  const dayOf = (personId: string, date: CivilDate): PersonDay => {
    const name = `${personId} ${date}`;
    const known = days.get(name) ?? { personId, date, had: new Map(), has: new Map() };
    days.set(name, known);
    return known;
  };
  for (const { after, before } of revisions)
    for (const personId of [after.studentId, after.mentorId]) {
      for (const { date, attributes } of takenBy(before))
        for (const [name, value] of attributes) dayOf(personId, date).had.set(name, value);
      for (const { date, attributes } of takenBy(after))
        for (const [name, value] of attributes) {
          const { has } = dayOf(personId, date);
          if (has.has(name)) throw new Error("one write has two meetings at one time; no retry helps");
          has.set(name, value);
        }
    }
  return [...days.values()].flatMap((personDay) => writesOf(table, personDay));
}

function writesOf(table: Table, { personId, date, had, has }: PersonDay): Write[] {
  const set = [...has].filter(([name, value]) => String(had.get(name)) !== String(value));
  const removed = [...had.keys()].filter((name) => !has.has(name));
  if (set.length === 0 && removed.length === 0) return [];
  const taken = set.map(([name]) => name).filter((name) => !had.has(name));
  const forgetAt = wallToInstant(date, "00:00", "UTC") + day + keptFor;
  const sets = set.map(([name, value]) => `${name} = :${value ? name : "taken"}`);
  const removes = removed.length === 0 ? "" : ` REMOVE ${removed.join(", ")}`;
  return [
    {
      write: {
        Update: {
          TableName: table.name,
          Key: marshall(keys.busy(personId, date)),
          UpdateExpression: `SET ${["forgetAfter = :later", ...sets].join(", ")}${removes}`,
          ...(taken.length > 0 && {
            ConditionExpression: taken.map((name) => `attribute_not_exists(${name})`).join(" AND "),
          }),
          ExpressionAttributeValues: marshall({
            ":later": forgetAt / 1000,
            ...Object.fromEntries(set.map(([name, value]) => [value ? `:${name}` : ":taken", value])),
          }),
        },
      },
      otherwise: "someone-was-first",
    },
  ];
}

/** A person's time taken by meetings other than `exceptMeetingId`, as minutes since 1970, of whatever ends later than one day before `since`. */
export async function loadBusyTime(
  table: Table,
  personId: string,
  since: Instant,
  exceptMeetingId?: string,
): Promise<Interval[]> {
  const earliest = (since - day) / minute;
  const { pk, sk: prefix } = keys.busy(personId, "");
  const items = await getBranch(table, pk, prefix);
  const taken = items.flatMap(({ sk, ...attributes }) => {
    const begins = wallToInstant(sk.slice(prefix.length), "00:00", "UTC") / minute;
    return Object.values(attributes).flatMap((value) => {
      if (!Array.isArray(value)) return [];
      const [meetingId, from, to] = value as [string, number, number];
      return meetingId === exceptMeetingId ? [] : [[begins + from, begins + to] as const];
    });
  });
  return merge(taken.filter(([, to]) => to > earliest));
}
