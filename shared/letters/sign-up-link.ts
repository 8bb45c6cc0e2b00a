/** The link with which somebody joins the program as a student or as a mentor. */

import { minute } from "../domain/time.ts";
import { verbs } from "../links/verbs.ts";
import { button, greeting, list, paragraph, small } from "./blocks.ts";
import { minutesInWords } from "./in-words.ts";
import type { Letter } from "./letter.ts";
import { readersOf } from "./readers-of.ts";

const asks = {
  student: [
    "where you are in your studies, and which specialties draw you;",
    "at least one goal, in your own words;",
    "when you are usually free to meet.",
  ],
  mentor: [
    "your field, and where you are in your career;",
    "what you can help with, and how many students you have room for;",
    "when you are usually free to meet.",
  ],
} as const;

export const signUpLink: Letter = {
  name: "sign-up-link",
  content: (context) => {
    const role = context.data.role === "mentor" ? "mentor" : "student";
    return {
      subject: `Join the mentorship program of ${context.school.name}`,
      blocks: [
        greeting(context),
        paragraph(
          role === "mentor"
            ? "Thank you for wanting to mentor. An hour a month of somebody who has been there can change how a student finds the way."
            : "We are glad that you would like a mentor. Once you have joined, we look for somebody who fits you, and then we arrange a meeting every month.",
        ),
        paragraph("This link opens the form. It takes about ten minutes and asks for:"),
        list(...asks[role]),
        button(`Join as a ${role}`, context.link("sign-up")),
        small(
          `The link works for ${minutesInWords(verbs["sign-up"].lastsFor / minute)} and is used up once you have finished the form.`,
        ),
        ...readersOf("sign-up", role),
        small(
          "You did not ask for this? Then somebody typed your address by mistake. You can ignore this mail: you are not signed up for anything.",
        ),
      ],
    };
  },
};
