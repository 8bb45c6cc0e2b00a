/** Who reads what is written behind a link: one table, so that a letter and the page it leads to promise the same. */
import type { Role } from "../domain/people.ts";
import type { Verb } from "../links/verbs.ts";
import { whoReads } from "./blocks.ts";
import type { Block } from "./letter.ts";

const andStaff =
  "and so do the people who run the program. Your free times are used to find meetings; nobody is shown your calendar.";
const ofMeeting =
  "the people who run the program see the date and whether you met, not what was said. Your rating is shown only as part of an average of five or more.";

/** Completes "Who reads this: …", for every verb whose page has a field for free text. */
const readers: Readonly<Partial<Record<Verb, Readonly<Record<Role, string>>>>> = {
  "sign-up": {
    student: `the mentors you may be paired with see your profile and your goals, ${andStaff}`,
    mentor: `the students you may be paired with see your profile, ${andStaff}`,
  },
  prepare: {
    student:
      "your questions and your word on the last next step go to your mentor with the next reminder. The people who run the program do not see them.",
    mentor: "the questions are the student's; you get them with your reminder.",
  },
  answer: {
    student: `${ofMeeting} The next step is for you and your mentor.`,
    mentor: `${ofMeeting} The next step and your line to the student are for the two of you.`,
  },
  thank: {
    student:
      "your mentor, in exactly your words. The people who run the program see that you said thanks, not what you wrote.",
    mentor: "the thanks are the student's words to you.",
  },
};

/** In words who reads what this verb's page asks for, or undefined when it asks for no text. */
export const readersInWords = (verb: Verb, role: Role): string | undefined => readers[verb]?.[role];

/** The same as small print for a letter; nothing for a page without a text field. */
export function readersOf(verb: Verb, role: string): Block[] {
  const words = readersInWords(verb, role === "mentor" ? "mentor" : "student");
  return words === undefined ? [] : [whoReads(words)];
}
