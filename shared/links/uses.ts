/** That a link has been used up: a record of its own, since its message goes on being rewritten as a whole by what SES says of it. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import { keys } from "../records/keys.ts";
import { messagesKeptFor } from "../records/messages.ts";
import { toItem } from "../records/record.ts";
import { absent, check, getItems, put, type Table, type Write } from "../records/table.ts";
import type { Link } from "./link.ts";

const useSchema = lazily(() =>
  z.object({
    usedAt: z.number(),
    /** Hash of the secret of the browser that used it, where somebody may come back with it. */
    browser: z.optional(z.string()),
  }),
);
export type Use = z.infer<typeof useSchema>;

/**
 * Uses a link up, once: a second time is refused as `link-used`, and so is a link that its message no longer carries, since
 * its reader has been erased meanwhile. The reader stands in the record so that erasing finds it, and it is kept as long as the message.
 */
export const useLink = (
  table: Table,
  { hash, messageId, personId, email, madeAt }: Link,
  use: Use,
): Write[] => [
  put(
    table,
    toItem({ ...use, personId, email }, { key: keys.usedLink(hash), forgetAt: madeAt + messagesKeptFor }),
    absent,
    "link-used",
  ),
  check(
    table,
    keys.message(messageId),
    { expression: "attribute_exists(#links.#hash)", names: { "#links": "links", "#hash": hash } },
    "link-used",
  ),
];

/** By the links' hashes, those that have been used up. */
export async function loadUses(table: Table, hashes: readonly string[]): Promise<ReadonlyMap<string, Use>> {
  const items = await getItems(table, hashes.map(keys.usedLink));
  return new Map(items.flatMap((item, index) => (item ? [[hashes[index]!, useSchema.parse(item)]] : [])));
}
