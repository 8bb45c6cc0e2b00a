/**
 * The link with which somebody joins the program as a student or as a mentor: because he or she asked for it, or
 * because the school invites. Whoever asked to sign in with an address that nobody has gets both ways on instead.
 */
import { describeMoment } from "../domain/moments.ts";
import type { Role } from "../domain/people.ts";
import { minute } from "../domain/time.ts";
import { verbs } from "../links/verbs.ts";
import { button, choices, greeting, list, paragraph, small } from "./blocks.ts";
import { minutesInWords } from "./in-words.ts";
import type { Content, Letter, LetterContext } from "./letter.ts";
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

type Words = { subject: string; opening: readonly string[]; howLong: string; notMeant: string };

const typedByMistake =
  "You did not ask for this? Then somebody typed your address by mistake. You can ignore this mail: you are not signed up for anything.";
const lastsFor = verbs["sign-up"].lastsFor;

export const signUpLink: Letter = {
  name: "sign-up-link",
  content: (context) => {
    if (context.data.role === undefined) return forUnknownAddress(context);
    const role = context.data.role === "mentor" ? "mentor" : "student";
    const { subject, opening, howLong, notMeant } =
      context.data.invited === 1 ? forInvited(context, role) : forAsking(context, role);
    return {
      subject,
      blocks: [
        greeting(context),
        ...opening.map((text) => paragraph(text)),
        paragraph("This link opens the form. It takes about ten minutes and asks for:"),
        list(...asks[role]),
        button(`Join as a ${role}`, context.link("sign-up")),
        small(`The link works ${howLong} and is used up once you have finished the form.`),
        ...readersOf("sign-up", role),
        small(notMeant),
      ],
    };
  },
};

const forAsking = ({ school }: LetterContext, role: Role): Words => ({
  subject: `Join the mentorship program of ${school.name}`,
  opening: [
    role === "mentor"
      ? "Thank you for wanting to mentor. An hour a month of somebody who has been there can change how a student finds the way."
      : "We are glad that you would like a mentor. Once you have joined, we look for somebody who fits you, and then we arrange a meeting every month.",
  ],
  howLong: `for ${minutesInWords(lastsFor / minute)}`,
  notMeant: typedByMistake,
});

/** May be somebody of the program who has two addresses, or somebody who has not joined, as a student or as a mentor. */
const forUnknownAddress = (context: LetterContext): Content => ({
  subject: `Nobody has joined the mentorship program of ${context.school.name} with this address`,
  blocks: [
    greeting(context),
    paragraph(
      "You asked for a link to sign in, but nobody has joined with this address. If you have joined with another one, sign in with that. If you have not joined yet, you can do so as a student or as a mentor.",
    ),
    choices(
      { label: "Sign in with another address", href: `${context.siteUrl}/sign-in` },
      { label: "Join the program", href: `${context.siteUrl}/` },
    ),
    small(typedByMistake),
  ],
});

/** Whoever is invited has not heard of the program yet, and may read this days later. */
const forInvited = ({ school, now, reader }: LetterContext, role: Role): Words => ({
  subject: `You are invited to the mentorship program of ${school.name}`,
  opening: [
    `The mentorship program of ${school.name} invites you to take part as a ${role}.`,
    `You meet a ${
      role === "mentor"
        ? "student once a month and help with what he or she would like to reach"
        : "mentor once a month, somebody who has been there and helps with what you would like to reach"
    }. We arrange every meeting, at a time when both of you are free.`,
  ],
  howLong: `until ${describeMoment(now + lastsFor, reader.timeZone)}`,
  notMeant: `Is this a mistake? Write to ${school.sender.address}, or reply to this mail. You are not signed up for anything until you have finished the form.`,
});
