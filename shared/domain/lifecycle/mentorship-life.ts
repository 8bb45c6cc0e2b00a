/** The life of a mentorship: proposed, agreed, active until the school year ends, with thanks at its milestones. */
import type { AroundMentorship, Mentorship, MentorshipState, Milestone, NextStep } from "../mentorships.ts";
import type { Role } from "../people.ts";
import type { MilestoneKind } from "../school.ts";
import { yearEnd } from "../school-year.ts";
import { day, type Instant } from "../time.ts";
import type { Life } from "./engine.ts";
import {
  answerPrompt,
  decline,
  endForAssessor,
  goodbyeAndNextList,
  heldMeeting,
  leaveLine,
  pairUp,
  prompt,
  ready,
  studentLeaves,
  withMilestone,
} from "./mentorship-steps.ts";
import { choose, offered } from "./offered-mentorship.ts";

export type MentorshipEvent =
  | { type: "confirmed"; by: "administrator" }
  | { type: "set-aside"; by: "administrator" }
  | { type: "chosen"; by: "student" }
  | { type: "accepted"; by: "mentor" }
  | { type: "request-withdrawn"; by: "student" }
  | { type: "student-left"; by: "student" }
  | { type: "agreed"; by: Role }
  /** With the side that leaves the program for good, if one does. */
  | { type: "declined"; by: Role; leaves?: Role }
  | { type: "meeting-held"; by: "meeting"; month: string; startAt: Instant }
  | { type: "milestone-reached"; by: Role; key: string; kind: MilestoneKind }
  | { type: "prompt-answered"; by: "student"; key: string; answer: NonNullable<Milestone["answer"]> }
  | { type: "next-step-noted"; by: Role; month: string; text: string | undefined }
  | { type: "next-step-reported"; by: Role; outcome: NonNullable<NextStep["outcome"]>; because?: string }
  | { type: "line-left"; by: "mentor"; text: string | undefined };

export type MentorshipRefusal = "no-such-prompt" | "no-next-step";

/** Days a proposal waits for an administrator, and a pair for its agreements. */
const proposalDays = 30;
const agreementReminderDays = 7;
const agreementDays = 21;
/** Days after the school year in which thanks can still be said. */
const closingDays = 45;

export const mentorshipLife: Life<
  MentorshipState,
  Mentorship,
  MentorshipEvent,
  AroundMentorship,
  MentorshipRefusal
