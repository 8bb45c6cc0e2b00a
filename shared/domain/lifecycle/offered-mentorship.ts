/** A student chooses a mentor, and the mentor is asked: how such an offer begins, and the ways in which it ends without blame. */
import { offerDays, offerEndsAt } from "../mentorships.ts";
import { endForAssessor, type MentorshipRow, pairUp } from "./mentorship-steps.ts";

export const choose: NonNullable<MentorshipRow["people"]["chosen"]> = {
  who: "the student",
  says: "the student chooses this mentor",
  to: ["offered"],
  letters: [{ letter: "mentor-asked", to: "mentor" }],
  change: (_mentorship, _event, { now }) => ({ offeredAt: now }),
};

/** Whoever waits no longer gets the next suggestions, planned in the same breath in which the offer ends. */
const nextSuggestions = [{ letter: "suggestions", to: "student" }] as const;

export const offered: MentorshipRow = {
  means: "The student has chosen this mentor, who is asked and keeps a place free meanwhile.",
  people: {
    accepted: {
      who: "the mentor",
      says: "the mentor accepts the student",
      to: ["agreeing", "active"],
      letters: [{ letter: "paired", to: "both" }],
      change: (_mentorship, _event, around) => pairUp(around),
    },
    declined: {
      who: "the mentor",
      says: "the mentor says: not now",
      to: ["declined"],
      letters: nextSuggestions,
      change: (_mentorship, _event, { now }) => ({ endedAt: now }),
    },
    "request-withdrawn": {
      who: "the student",
      says: "the student withdraws the request",
      to: ["withdrawn"],
      letters: nextSuggestions,
      change: (_mentorship, _event, { now }) => ({ endedAt: now }),
    },
    "student-left": {
      who: "the student",
      says: "the student leaves the program",
      to: ["withdrawn"],
      change: (_mentorship, _event, { now }) => ({ endedAt: now }),
    },
  },
  time: {
    "assessor-found": {
      says: endForAssessor.says,
      at: endForAssessor.at,
      to: ["declined"],
      letters: nextSuggestions,
      change: (_mentorship, _event, { now }) => ({ endedAt: now }),
    },
    "no-answer": {
      says: `the mentor does not answer in ${offerDays} days, or before the school year ends`,
      to: ["lapsed"],
      letters: nextSuggestions,
      at: (mentorship, { school }) => offerEndsAt(mentorship, school),
      change: (_mentorship, _event, { now }) => ({ endedAt: now }),
    },
  },
};
