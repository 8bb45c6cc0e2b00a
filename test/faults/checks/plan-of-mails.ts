/** The plan of mails is what the meetings' histories ask for, no letter more and none less. */
import { type Expected, expectedLetters, nameOf } from "../expected-letters.ts";
import { expectedThanks } from "../expected-thanks.ts";
import type { Check } from "./finding.ts";

export const planIsWhatMeetingsAskFor: Check = (outcome) => {
  const expected = [...expectedLetters(outcome), ...expectedThanks(outcome)];
  const reckoned = new Set(expected.map(({ letter }) => letter));
  const open = new Map<string, Expected[]>();
  for (const it of expected) open.set(nameOf(it), [...(open.get(nameOf(it)) ?? []), it]);
  const findings: string[] = [];
  for (const { letter, meetingId, mentorshipId, guard, role, plannedAt } of outcome.messages.values()) {
    if (!reckoned.has(letter)) continue;
    const about = meetingId ?? mentorshipId ?? "";
    const name = nameOf({ letter, about, arrangement: guard?.arrangement ?? 0, role });
    const found = open.get(name)?.shift();
    if (!found) findings.push(`was planned and nothing asks for it: ${name} at ${iso(plannedAt)}`);
  }
  for (const left of open.values())
    for (const it of left)
      if (!it.eitherWay) findings.push(`was never planned: ${nameOf(it)}, due ${iso(it.at)}`);
  return findings;
};

const iso = (at: number): string => new Date(at).toISOString();
