/** After the table was restored from a backup, nobody knows which mails went out in the hours that were lost. */
import { ruleOf } from "./letter-rules.ts";
import type { Message } from "./messages.ts";
import { type Instant, minute } from "./time.ts";

export type Restore = {
  /** The moment that the table shows again. What happened after it is forgotten. */
  restoredTo: Instant;
  /** When the restored table was put to use. */
  restoredAt: Instant;
  /** When an administrator let mail go out again. */
  releasedAt?: Instant | undefined;
};

/** Until then the sweep is still catching up on what fell due in the lost hours. */
const catchUpMinutes = 15;

export const mayRelease = ({ restoredAt }: Restore, now: Instant): boolean =>
  now >= restoredAt + catchUpMinutes * minute;

export type Standing = "go" | "hold" | "may-have-gone";

/**
 * Whether a planned message may go out. What somebody asks for after the restore goes at once; all else is held until the release.
 * Whatever was due or caught up on by then may have been sent in the lost hours and is listed instead.
 */
export function standingAfter(
  restore: Restore | undefined,
  message: Pick<Message, "letter" | "plannedAt" | "sendAt">,
): Standing {
  if (!restore) return "go";
  const { restoredAt, releasedAt } = restore;
  const isOld = message.plannedAt <= restoredAt;
  if (!isOld && ruleOf(message.letter).atOnce) return "go";
  if (releasedAt === undefined) return "hold";
  if (message.plannedAt > releasedAt) return "go";
  return isOld && message.sendAt > releasedAt ? "go" : "may-have-gone";
}
