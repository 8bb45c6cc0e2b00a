/** Addresses that get no more mail, because mail to them comes back or was called spam. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import { emailIdentity } from "../domain/people.ts";
import type { Instant } from "../domain/time.ts";
import { emailHash, keys, lists } from "./keys.ts";
import { toItem } from "./record.ts";
import { getItems, getList, put, remove, type Table, type Write } from "./table.ts";

const suppressionSchema = lazily(() =>
  z.object({
    why: z.enum(["bounced", "complained"]),
    since: z.number(),
    /** Whose address it is, where it is somebody's of the school. */
    personId: z.optional(z.string()),
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

/** Mail to this address may go out again. */
export const liftSuppression = (table: Table, address: string): Write =>
  remove(table, keys.suppression(address), undefined, "changed-meanwhile");

/** Every address that gets no mail, the oldest first; addresses themselves are not in it. */
export async function listSuppressions(table: Table): Promise<Suppression[]> {
  return (await getList(table, lists.suppressions)).map((item) => suppressionSchema.parse(item));
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
