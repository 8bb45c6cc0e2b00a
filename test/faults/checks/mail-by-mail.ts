/** Each planned mail was accepted once, or not at all and for one stated reason; none was lost, none came twice. */
import type { Meeting } from "../../../shared/domain/meetings.ts";
import type { Message } from "../../../shared/domain/messages.ts";
import type { Role } from "../../../shared/domain/people.ts";
import { type Outcome, recordBefore } from "../outcome.ts";
import type { Allowed, Check } from "./finding.ts";

const sent: ReadonlySet<string> = new Set(["accepted", "delivered", "bounced", "complained"]);
const notSent: ReadonlySet<string> = new Set(["cancelled", "expired", "suppressed", "failed"]);

const nameOf = ({ letter, role, meetingId, state, id }: Message): string =>
  `${letter} to the ${role} about ${meetingId ?? "no meeting"} (${state}, ${id.slice(0, 6)})`;

const calendar: ReadonlySet<string> = new Set(["invite", "moved", "called-off"]);

export const oneMailAtMost: Check = ({ mails, messages }, allowed) => {
  const findings: string[] = [];
  const count = Map.groupBy(mails, ({ tags }) => tags.message ?? "none");
  for (const [id, copies] of count) {
    const message = messages.get(id);
    if (!message)
      findings.push(`a mail stands for no message: ${copies[0]!.tags.letter} to ${copies[0]!.to}`);
    else if (copies.length > (mayComeTwice(message, allowed) ? 2 : 1))
      findings.push(`came ${copies.length} times: ${nameOf(message)}`);
  }
  return findings;
};

const mayComeTwice = ({ letter }: Message, { twice, calendarTwice }: Allowed): boolean =>
  twice === true || (calendarTwice === true && calendar.has(letter));

export const nothingLost: Check = (outcome, allowed) => {
  const arrived = new Set(outcome.mails.map(({ tags }) => tags.message));
  return [...outcome.messages.values()]
    .filter((message) => {
      const { id, state, onceMore, settledAt = 0, notAfter } = message;
      if (arrived.has(id)) return false;
      if (state === "unknown") {
        // Twice in doubt is listed: there is no third attempt. So is a mail that was in doubt until it had lost its use.
        const isListed = onceMore || (allowed.expired === true && settledAt >= notAfter);
        return !allowed.unknown && !isListed && !wasVoid(outcome, message);
      }
      if (state === "expired") return !allowed.expired;
      return state === "failed";
    })
    .map((message) => `was planned and never came: ${nameOf(message)}`);
};

/** Only these can be switched off by their readers. */
const optional: ReadonlySet<string> = new Set(["feedback-nudge", "gratitude-prompt"]);

/** True when its meeting had moved on, or its reader had said stop or what it asks for, by the time it was given up: nobody misses it. */
function wasVoid(outcome: Outcome, { id, letter, to, role, guard, meetingId }: Message): boolean {
  const givenUp = outcome.writes.find(({ put }) => put?.pk === `message#${id}` && put.state === "unknown");
  if (!givenUp) return false;
  const standing = (pk: string, sk: string) => recordBefore(outcome, pk, sk, givenUp.order);
  if (optional.has(letter) && "personId" in to)
    if (standing(`person#${to.personId}`, "person")?.wantsOptionalMail === false) return true;
  if (!guard) return false;
  const meeting = standing(`meeting#${meetingId}`, "meeting") as Meeting | undefined;
  if (meeting?.answers[role as Role]) return true;
  return meeting?.state !== guard.state || meeting.arrangement !== guard.arrangement;
}

/** planned = accepted + cancelled + expired + suppressed + failed + unknown, and the mailbox agrees with each. */
export const sumIsRight: Check = ({ mails, messages, now }) => {
  const arrived = new Set(mails.map(({ tags }) => tags.message));
  const findings: string[] = [];
  for (const message of messages.values()) {
    const { id, state, sendAt } = message;
    const waits = state === "planned" && sendAt > now;
    if (sent.has(state) && !arrived.has(id))
      findings.push(`counts as sent and never came: ${nameOf(message)}`);
    if (notSent.has(state) && arrived.has(id))
      findings.push(`counts as not sent and came: ${nameOf(message)}`);
    if (!sent.has(state) && !notSent.has(state) && state !== "unknown" && !waits)
      findings.push(`is in no final state: ${nameOf(message)}`);
  }
  return findings;
};
