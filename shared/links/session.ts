/** A signed-in browser: a cookie whose hash the table knows, for as long as a sitting lasts. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import { day, type Instant } from "../domain/time.ts";
import { keys, sha256 } from "../records/keys.ts";
import { toItem } from "../records/record.ts";
import { absent, getItem, put, remove, type Table, type Write } from "../records/table.ts";
import { looksLikeSecret, newSecret } from "./secrets.ts";

const sessionSchema = lazily(() =>
  z.object({ email: z.string(), startedAt: z.number(), endsAt: z.number() }),
);
export type Session = z.infer<typeof sessionSchema>;

export const sessionLastsFor = 7 * day;

/** A new session for whoever reads this address's mail, and the token for the cookie. */
export function startSession(
  table: Table,
  email: string,
  now: Instant,
  randomBytes: (count: number) => Uint8Array,
): { token: string; write: Write } {
  const token = newSecret(randomBytes);
  const session: Session = { email, startedAt: now, endsAt: now + sessionLastsFor };
  const place = { key: keys.session(sha256(token)), forgetAt: session.endsAt };
  return { token, write: put(table, toItem(session, place), absent, "changed-meanwhile") };
}

export async function loadSession(
  table: Table,
  token: string | undefined,
  now: Instant,
): Promise<Session | undefined> {
  if (!token || !looksLikeSecret(token)) return undefined;
  const item = await getItem(table, keys.session(sha256(token)));
  const session = item && sessionSchema.parse(item);
  return session && now < session.endsAt ? session : undefined;
}

export const endSession = (table: Table, token: string): Write =>
  remove(table, keys.session(sha256(token)), undefined, "changed-meanwhile");
