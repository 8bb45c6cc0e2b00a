/** People who were erased and came back with a restored backup: found by the hashes that an export keeps, and erased again. */
import * as z from "zod/mini";
import type { Tombstone } from "../../shared/records/erasure.ts";
import { addTombstone } from "../../shared/records/erasure.ts";
import { everyRecord } from "../../shared/records/every-record.ts";
import { emailHash } from "../../shared/records/keys.ts";
import { loadPersonByEmail } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { erasePerson } from "../../shared/runtime/erase-person.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { newAttemptToken, tableOf } from "../../shared/runtime/table-of.ts";
import { Mendable } from "../local/command-line.ts";
import { readGivenFile } from "../local/given-file.ts";

const fileSchema = z.array(z.object({ pk: z.string().check(z.startsWith("email#")), erasedAt: z.number() }));

/** The file `email-erased.json` of an export. Throws Mendable when it is missing, or not one. */
export function readTombstones(file: string): Tombstone[] {
  const text = new TextDecoder().decode(readGivenFile(file));
  try {
    const records = fileSchema.parse(JSON.parse(text));
    return records.map(({ pk, erasedAt }) => ({ addressHash: pk.slice("email#".length), erasedAt }));
  } catch {
    throw new Mendable(`${file} is not the file email-erased.json of an export.`);
  }
}

/** The addresses in the table that were erased; whoever has joined again since by his or her own will is left in peace. */
export async function cameBack(runtime: Runtime, tombstones: readonly Tombstone[]): Promise<string[]> {
  const erasedAt = new Map(tombstones.map((tombstone) => [tombstone.addressHash, tombstone.erasedAt]));
  if (erasedAt.size === 0) return [];
  const found = new Map<string, string>();
  for await (const { email, to } of everyRecord(tableOf(runtime)))
    for (const address of [email, (to as { email?: unknown } | undefined)?.email])
      if (typeof address === "string" && erasedAt.has(emailHash(address)))
        found.set(emailHash(address), address);
  const back: string[] = [];
  for (const [hash, address] of found) {
    const person = await loadPersonByEmail(tableOf(runtime), address);
    if (!person || person.joinedAt <= erasedAt.get(hash)!) back.push(address);
  }
  return back;
}

/** Keeps every hash, with its own date, and erases these addresses without a word: the others were told the first time. */
export async function eraseAgain(
  runtime: Runtime,
  tombstones: readonly Tombstone[],
  addresses: readonly string[],
): Promise<void> {
  const table = tableOf(runtime);
  for (const tombstone of tombstones)
    await transact(table, [addTombstone(table, tombstone)], newAttemptToken(runtime));
  for (const address of addresses) await erasePerson(runtime, address, "quietly");
}
