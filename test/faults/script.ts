/** What the people of the story do in their month, and when: wall times in New York. */
import type { Answers } from "../../infra/local/cast/form.ts";
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import type { Verb } from "../../shared/links/verbs.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import type { Act } from "./people.ts";

export const pairsStandAt = inNewYork("2026-11-23 08:00");
export const storyEndsAt = inNewYork("2026-12-24 20:00");
/** Faults that come by chance are over at the latest here. */
export const calmFrom = inNewYork("2026-12-24 18:20");

type More = { since?: string; about?: string; answers?: Answers };

const on = (at: string, who: string, letter: LetterName, verb: Verb, more: More = {}): Act => {
  const { since, ...rest } = more;
  return {
    at: inNewYork(at),
    who: `${who}@`,
    letter,
    verb,
    ...rest,
    ...(since !== undefined && { since: inNewYork(since) }),
  };
};

const first = (offered: readonly string[]): string | undefined => offered[0];
const met = (more: Answers): Answers => ({ attendance: "met", worth: "5", ...more });

/** What somebody may do in the middle of anything, by the mail that is then in hand. */
export const sudden = {
  "wei-skips": on("2026-11-25 09:00", "wei", "moved", "skip-month"),
  "ana-skips": on("2026-12-13 19:05", "ana", "invite", "skip-month", { since: "2026-12-13 19:00" }),
  "ana-unsubscribes": on("2026-12-20 10:00", "ana", "feedback-nudge", "unsubscribe"),
} as const;
export type Sudden = keyof typeof sudden;

/** Wei meets Priya, after one move and with some delay; Ana calls off and meets later; Omar and Tom leave the month out. */
export const script: readonly Act[] = [
  on("2026-11-24 12:00", "wei", "invite", "confirm"),
  on("2026-11-24 12:40", "tom", "invite", "skip-month"),
  on("2026-11-25 09:00", "priya", "invite", "move", { about: "Wei", answers: { startAt: first } }),
  on("2026-11-30 19:00", "wei", "prepare", "prepare", { answers: { questions: "How do I begin?" } }),
  on("2026-12-03 16:50", "priya", "reminder", "run-late", { about: "Wei", answers: { minutes: "10" } }),
  on("2026-12-03 18:30", "wei", "did-you-meet", "answer", {
    answers: met({ nextStep: "Write the abstract" }),
  }),
  on("2026-12-03 19:00", "priya", "did-you-meet", "answer", {
    about: "Wei",
    answers: met({ line: "Speak up earlier." }),
  }),
  on("2026-12-04 12:00", "wei", "gratitude-prompt", "thank", {
    answers: { text: "You made the abstract possible.", choice: "thank" },
  }),
  on("2026-12-13 18:30", "ana", "reminder", "call-off"),
  on("2026-12-13 19:00", "ana", "called-off", "move", { answers: { startAt: first } }),
  on("2026-12-17 18:30", "priya", "did-you-meet", "answer", { about: "Ana", answers: met({}) }),
  on("2026-12-20 10:00", "ana", "feedback-nudge", "unsubscribe"),
];
