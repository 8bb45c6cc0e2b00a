/** What came of a story: the mails the world saw, what the table saw written, and the table as it is in the end. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Mail } from "../../infra/local/ses/mailbox.ts";
import type { Meeting } from "../../shared/domain/meetings.ts";
import type { Message } from "../../shared/domain/messages.ts";
import type { Person } from "../../shared/domain/people.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Verb } from "../../shared/links/verbs.ts";
import { type Record, type Sent, type Written, writesOf } from "./witness.ts";

export type Outcome = {
  now: Instant;
  /** When the last fault was over. */
  calmSince: Instant;
  mails: readonly Mail[];
  writes: readonly Written[];
  /** Every record as it is in the end. */
  table: readonly Record[];
  messages: ReadonlyMap<string, Message>;
  people: ReadonlyMap<string, Person>;
  /** Whatever must hold no names: log lines, queued and dead messages, schedules. */
  nameless: readonly string[];
  deadLetters: number;
  /** What people did, each thing as often as somebody meant it. */
  pressed: readonly Verb[];
};

type Seen = Pick<Outcome, "now" | "calmSince" | "mails" | "nameless" | "deadLetters" | "pressed"> & {
  sent: readonly Sent[];
  /** Changes of the table as a world's memory keeps them. */
  changes: readonly (readonly [place: string, key: string, value: unknown])[];
};

/** The simulator's own address takes the mails by which the feed is tried. */
export const isForPeople = ({ to }: Mail): boolean => !to.endsWith("@simulator.amazonses.com");

export function outcomeOf({ sent, changes, mails, ...seen }: Seen): Outcome {
  const table = recordsOf(changes);
  const of = <Thing>(prefix: string): Map<string, Thing> =>
    new Map(
      table
        .filter(({ pk, sk }) => pk.startsWith(prefix) && sk === prefix.slice(0, -1))
        .map((item) => [item.id as string, item as unknown as Thing]),
    );
  return {
    ...seen,
    mails: mails.filter(isForPeople),
    writes: writesOf(sent),
    table,
    messages: of<Message>("message#"),
    people: of<Person>("person#"),
  };
}

const known = new WeakMap<object, Record>();

/** Values of one moment are shared by all worlds that go on from it, so each is read once. */
export function recordsOf(changes: Seen["changes"]): Record[] {
  return changes
    .filter(([place]) => place.startsWith("item-"))
    .map(([, , value]) => {
      const item = value as object;
      const read = known.get(item) ?? (unmarshall(item as never) as Record);
      known.set(item, read);
      return read;
    });
}

/** The states a meeting went through, as the table saw them. */
export type MeetingWrite = { order: number; at: Instant; meeting: Meeting };

export function meetingWrites({ writes }: Pick<Outcome, "writes">): Map<string, MeetingWrite[]> {
  const all = new Map<string, MeetingWrite[]>();
  for (const { put, order, at } of writes) {
    if (put?.sk !== "meeting") continue;
    const meeting = put as unknown as Meeting;
    const before = all.get(meeting.id);
    if (before) before.push({ order, at, meeting });
    else all.set(meeting.id, [{ order, at, meeting }]);
  }
  return all;
}

/** The newest record under a key before a write, as far as it was ever put. */
export function recordBefore(
  { writes }: Pick<Outcome, "writes">,
  pk: string,
  sk: string,
  order: number,
): Record | undefined {
  let found: Record | undefined;
  for (const write of writes) {
    if (write.order >= order) break;
    if (write.put?.pk === pk && write.put.sk === sk) found = write.put;
    if (write.removed?.pk === pk && write.removed.sk === sk) found = undefined;
  }
  return found;
}
