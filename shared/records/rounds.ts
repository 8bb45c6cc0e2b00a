/** Rounds in the table: which months are waiting for their opening and which are open. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import type { Month } from "../domain/time.ts";
import { keys, lists } from "./keys.ts";
import { putRevision } from "./record.ts";
import { getItem, getList, remove, type Table, type Write } from "./table.ts";

const roundSchema = lazily(() =>
  z.object({
    month: z.string(),
    revision: z.int(),
    opensAt: z.number(),
    /** When every pair's meeting had been booked or refused; absent while the round waits or is being opened. */
    openedAt: z.optional(z.number()),
  }),
);
export type Round = z.infer<typeof roundSchema>;

export async function loadRound(table: Table, month: Month): Promise<Round | undefined> {
  const item = await getItem(table, keys.round(month));
  return item && roundSchema.parse(item);
}

/** All rounds, earliest month first. */
export async function listRounds(table: Table): Promise<Round[]> {
  return (await getList(table, lists.rounds)).map((item) => roundSchema.parse(item));
}

/** Adds a round or writes its next revision; it stays due until it has opened. */
export const saveRound = (table: Table, after: Round, before: Round | undefined): Write =>
  putRevision(table, after, before, {
    key: keys.round(after.month),
    list: { name: lists.rounds, key: after.month },
    dueAt: after.openedAt === undefined ? after.opensAt : undefined,
  });

/** Forgets a round as it was read (`changed-meanwhile`). */
export const removeRound = (table: Table, { month, revision }: Round): Write =>
  remove(
    table,
    keys.round(month),
    { expression: "revision = :read", values: { ":read": revision } },
    "changed-meanwhile",
  );
