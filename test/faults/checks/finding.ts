/** What a check has to say against a story: nothing, or what is wrong and with which mail or meeting. */
import type { Outcome } from "../outcome.ts";

/** What may be so in this campaign without being wrong. */
export type Allowed = {
  /** Mails that nobody can know of: the feed is dead. */
  unknown?: boolean;
  /** Mails that came to be useless while nothing worked. */
  expired?: boolean;
  /** A second copy: SES told nothing of the first, and is known to have told of a later mail. */
  twice?: boolean;
  /** A second copy with the same UID and SEQUENCE, which a calendar takes for the first. */
  calendarTwice?: boolean;
};

export type Check = (outcome: Outcome, allowed: Allowed) => string[] | Promise<string[]>;
