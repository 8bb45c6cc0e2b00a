/** Every check by its name, and the findings of all of them on one story. */
import type { Outcome } from "../outcome.ts";
import type { Allowed, Check } from "./finding.ts";
import { linksAreKnown } from "./links-are-known.ts";
import { nothingLost, oneMailAtMost, sumIsRight } from "./mail-by-mail.ts";
import { linksHaveOneEffect, noDoubleBooking, oneMeetingPerRound } from "./meetings-stand.ts";
import { neverAfter } from "./never-after.ts";
import { eachRevisionOnce, nothingAfterABounce, onlyForward } from "./only-forward.ts";
import { planIsWhatMeetingsAskFor } from "./plan-of-mails.ts";
import { everythingComesToRest, noNames } from "./quiet-in-the-end.ts";
import { oneUidRisingSequence, rightPersonTimeAndRevision } from "./right-mail.ts";

export const checks = {
  "no mail twice": oneMailAtMost,
  "no mail lost": nothingLost,
  "the sum is right": sumIsRight,
  "none after a change": neverAfter,
  "right person, time and revision": rightPersonTimeAndRevision,
  "one UID, rising SEQUENCE": oneUidRisingSequence,
  "states only move forward": onlyForward,
  "each revision once": eachRevisionOnce,
  "nothing after a bounce": nothingAfterABounce,
  "the plan is what meetings ask for": planIsWhatMeetingsAskFor,
  "no double booking": noDoubleBooking,
  "one meeting per pair and round": oneMeetingPerRound,
  "a link has one effect": linksHaveOneEffect,
  "a mail's links are known": linksAreKnown,
  "everything comes to rest": everythingComesToRest,
  "no names where none belong": noNames,
} as const satisfies Record<string, Check>;

/** The last one is reckoned where it is known which fault there was. */
export type CheckName = keyof typeof checks | "late only where in doubt";
export type Finding = { check: CheckName; says: string };

export async function findingsOf(outcome: Outcome, allowed: Allowed): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [check, run] of Object.entries(checks) as [CheckName, Check][])
    for (const says of await run(outcome, allowed)) findings.push({ check, says });
  return findings;
}
