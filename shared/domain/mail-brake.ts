/** When too many mails bounce or are called spam, optional mail stops before Amazon stops all of it. */
import type { MessageState } from "./messages.ts";
import { day, type Instant } from "./time.ts";

/** What became of mails: how many came to an end, and how many of those badly. */
export type MailTally = { settled: number; bounced: number; complained: number };

/** Amazon reviews an account at 5 % bounces or 0.1 % complaints (SES developer guide, "Reputation metrics"); we stop before. */
const bouncedMost = 0.04;
const complainedMost = 0.0008;
/** Fewer mails than this say nothing. */
const settledFewest = 200;
/** How far back is looked: at the mails planned since. */
export const tallied = 7 * day;

export type BrakeReason = "bounces" | "complaints";

/** Counts mails by the state in which each stands. */
export function tallyOf(states: readonly MessageState[]): MailTally {
  const count = (wanted: MessageState): number => states.filter((state) => state === wanted).length;
  const [bounced, complained] = [count("bounced"), count("complained")];
  return { settled: count("delivered") + bounced + complained, bounced, complained };
}

/** Why optional mail must stop, or undefined while it need not. */
export function reasonToBrake({ settled, bounced, complained }: MailTally): BrakeReason | undefined {
  if (settled < settledFewest) return undefined;
  if (bounced >= bouncedMost * settled) return "bounces";
  if (complained >= complainedMost * settled) return "complaints";
  return undefined;
}

/** The brake as it stands: since when, why, and by what count. */
export type MailBrake = MailTally & { since: Instant; reason: BrakeReason };
