/** One story with faults: what is to go wrong in it, and what came of it. */
import type { Finding } from "./checks/all.ts";
import type { Allowed } from "./checks/finding.ts";
import type { Fault, Injected } from "./fault.ts";
import type { Act } from "./people.ts";
import type { Sudden } from "./script.ts";

export type Job = {
  /** Exactly these faults… */
  faults?: readonly Fault[];
  /** …or each call, event, schedule and invocation with this chance. */
  chance?: { seed: string; rate: number };
  /** Somebody does once more at this time what the script has earlier… */
  again?: { verb: Act["verb"]; at: number };
  /** …or does it at this time only. */
  instead?: { verb: Act["verb"]; at: number };
  /** Somebody acts while a function waits for the answer to this call. */
  amid?: { act: Sudden; call: number };
  /**
   * How SES's word arrives: each within its letter's wait (without anything said), with gaps and up to 14 minutes late, or never.
   */
  feed?: "patchy" | "dead";
  allowed?: Allowed;
};

/** How the mails of one story ended, and what the mailbox says of them. */
export type MailFigures = {
  planned: number;
  sent: number;
  cancelled: number;
  expired: number;
  suppressed: number;
  failed: number;
  unknown: number;
  /** Mails in the mailbox beyond one for each message… */
  duplicates: number;
  /** …and those that a calendar takes for the first copy. */
  calendarCopies: number;
  /** Messages without a mail, and without a reason that is allowed. */
  losses: number;
  afterChange: number;
};

export type JobDone = {
  job: Job;
  findings: Finding[];
  injected: Injected[];
  figures: MailFigures;
  /** Milliseconds beyond its moment that the latest mail came. */
  latest: number;
  /** Milliseconds beyond its moment, and beyond the wait of its letter, that the latest mail came. */
  latestBeyondWait: number;
  /** Mails by how late they were: within 120 seconds, and in all. */
  punctual: { within: number; all: number };
  deadLetters: number;
  trace: string;
};
