/** From a letter that must follow to a message: whom it goes to, when it is due, how long it is of use, what makes it void. */

import { letterRules } from "../domain/letter-rules.ts";
import type { LetterToSend } from "../domain/lifecycle/engine.ts";
import { endOf, type Meeting } from "../domain/meetings.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import type { Message } from "../domain/messages.ts";
import type { Pair, Person } from "../domain/people.ts";
import { afterQuietHours } from "../domain/quiet-hours.ts";
import type { School } from "../domain/school.ts";
import type { Instant, TimeZone } from "../domain/time.ts";
import { messageIdOf } from "../records/messages.ts";

/** What a message is about; a letter about a meeting is void once that meeting has moved on. */
export type Subject = { school: School; now: Instant; mentorship?: Mentorship; meeting?: Meeting };

type Recipient = { to: Message["to"]; role: Message["role"]; timeZone: TimeZone };

/** The message of one letter; planning the same occasion again gives the same id. */
export function planMessage(
  letter: Omit<LetterToSend, "to">,
  recipient: Recipient,
  { school, now, mentorship, meeting }: Subject,
): Message {
  const rule = letterRules[letter.letter];
  const notAfter = rule.usefulUntil({ now, startAt: meeting?.startAt, endAt: meeting && endOf(meeting) });
  const polite = rule.canWait ? afterQuietHours(now, school.quietHours, recipient.timeZone) : now;
  const recipientName = "personId" in recipient.to ? recipient.to.personId : recipient.to.email;
  return {
    id: messageIdOf({
      schoolId: school.id,
      letter: letter.letter,
      about: meeting?.id ?? mentorship?.id ?? "",
      arrangement: meeting?.arrangement ?? 0,
      recipient: recipientName,
      occasion: letter.occasion,
    }),
    letter: letter.letter,
    to: recipient.to,
    role: recipient.role,
    ...(meeting && {
      meetingId: meeting.id,
      guard: { state: meeting.state, arrangement: meeting.arrangement },
    }),
    ...(mentorship && { mentorshipId: mentorship.id }),
    data: { ...letter.data },
    state: "planned",
    plannedAt: now,
    // Waiting for the morning must not make it useless.
    sendAt: polite < notAfter ? polite : now,
    notAfter,
    attempt: 0,
  };
}

/** The messages of all letters that one step of a pair's meeting or mentorship brought about. */
export const planMessages = (letters: readonly LetterToSend[], pair: Pair, subject: Subject): Message[] =>
  letters.map((letter) => planMessage(letter, toPerson(pair[letter.to], letter.to), subject));

export const toPerson = (person: Person, role: Message["role"]): Recipient => ({
  to: { personId: person.id },
  role,
  timeZone: person.timeZone,
});
