/** What a letter is: content written once, in blocks, rendered as HTML and as text. */
import type { LetterName } from "../domain/letter-rules.ts";
import type { Suggestion } from "../domain/matching/suggestions.ts";
import type { Meeting } from "../domain/meetings.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import type { Person } from "../domain/people.ts";
import type { School } from "../domain/school.ts";
import type { Instant, TimeZone } from "../domain/time.ts";
import type { Verb } from "../links/verbs.ts";

/** One piece of a letter. All text is plain; the renderers escape it. */
export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "heading"; text: string }
  /** Label and value, one to a line. */
  | { kind: "facts"; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: "list"; items: readonly string[] }
  /** Somebody's own words, with who wrote them. */
  | { kind: "quote"; text: string; from: string }
  /** The one thing the reader is asked to do. */
  | { kind: "button"; label: string; href: string }
  /** Further things the reader may do. */
  | { kind: "choices"; links: readonly { label: string; href: string }[] }
  /** Who will read an answer, how to be left alone, and other small print. */
  | { kind: "small"; text: string };

export type Content = { subject: string; blocks: readonly Block[]; calendar?: "REQUEST" | "CANCEL" };

/** All that a letter may speak of. A letter about a meeting always has the pair. */
export type LetterContext = {
  school: School;
  /** Root of the school's pages, without a slash at the end. */
  siteUrl: string;
  now: Instant;
  reader: {
    name: string;
    email: string;
    timeZone: TimeZone;
    role: "student" | "mentor" | "administrator" | "visitor";
  };
  student?: Person;
  mentor?: Person;
  meeting?: Meeting;
  mentorship?: Mentorship;
  /** The letter's own details, such as the minutes of a delay. */
  data: Readonly<Record<string, string | number>>;
  /** A thank-you's text, in the student's words. */
  thankYou?: string;
  /** The mentors whom a student may choose, best first. */
  suggestions?: readonly Suggestion[];
  /** The address of a page that does one thing; each call makes one link. */
  link: (verb: Verb) => string;
};

export type Letter = { name: LetterName; content: (context: LetterContext) => Content };
