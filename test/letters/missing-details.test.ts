/** A letter that lacks what it speaks of is not sent half empty: it fails, and says that a retry does not help. */
import { expect, test } from "vitest";
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import type { LetterContext } from "../../shared/letters/letter.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { contextFor, helen, maya, visitor } from "./cast.ts";

const without = (...keys: ("student" | "mentor" | "meeting" | "mentorship")[]): LetterContext => {
  const context = contextFor("student");
  for (const key of keys) delete context[key];
  return context;
};

test.each<[string, LetterName, LetterContext, string]>([
  ["an invitation without a meeting", "invite", without("meeting"), "without the meeting;"],
  ["an invitation without a mentor", "invite", without("mentor"), "without both people;"],
  [
    "an invitation to a stranger",
    "invite",
    contextFor("student", { reader: visitor }),
    "without a reader who is one of the two;",
  ],
  ["a pairing without a mentorship", "paired", without("mentorship"), "without the mentorship;"],
  ["a delay without its minutes", "running-late", contextFor("student"), 'without the number "minutes";'],
  ["a move without the old time", "moved", contextFor("student"), 'without the number "from";'],
  ["a fresh link for nothing", "fresh-link", contextFor("student", { data: { verb: "fly" } }), 'for "fly"'],
  ["a prompt without its milestone", "gratitude-prompt", contextFor("student"), "without its milestone;"],
  ["suggestions without any list", "suggestions", contextFor("student"), "without suggestions;"],
  ["a missing time without its reason", "no-common-time", contextFor("student"), "without the reason;"],
  [
    "a mentor without a profile",
    "paired",
    contextFor("student", { mentor: maya }),
    "without the mentor's profile;",
  ],
  [
    "a student without a profile",
    "paired",
    contextFor("mentor", { student: helen }),
    "without the student's profile;",
  ],
  [
    "a thank-you without words",
    "thank-you",
    contextFor("mentor", { data: { milestone: "year-end" } }),
    "without the student's words;",
  ],
])("%s", (_name, letter, context, complaint) => {
  expect(() => renderLetter(letter, context)).toThrow(complaint);
  expect(() => renderLetter(letter, context)).toThrow("a retry does not help");
});
