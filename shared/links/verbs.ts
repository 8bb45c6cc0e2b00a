/** What a link in a mail may do. Each link does one of these, on one thing, for one person. */
import { day, minute } from "../domain/time.ts";

export type VerbRule = {
  /** Completes "This link lets you …". */
  lets: string;
  /** How long the link works, in milliseconds. */
  lastsFor: number;
  /** Used up by its first success; every other link may be used again and does the same. */
  once: boolean;
};

export const verbs = {
  "sign-up": { lets: "join the program", lastsFor: 14 * day, once: true },
  "sign-in": { lets: "open your page", lastsFor: 10 * minute, once: true },
  "accept-agreement": { lets: "accept the agreement", lastsFor: 60 * day, once: false },
  "not-for-me": { lets: "say that this pairing is not for you", lastsFor: 60 * day, once: false },
  "choose-mentor": { lets: "choose your mentor", lastsFor: 60 * day, once: false },
  "withdraw-request": { lets: "withdraw your request to a mentor", lastsFor: 60 * day, once: false },
  "accept-student": { lets: "accept the student who asks for you", lastsFor: 60 * day, once: false },
  "not-now": { lets: "say that you cannot take this student now", lastsFor: 60 * day, once: false },
  confirm: { lets: "say that the time works for you", lastsFor: 45 * day, once: false },
  move: { lets: "choose another time", lastsFor: 45 * day, once: false },
  "call-off": { lets: "say that you can't make it", lastsFor: 45 * day, once: false },
  "skip-month": { lets: "leave the month out", lastsFor: 45 * day, once: false },
  "run-late": { lets: "say that you are running late", lastsFor: 7 * day, once: false },
  "add-time": { lets: "add times when you are free", lastsFor: 45 * day, once: false },
  prepare: { lets: "write down your questions", lastsFor: 14 * day, once: false },
  answer: { lets: "say whether you met", lastsFor: 14 * day, once: false },
  thank: { lets: "thank your mentor", lastsFor: 60 * day, once: false },
  unsubscribe: { lets: "stop mail that is not about a meeting", lastsFor: 365 * day, once: false },
} as const satisfies Record<string, VerbRule>;

export type Verb = keyof typeof verbs;
export const isVerb = (text: string): text is Verb => Object.hasOwn(verbs, text);
