/** No mail goes out once the table knows better: after a meeting moved on, an address bounced, or a reader said stop. */
import type { Meeting } from "../../../shared/domain/meetings.ts";
import type { Message } from "../../../shared/domain/messages.ts";
import { emailHash } from "../../../shared/records/keys.ts";
import { recordBefore } from "../outcome.ts";
import type { Check } from "./finding.ts";

/** In which states of its meeting each letter makes sense; those about no meeting are not here. */
const sensibleIn: Readonly<Record<string, readonly string[]>> = {
  invite: ["booked"],
  moved: ["booked"],
  prepare: ["booked"],
  reminder: ["booked"],
  "starting-soon": ["booked"],
  "running-late": ["booked"],
  "called-off": ["called-off", "skipped", "not-arranged"],
  "did-you-meet": ["asked"],
  "feedback-nudge": ["asked"],
};
const optional: ReadonlySet<string> = new Set(["feedback-nudge", "gratitude-prompt"]);

export const neverAfter: Check = (outcome) => {
  const findings: string[] = [];
  for (const mail of outcome.mails) {
    const { message: id, attempt, letter = "" } = mail.tags;
    const named = `${letter} to ${mail.to}`;
    const claim = outcome.writes.find(
      ({ put }) => put?.pk === `message#${id}` && put.state === "sending" && String(put.attempt) === attempt,
    );
    if (!claim) {
      findings.push(`was sent without a claim: ${named}`);
      continue;
    }
    const { meetingId, guard } = claim.put as unknown as Message;
    const before = (pk: string, sk: string) => recordBefore(outcome, pk, sk, claim.order);
    if (meetingId && sensibleIn[letter]) {
      const meeting = before(`meeting#${meetingId}`, "meeting") as Meeting | undefined;
      if (!sensibleIn[letter].includes(meeting?.state ?? "") || meeting?.arrangement !== guard?.arrangement)
        findings.push(
          `was claimed after its meeting was ${meeting?.state} #${meeting?.arrangement}: ${named}`,
        );
    }
    if (before(`email#${emailHash(mail.to)}`, "suppression"))
      findings.push(`was claimed after the address was shut: ${named}`);
    if (optional.has(letter)) {
      const person = [...outcome.people.values()].find(({ email }) => email === mail.to);
      if (before(`person#${person?.id}`, "person")?.wantsOptionalMail === false)
        findings.push(`was claimed after its reader said stop: ${named}`);
    }
  }
  return findings;
};
