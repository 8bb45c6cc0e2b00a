/** What is kept of a person who was erased: that somebody with this address was, and when. The address itself is not kept. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import { emailIdentity } from "../domain/people.ts";
import type { Instant } from "../domain/time.ts";
import { emailHash, type Key } from "./keys.ts";
import { toItem } from "./record.ts";
import { absent, getItem, getItems, put, remove, type Table, type Write } from "./table.ts";

const tombstoneSchema = lazily(() => z.object({ erasedAt: z.number() }));
export type Tombstone = { addressHash: string; erasedAt: Instant };

const keyOf = (addressHash: string): Key => ({ pk: `email#${addressHash}`, sk: "erased" });

/** Stands for good; an address that was erased before keeps its first date (`erased-before`). */
export const addTombstone = (table: Table, { addressHash, erasedAt }: Tombstone): Write =>
  put(table, toItem({ erasedAt }, { key: keyOf(addressHash) }), absent, "erased-before");

/** Holds a write back once the address has been erased (`erased`): a removal that finds nothing, which asks for no right but to remove. */
export const unlessErased = (table: Table, address: string): Write =>
  remove(table, keyOf(emailHash(address)), absent, "erased");

export async function loadTombstone(table: Table, address: string): Promise<Tombstone | undefined> {
  const item = await getItem(table, keyOf(emailHash(address)));
  return item && { addressHash: emailHash(address), ...tombstoneSchema.parse(item) };
}

/** Which of these addresses were erased, by `emailIdentity`. */
export async function loadErased(table: Table, addresses: readonly string[]): Promise<Set<string>> {
  const items = await getItems(
    table,
    addresses.map((address) => keyOf(emailHash(address))),
  );
  return new Set(addresses.filter((_, index) => items[index]).map(emailIdentity));
}
