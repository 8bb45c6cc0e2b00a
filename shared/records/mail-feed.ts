/** The canary that tells whether SES's events reach us, and when it was last heard of. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import type { Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { toItem } from "./record.ts";
import { getItem, put, type Table, type Write } from "./table.ts";

const feedSchema = lazily(() =>
  z.object({
    /** Which canary is out; its events carry this. */
    canary: z.string(),
    canarySentAt: z.number(),
    canaryTaken: z.optional(z.literal(true)),
    provenAt: z.optional(z.number()),
  }),
);
export type StoredFeed = z.infer<typeof feedSchema>;

export async function loadMailFeed(table: Table): Promise<StoredFeed | undefined> {
  const item = await getItem(table, keys.mailFeed);
  return item && feedSchema.parse(item);
}

/** Sends another canary in place of the last one; what was proven stays so. */
export const startCanary = (
  table: Table,
  canary: string,
  now: Instant,
  before: StoredFeed | undefined,
): Write =>
  put(
    table,
    toItem({ canary, canarySentAt: now, provenAt: before?.provenAt }, { key: keys.mailFeed }),
    undefined,
    "changed-meanwhile",
  );

/** Writes what became of the canary that is out; another one sent meanwhile, or heard of meanwhile, refuses as `changed-meanwhile`. */
export const saveCanary = (table: Table, after: StoredFeed, before: StoredFeed): Write =>
  put(
    table,
    toItem(after, { key: keys.mailFeed }),
    {
      expression: `canary = :canary AND ${before.provenAt === undefined ? "attribute_not_exists(provenAt)" : "provenAt = :proven"}`,
      values: {
        ":canary": after.canary,
        ...(before.provenAt !== undefined && { ":proven": before.provenAt }),
      },
    },
    "changed-meanwhile",
  );
