/** What to do with an attempt of which nobody knows whether SES took the mail. */
import { ruleOf } from "./letter-rules.ts";
import type { Message } from "./messages.ts";
import { type Instant, minute } from "./time.ts";

/** What is known of the way on which SES tells us about mails: the last canary, and the last one that was heard of. */
export type MailFeed = {
  canarySentAt: Instant;
  /** SES said that it took the canary. Silence about one that may never have left means nothing. */
  canaryTaken?: true | undefined;
  /** When the newest canary that was heard of had been sent. */
  provenAt?: Instant | undefined;
};

/** A canary counts only if it was sent so long after the attempt that no clock of ours is that wrong and no call that slow. */
const canaryAfterMinutes = 4;
/** A canary that was not heard of for so long will not be: SES may take a quarter of an hour, and whoever takes its word may fail twice. */
const silenceMinutes = 18;

export type Verdict = "once-more" | "unknown" | "ask-feed" | "wait";

/**
 * Judges a message that has been `sending` for its letter's wait without a word from SES.
 * It is sent once more only if SES has told us of a later mail and never of this one, or if a second copy does no harm;
 * never twice more, never past its use, and never for an attempt that a restored table does not know the end of.
 */
export function judgeDoubt(
  message: Pick<Message, "letter" | "claimedAt" | "sendAt" | "notAfter" | "onceMore">,
  feed: MailFeed | undefined,
  now: Instant,
  restoredAt = Number.NEGATIVE_INFINITY,
): Verdict {
  const { inDoubt } = ruleOf(message.letter);
  const attemptedAt = message.claimedAt ?? message.sendAt;
  if (message.onceMore || now >= message.notAfter || attemptedAt <= restoredAt) return "unknown";
  if (inDoubt.feedAlive !== "once-more") return "unknown";
  if (inDoubt.feedDead === "once-more") return "once-more";
  const countsFrom = attemptedAt + canaryAfterMinutes * minute;
  if (feed?.provenAt !== undefined && feed.provenAt >= countsFrom) return "once-more";
  if (!feed || feed.canarySentAt < countsFrom || !feed.canaryTaken) return "ask-feed";
  return now >= feed.canarySentAt + silenceMinutes * minute ? "unknown" : "wait";
}
