/** Finds in a letter's context the reader, the other person, and the meeting or mentorship that it speaks of. */
import type { Meeting } from "../domain/meetings.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import { otherRole, type Person, type Role } from "../domain/people.ts";
import type { Instant } from "../domain/time.ts";
import type { LetterContext } from "./letter.ts";

export type TwoPeople = { student: Person; mentor: Person; role: Role; me: Person; other: Person };

/** Throws when one of the pair is missing, or the letter is for neither of them. */
export function twoPeople({ student, mentor, reader }: LetterContext): TwoPeople {
  if (!student || !mentor) throw missing("both people");
  if (reader.role !== "student" && reader.role !== "mentor") throw missing("a reader who is one of the two");
  const pair = { student, mentor };
  return { ...pair, role: reader.role, me: pair[reader.role], other: pair[otherRole(reader.role)] };
}

/** Throws when the letter's meeting is missing. */
export function theMeeting({ meeting }: LetterContext): Meeting {
  if (!meeting) throw missing("the meeting");
  return meeting;
}

/** When the meeting begins. Throws when it has no time. */
export function theStart(context: LetterContext): Instant {
  const { startAt } = theMeeting(context);
  if (startAt === undefined) throw missing("the meeting's time");
  return startAt;
}

/** Throws when the letter's mentorship is missing. */
export function theMentorship({ mentorship }: LetterContext): Mentorship {
  if (!mentorship) throw missing("the mentorship");
  return mentorship;
}

/** One of the letter's own details that must be a number. Throws when it is not. */
export function theNumber({ data }: LetterContext, name: string): number {
  const value = data[name];
  if (typeof value !== "number") throw missing(`the number "${name}"`);
  return value;
}

/** Why a letter cannot be written. */
export const missing = (what: string): Error =>
  new Error(`a letter was planned without ${what}; a retry does not help`);
