/** The one record that a restore from a backup leaves: mail is held until an administrator releases it. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import type { Restore } from "../domain/restore.ts";
import { keys } from "./keys.ts";
import { toItem } from "./record.ts";
import { getItem, type Item, put, type Table, type Write } from "./table.ts";

const restoreSchema = lazily(() =>
  z.object({
    restoredTo: z.number(),
    restoredAt: z.number(),
    releasedAt: z.optional(z.number()),
  }),
);

export const toRestore = (item: Item | undefined): Restore | undefined => item && restoreSchema.parse(item);

export const loadRestore = async (table: Table): Promise<Restore | undefined> =>
  toRestore(await getItem(table, keys.restore));

/** Written by whoever restores, before any function runs on the restored table; and again at the release. */
export const saveRestore = (table: Table, restore: Restore): Write =>
  put(table, toItem(restore, { key: keys.restore }), undefined, "changed-meanwhile");
