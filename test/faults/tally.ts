/** Adds up the stories of a campaign. */
import type { Injected } from "./fault.ts";
import type { JobDone, MailFigures } from "./job.ts";

export type Tally = {
  name: string;
  stories: number;
  faults: number;
  /** Stories whose faults came by chance, each by a seed of its own. */
  seeds: number;
  figures: MailFigures;
  /** Stories in which a check found something; the first few are kept. */
  wrong: number;
  failures: JobDone[];
  latestBeyondWait: number;
  punctual: { within: number; all: number };
  deadLetters: number;
  /** Which place had which kind of fault. */
  covered: Set<string>;
  seconds: number;
};

const noMails: MailFigures = {
  planned: 0,
  sent: 0,
  cancelled: 0,
  expired: 0,
  suppressed: 0,
  failed: 0,
  unknown: 0,
  duplicates: 0,
  calendarCopies: 0,
  losses: 0,
  afterChange: 0,
};

const failuresKept = 5;

export const openTally = (name: string): Tally => ({
  name,
  stories: 0,
  faults: 0,
  seeds: 0,
  figures: { ...noMails },
  wrong: 0,
  failures: [],
  latestBeyondWait: Number.NEGATIVE_INFINITY,
  punctual: { within: 0, all: 0 },
  deadLetters: 0,
  covered: new Set(),
  seconds: 0,
});

export const coverOf = ({ on, what, kind }: Pick<Injected, "on" | "what" | "kind">): string =>
  on === "call" ? `${what} / ${kind}` : `${on} / ${kind}`;

export function add(tally: Tally, done: JobDone): void {
  tally.stories++;
  tally.faults += done.injected.length;
  if (done.job.chance) tally.seeds++;
  for (const name of Object.keys(noMails) as (keyof MailFigures)[]) tally.figures[name] += done.figures[name];
  tally.latestBeyondWait = Math.max(tally.latestBeyondWait, done.latestBeyondWait);
  tally.punctual.within += done.punctual.within;
  tally.punctual.all += done.punctual.all;
  tally.deadLetters += done.deadLetters;
  for (const fault of done.injected) tally.covered.add(coverOf(fault));
  if (done.findings.length === 0) return;
  tally.wrong++;
  if (tally.failures.length < failuresKept) tally.failures.push(done);
}
