/** Erases a person: whoever shares a mentorship with him or her hears a goodbye, and then nothing is left but a hash of the address. */
import { emailIdentity } from "../domain/people.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { addTombstone, loadTombstone } from "../records/erasure.ts";
import { everyRecord, kindOf } from "../records/every-record.ts";
import { emailHash, keys } from "../records/keys.ts";
import { getItem, type Item, transact, type Write } from "../records/table.ts";
import { holdsAddress, type Traces, traceWrites } from "./person-traces.ts";
import { removeClocks } from "./remove-clocks.ts";
import type { Runtime } from "./runtime.ts";
import { endMentorships, sendLastWords } from "./say-goodbye.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** `nobody-there`: no record knows the address. `letters-waiting`: the goodbyes cannot go out just now; do it again later. */
export type EraseRefusal = "nobody-there" | "letters-waiting";
export type Erased = {
  mentorshipsEnded: number;
  records: number;
  schedules: number;
  /** Kinds of records in which the address still stands, in what somebody else wrote. */
  stillIn: readonly string[];
};

type GrowingTraces = Traces & { mentorshipIds: Set<string> };

/** What there is of a person, by kind of record. Reads the whole table and writes nothing. */
export async function lookForTraces(runtime: Runtime, address: string): Promise<Record<string, number>> {
  const traces = await tracesOf(runtime, address);
  const counts: Record<string, number> = {};
  for await (const record of everyRecord(tableOf(runtime)))
    if (traceWrites(here(runtime), traces, record).length > 0)
      counts[kindOf(record)] = (counts[kindOf(record)] ?? 0) + 1;
  return counts;
}

/**
 * Does it, or goes on with it where an earlier attempt broke off. `quietly` sends no goodbye: for somebody who was
 * erased before and came back with a restored backup.
 */
export async function erasePerson(
  runtime: Runtime,
  address: string,
  how: "with-goodbye" | "quietly",
): Promise<Result<Erased, EraseRefusal>> {
  const table = tableOf(runtime);
  let traces = await tracesOf(runtime, address);
  const known = (await loadTombstone(table, address)) !== undefined || (await hasTraces(runtime, traces));
  if (!known) return refuse("nobody-there");
  const erasedAt = runtime.now();
  await write(runtime, [addTombstone(table, { addressHash: emailHash(address), erasedAt })]);
  let mentorshipsEnded = 0;
  if (how === "with-goodbye" && traces.personId !== undefined) {
    mentorshipsEnded = await endMentorships(runtime, traces.personId);
    // Those that began meanwhile are ended as well, and have last words of their own.
    traces = await tracesOf(runtime, address);
    if ((await sendLastWords(runtime, traces.mentorshipIds)) > 0) return refuse("letters-waiting");
  }
  const done = await removeTraces(runtime, traces);
  const { records, schedules } = done;
  runtime.log({ event: "person-erased", mentorshipsEnded, records, schedules });
  return accept({ mentorshipsEnded, ...done });
}

async function tracesOf(runtime: Runtime, address: string): Promise<GrowingTraces> {
  const claim = await getItem(tableOf(runtime), keys.email(address));
  const personId = claim?.personId as string | undefined;
  const mentorshipIds = new Set<string>();
  if (personId !== undefined)
    for await (const record of everyRecord(tableOf(runtime)))
      if (isMentorshipOf(record, personId)) mentorshipIds.add(record.id as string);
  return { address: emailIdentity(address), personId, mentorshipIds };
}

const isMentorshipOf = ({ sk, studentId, mentorId }: Item, personId: string | undefined): boolean =>
  sk === "mentorship" && personId !== undefined && (studentId === personId || mentorId === personId);

async function hasTraces(runtime: Runtime, traces: Traces): Promise<boolean> {
  for await (const record of everyRecord(tableOf(runtime)))
    if (traceWrites(here(runtime), traces, record).length > 0) return true;
  return false;
}

const here = (runtime: Runtime) => ({ table: tableOf(runtime), now: runtime.now() });

/** More rounds than anybody needs who does not write about this person all the time. */
const mostRounds = 5;
const atOnce = 10;

/**
 * Goes through the whole table until a round finds nothing more. Until the person is gone he or she may still be proposed
 * or chosen, and that mentorship ends too. The address's claim goes last, so that an attempt that breaks off can be taken
 * up again. Throws when the records keep coming; a retry helps.
 */
async function removeTraces(
  runtime: Runtime,
  traces: GrowingTraces,
): Promise<Omit<Erased, "mentorshipsEnded">> {
  let schedules = 0;
  for (const id of traces.mentorshipIds) schedules += await removeClocks(runtime, { kind: "mentorship", id });
  const claim = keys.email(traces.address);
  let records = 0;
  for (let round = 0; round < mostRounds; round++) {
    const found: Write[][] = [];
    const stillIn = new Set<string>();
    const knownBefore = traces.mentorshipIds.size;
    for await (const record of everyRecord(tableOf(runtime))) {
      if (record.pk === claim.pk && record.sk === claim.sk) continue;
      const id = record.id as string;
      if (isMentorshipOf(record, traces.personId) && !traces.mentorshipIds.has(id)) {
        traces.mentorshipIds.add(id);
        schedules += await removeClocks(runtime, { kind: "mentorship", id });
      }
      const writes = traceWrites(here(runtime), traces, record);
      if (writes.length === 0) {
        if (holdsAddress(traces, record)) stillIn.add(kindOf(record));
        continue;
      }
      found.push(writes);
      if (kindOf(record) === "meeting") schedules += await removeClocks(runtime, { kind: "meeting", id });
    }
    if (found.length === 0 && traces.mentorshipIds.size === knownBefore) {
      const last = await getItem(tableOf(runtime), claim);
      if (last) await write(runtime, traceWrites(here(runtime), traces, last));
      return { records: records + (last ? 1 : 0), schedules, stillIn: [...stillIn].sort() };
    }
    for (let from = 0; from < found.length; from += atOnce)
      await Promise.all(found.slice(from, from + atOnce).map((writes) => write(runtime, writes)));
    records += found.length;
  }
  throw new Error("somebody keeps writing about a person who is being erased; a retry helps");
}

/** A record that has changed meanwhile is found again in the next round. */
const write = (runtime: Runtime, writes: readonly Write[]): Promise<string | undefined> =>
  transact(tableOf(runtime), writes, newAttemptToken(runtime));
