/** Messages of which SES took more than one copy: it should never happen, so each one is kept and counted. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import { letterNames } from "../domain/letter-rules.ts";
import type { Message } from "../domain/messages.ts";
import type { Instant } from "../domain/time.ts";
import { keys, lists } from "./keys.ts";
import { toItem } from "./record.ts";
import { absent, getList, put, type Table, type Write } from "./table.ts";

const duplicateSchema = lazily(() =>
  z.object({
    messageId: z.string(),
    letter: z.enum(letterNames as [Message["letter"], ...Message["letter"][]]),
    sesMessageId: z.string(),
    seenAt: z.number(),
  }),
);
export type Duplicate = z.infer<typeof duplicateSchema>;

/** Keeps a second copy, once for each id that SES gave (`counted-before`). */
export const addDuplicate = (
  table: Table,
  { id, letter }: Pick<Message, "id" | "letter">,
  sesMessageId: string,
  now: Instant,
): Write =>
  put(
    table,
    toItem(
      { messageId: id, letter, sesMessageId, seenAt: now },
      {
        key: keys.duplicate(id, sesMessageId),
        list: { name: lists.duplicates, key: `${String(now).padStart(15, "0")}#${sesMessageId}` },
      },
    ),
    absent,
    "counted-before",
  );

/** Every second copy there ever was, the oldest first. */
export async function listDuplicates(table: Table): Promise<Duplicate[]> {
  return (await getList(table, lists.duplicates)).map((item) => duplicateSchema.parse(item));
}