> = {
  proposed: {
    means: "The matching suggests this pair; nobody has taken it up yet.",
    people: {
      confirmed: {
        who: "an administrator",
        says: "an administrator confirms the pair",
        to: ["agreeing", "active"],
        letters: [{ letter: "paired", to: "both" }],
        change: (_mentorship, _event, around) => pairUp(around),
      },
      "set-aside": {
        who: "an administrator",
        says: "an administrator sets the proposal aside",
        to: ["withdrawn"],
      },
      chosen: choose,
    },
    time: {
      "assessor-found": { says: endForAssessor.says, at: endForAssessor.at, to: ["withdrawn"] },
      forgotten: {
        says: `nobody confirms it in ${proposalDays} days`,
        to: ["withdrawn"],
        at: (mentorship) => mentorship.proposedAt + proposalDays * day,
      },
    },
  },

  offered,

  agreeing: {
    means:
      "The pair is confirmed; one or both have not yet accepted the agreement, or nobody has yet approved a mentor from outside, so no meeting is booked.",
    people: {
      agreed: {
        who: "the student or the mentor",
        says: "somebody accepts the agreement",
        to: ["agreeing", "active"],
        change: (_mentorship, _event, around) =>
          ready(around) ? { state: "active", activeSince: around.now } : { state: "agreeing" },
      },
      declined: decline,
      "student-left": studentLeaves,
    },
    time: {
      "assessor-found": endForAssessor,
      "all-is-there": {
        says: "it turns out that nothing is missing any more",
        to: ["active"],
        at: (mentorship, around) => (ready(around) ? mentorship.confirmedAt : undefined),
        change: (_mentorship, _event, { now }) => ({ activeSince: now }),
      },
      "remind-of-agreement": {
        says: `the agreement is open after ${agreementReminderDays} days`,
        to: ["agreeing"],
        letters: [{ letter: "welcome", to: "whoever has not agreed" }],
        at: (mentorship) => mentorship.confirmedAt! + agreementReminderDays * day,
      },
      lapse: {
        says: `the agreement is open after ${agreementDays} days, or when the school year ends`,
        to: ["lapsed"],
        letters: goodbyeAndNextList,
        at: (mentorship, { school }) =>
          Math.min(mentorship.confirmedAt! + agreementDays * day, yearEnd(school)),
        change: (_mentorship, _event, { now }) => ({ endedAt: now }),
      },
    },
  },

  active: {
    means: "They meet every month.",
    people: {
      declined: decline,
      "student-left": studentLeaves,
      "meeting-held": heldMeeting,
      "milestone-reached": {
        who: "the student",
        says: "the student reaches a milestone",
        to: ["active"],
        already: ({ milestones }, event) => milestones.some(({ key }) => key === event.key),
        change: (mentorship, { key, kind }, around) => ({
          milestones: withMilestone(mentorship, { key, kind, reachedAt: around.now }, around),
        }),
      },
      "prompt-answered": answerPrompt,
      "next-step-noted": {
        who: "the student or the mentor",
        says: "a next step is noted, or taken back",
        to: ["active"],
        already: ({ nextStep }, { month, text }) => text === undefined && nextStep?.month !== month,
        change: ({ nextStep }, { by, month, text }, { now }) => {
          const notes = { ...(nextStep?.month === month && nextStep.notes), [by]: text };
          return { nextStep: notes.student || notes.mentor ? { month, notes, notedAt: now } : undefined };
        },
      },
      "next-step-reported": {
        who: "the student",
        says: "the student tells what became of the next step",
        to: ["active"],
        refuses: (mentorship) => (mentorship.nextStep ? undefined : "no-next-step"),
        change: ({ nextStep }, { outcome, because }) => {
          const { because: _before, ...step } = nextStep!;
          return { nextStep: { ...step, outcome, ...(because ? { because } : {}) } };
        },
      },
      "line-left": leaveLine,
    },
    time: {
      "assessor-found": endForAssessor,
      prompt,
      "year-end": {
        says: "the school year ends",
        to: ["closing"],
        at: (_mentorship, { school }) => yearEnd(school),
        change: (mentorship, _event, around) => ({
          endedAt: around.now,
          milestones:
            mentorship.meetingsHeld === 0
              ? mentorship.milestones
              : withMilestone(
                  mentorship,
                  { key: "year-end", kind: "year-end", reachedAt: around.now },
                  around,
                ),
        }),
      },
    },
  },

  closing: {
    means: "The school year is over. No more meetings are booked; thanks can still be said.",
    people: {
      "meeting-held": { ...heldMeeting, to: ["closing"] },
      "prompt-answered": { ...answerPrompt, to: ["closing"] },
      "line-left": { ...leaveLine, to: ["closing"] },
    },
    time: {
      prompt: { ...prompt, to: ["closing"] },
      complete: {
        says: `${closingDays} days have passed since`,
        to: ["completed"],
        // Not by the school's file, which may hold the next year by then.
        at: ({ endedAt }) => endedAt! + closingDays * day,
      },
    },
  },

  withdrawn: {
    means:
      "The proposal was not taken up; neither side heard of it. Or the student withdrew the request, or left, before the mentor answered.",
    people: {},
    time: {},
  },
  lapsed: {
    means:
      "The mentor did not answer, the agreement was never accepted by both, or a mentor from outside was never approved.",
    people: {},
    time: {},
  },
  declined: {
    means: "One of them said: not for me, or not now. Nobody is told who or why.",
    people: {},
    time: {},
  },
  completed: { means: "The school year they shared is complete.", people: {}, time: {} },
};
