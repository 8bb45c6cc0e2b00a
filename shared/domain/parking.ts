/** How long a mail waits after SES has said "not now". */
import { addDays, civilAt, wallToInstant } from "./calendar.ts";
import { ruleOf } from "./letter-rules.ts";
import type { Message } from "./messages.ts";
import type { School } from "./school.ts";
import { hour, type Instant, minute, second } from "./time.ts";

export type NotNow =
  /** Too many in this second. */
  | "rate"
  /** The day's mails are used up. */
  | "quota"
  /** SES takes no mail at all for a while. */
  | "paused"
  /** The school's functions have not the right to send it; somebody must give it to them. */
  | "denied";

const rateWaits = [5 * second, 10 * second, 20 * second, 40 * second];
/** Somebody sits and waits for these. */
const atOnceWaits = [second / 2, second, second];
const pauseWaits = [minute, 5 * minute, 15 * minute, hour];

const nth = (waits: readonly number[], attempt: number): number =>
  waits[Math.min(Math.max(attempt, 1), waits.length) - 1]!;

/**
 * When the message may be tried again; `message.attempt` is the one that was refused.
 * A used-up quota waits for the end of tomorrow's quiet hours, or for an hour where the letter would then be of no more use.
 */
export function parkedUntil(
  message: Pick<Message, "letter" | "attempt" | "notAfter">,
  why: NotNow,
  now: Instant,
  { timeZone, quietHours }: Pick<School, "timeZone" | "quietHours">,
): Instant {
  const { attempt, notAfter, letter } = message;
  if (why === "rate") return now + nth(ruleOf(letter).atOnce ? atOnceWaits : rateWaits, attempt);
  if (why === "paused" || why === "denied") return now + nth(pauseWaits, attempt);
  const tomorrow = wallToInstant(addDays(civilAt(now, timeZone).date, 1), quietHours.to, timeZone);
  return tomorrow < notAfter ? tomorrow : now + hour;
}
