/** What a page says after something was done: one of these sentences, and never words from an address. */
import type { Notice } from "../pages/frame.ts";

const sentences = {
  confirm: "Thank you. It is noted that the time works for you.",
  move: "Your meeting has its new time. You both get a mail with it.",
  "call-off":
    "Your meeting is called off, and the other person has been told. You can choose another time below.",
  // Only a time that was set is called off by mail.
  "skip-month":
    "The month is left out. If a meeting was booked, you both get a mail; if none was, the other person reads it on his or her page.",
  "run-late": "The other person has been told that you are running late.",
  prepare: "It is saved. You can change it until the meeting begins.",
  answer: "Thank you. Your answer is noted.",
  thank: "Thank you. It is noted.",
  "accept-agreement": "Thank you. You have accepted the agreement.",
  "not-for-me": "The pairing has ended. Nobody is told why.",
  "choose-mentor": "The mentor you chose is asked by mail.",
  "withdraw-request": "Your request is withdrawn. You can choose another mentor.",
  "accept-student": "You are a pair now. You both get a mail.",
  "not-now": "It is noted, and the student gets other suggestions.",
  time: "Your free time is saved.",
  "time-found":
    "Your free time is saved. With it, a time for a meeting was found: you both get an invitation.",
  profile: "Your profile is saved.",
  mail: "Your choice of mail is saved.",
  "goal-added": "Your goal is added.",
  "goal-changed": "Your goal is saved.",
  "goal-reached": "Congratulations! Your goal is marked as reached.",
  milestone: "Congratulations! It is noted.",
} as const;

export type Done = keyof typeof sentences;

/** The notice behind `?done=`, or undefined for anything that is not one of ours. */
export const noticeOf = (done: string | undefined): Notice | undefined =>
  done !== undefined && Object.hasOwn(sentences, done)
    ? { kind: "done", sentence: sentences[done as Done] }
    : undefined;
