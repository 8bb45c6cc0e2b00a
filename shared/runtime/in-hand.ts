/** What a change has just been made with, so that its letters need not read it again. */
import type { Meeting } from "../domain/meetings.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import type { Pair, Person, PersonId } from "../domain/people.ts";

export type InHand = {
  meetings: Map<string, Meeting>;
  mentorships: Map<string, Mentorship>;
  people: Map<PersonId, Person>;
};

export const nothingInHand = (): InHand => ({
  meetings: new Map(),
  mentorships: new Map(),
  people: new Map(),
});

/** Keeps what was read; what has been changed meanwhile stays as it is now. */
export function keepAsRead(inHand: InHand, { student, mentor }: Pair, mentorship?: Mentorship): void {
  for (const person of [student, mentor])
    if (!inHand.people.has(person.id)) inHand.people.set(person.id, person);
  if (mentorship && !inHand.mentorships.has(mentorship.id)) inHand.mentorships.set(mentorship.id, mentorship);
}
