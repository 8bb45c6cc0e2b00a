/** Addresses that get no more mail, because mail to them comes back or was called spam. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import { emailIdentity } from "../domain/people.ts";
import type { Instant } from "../domain/time.ts";
import { emailHash, keys, lists } from "./keys.ts";
import { toItem } from "./record.ts";
import { getItems, getList, present, put, remove, type Table, type Write } from "./table.ts";

const suppressionSchema = lazily(() =>
  z.object({
    why: z.enum(["bounced", "complained"]),
    since: z.number(),
  }),
);
export type Suppression = z.infer<typeof suppressionSchema>;

/** No more mail to this address; said twice, the later word stands. */
export const suppress = (table: Table, address: string, suppression: Suppression): Write =>
  put(
    table,
    toItem(suppression, {
      key: keys.suppression(address),
      list: { name: lists.suppressions, key: `${padded(suppression.since)}#${emailHash(address)}` },
    }),
    undefined,
    "changed-meanwhile",
  );

const padded = (instant: Instant): string => String(instant).padStart(15, "0");

/** Mail to this address may go out again; refused as `not-suppressed` where it may already. */
export const liftSuppression = (table: Table, address: string): Write =>
  remove(table, keys.suppression(address), present, "not-suppressed");

/** Tells of any address whether it gets no mail; for many people at a time. */
export async function listSuppressions(table: Table): Promise<(address: string) => boolean> {
  const suppressed = new Set((await getList(table, lists.suppressions)).map(({ pk }) => pk));
  return (address) => suppressed.has(keys.suppression(address).pk);
}

/** Which of these addresses get no mail, and why; by `emailIdentity`. */
export async function loadSuppressions(
  table: Table,
  addresses: readonly string[],
): Promise<Map<string, Suppression>> {
  const items = await getItems(table, addresses.map(keys.suppression));
  return new Map(
    items.flatMap((item, index) =>
      item ? [[emailIdentity(addresses[index]!), suppressionSchema.parse(item)] as const] : [],
    ),
  );
}
