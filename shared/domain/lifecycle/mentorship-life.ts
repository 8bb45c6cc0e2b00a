/** The life of a mentorship: proposed, agreed, active until the school year ends, with thanks at its milestones. */
import { wallToInstant } from "../calendar.ts";
import type { AroundMentorship, Mentorship, MentorshipState, Milestone, NextStep } from "../mentorships.ts";
import { milestonesOfHeldMeetings, nextPrompt } from "../milestones.ts";
import { isReady, type Role } from "../people.ts";
import type { MilestoneKind } from "../school.ts";
import { day, type Instant } from "../time.ts";
import type { Life, LifeRow, TimeStep } from "./engine.ts";

export type MentorshipEvent =
  | { type: "confirmed"; by: "administrator" }
  | { type: "set-aside"; by: "administrator" }
  | { type: "agreed"; by: Role }
  | { type: "declined"; by: Role }
  | { type: "meeting-held"; by: "meeting"; month: string; startAt: Instant }
  | { type: "milestone-reached"; by: Role; key: string; kind: MilestoneKind }
  | { type: "prompt-answered"; by: "student"; key: string; answer: NonNullable<Milestone["answer"]> }
  | { type: "next-step-noted"; by: Role; text: string }
  | { type: "next-step-reported"; by: Role; outcome: NonNullable<NextStep["outcome"]>; because?: string }
  | { type: "line-left"; by: "mentor"; text: string };

export type MentorshipRefusal = "no-such-prompt" | "no-next-step";

/** Days a proposal waits for an administrator, and a pair for its agreements. */
const proposalDays = 30;
const agreementReminderDays = 7;
const agreementDays = 21;
/** Days after the school year in which thanks can still be said. */
const closingDays = 45;

type Row = LifeRow<MentorshipState, Mentorship, MentorshipEvent, AroundMentorship, MentorshipRefusal>;
type Timer = TimeStep<MentorshipState, Mentorship, AroundMentorship>;

const yearEnd = ({ school }: AroundMentorship): Instant =>
  wallToInstant(school.schoolYear.to, school.round.opensAt, school.timeZone);

/** The milestones with this one added, unless it stands already or the school does not celebrate it. */
const withMilestone = (
  mentorship: Mentorship,
  reached: Milestone,
  { school }: AroundMentorship,
): Milestone[] =>
  mentorship.milestones.some(({ key }) => key === reached.key) || !school.milestones.includes(reached.kind)
    ? mentorship.milestones
    : [...mentorship.milestones, reached];

const ready = ({ pair }: AroundMentorship): boolean => isReady(pair.student) && isReady(pair.mentor);

const decline: NonNullable<Row["people"]["declined"]> = {
  who: "the student or the mentor",
  says: "somebody says: not for me",
  to: ["declined"],
  letters: [{ letter: "goodbye", to: "both" }],
  change: (_mentorship, _event, { now }) => ({ endedAt: now }),
  data: (_mentorship, event) => ({ by: event.by }),
};

const answerPrompt: NonNullable<Row["people"]["prompt-answered"]> = {
  who: "the student",
  says: "the student thanks the mentor, or not now, or never again",
  to: ["active"],
  refuses: ({ milestones }, event) =>
    milestones.some(({ key, promptedAt }) => key === event.key && promptedAt !== undefined)
      ? undefined
      : "no-such-prompt",
  already: ({ milestones }, event) => milestones.find(({ key }) => key === event.key)?.answer === "thanked",
  change: ({ milestones }, { key, answer }) => ({
    milestones: milestones.map((milestone) => (milestone.key === key ? { ...milestone, answer } : milestone)),
  }),
};

const prompt: Timer = {
  says: "a milestone asks for thanks",
  to: ["active"],
  repeats: true,
  letters: [{ letter: "gratitude-prompt", to: "student" }],
  at: (mentorship, { pair }) => nextPrompt(mentorship, pair.student)?.at,
  change: (mentorship, _event, { pair, now }) => {
    const due = nextPrompt(mentorship, pair.student)!.milestone;
    return { milestones: mentorship.milestones.map((it) => (it === due ? { ...it, promptedAt: now } : it)) };
  },
  data: (mentorship, _event, { pair }) => {
    const { key, kind } = nextPrompt(mentorship, pair.student)!.milestone;
    return { occasion: key, milestone: kind, key };
  },
};

const heldMeeting: NonNullable<Row["people"]["meeting-held"]> = {
  who: "both, by saying that they met",
  says: "a meeting was held",
  to: ["active"],
  already: ({ heldMonths }, event) => heldMonths.includes(event.month),
  change: (mentorship, event, around) => {
    const meetingsHeld = mentorship.meetingsHeld + 1;
    const kind = milestonesOfHeldMeetings[meetingsHeld];
    const milestones = kind
      ? withMilestone(mentorship, { key: kind, kind, reachedAt: around.now }, around)
      : mentorship.milestones;
    const lastMeetingAt = Math.max(mentorship.lastMeetingAt ?? 0, event.startAt);
    return { meetingsHeld, heldMonths: [...mentorship.heldMonths, event.month], lastMeetingAt, milestones };
  },
};

const leaveLine: NonNullable<Row["people"]["line-left"]> = {
  who: "the mentor",
  says: "the mentor leaves a constructive line for the student",
  to: ["active"],
  change: (_mentorship, event) => ({ lineForStudent: event.text }),
};

export const mentorshipLife: Life<
  MentorshipState,
  Mentorship,
  MentorshipEvent,
  AroundMentorship,
  MentorshipRefusal
> = {
  proposed: {
    means: "The matching suggests this pair; an administrator has not confirmed it yet.",
    people: {
      confirmed: {
        who: "an administrator",
        says: "an administrator confirms the pair",
        to: ["agreeing", "active"],
        letters: [{ letter: "paired", to: "both" }],
        change: (_mentorship, _event, around) =>
          ready(around)
            ? { state: "active", confirmedAt: around.now, activeSince: around.now }
            : { state: "agreeing", confirmedAt: around.now },
      },
      "set-aside": {
        who: "an administrator",
        says: "an administrator sets the proposal aside",
        to: ["withdrawn"],
      },
    },
    time: {
      forgotten: {
        says: `nobody confirms it in ${proposalDays} days`,
        to: ["withdrawn"],
        at: (mentorship) => mentorship.proposedAt + proposalDays * day,
      },
    },
  },

  agreeing: {
    means: "The pair is confirmed; one or both have not yet accepted the agreement, so no meeting is booked.",
    people: {
      agreed: {
        who: "the student or the mentor",
        says: "somebody accepts the agreement",
        to: ["agreeing", "active"],
        change: (_mentorship, _event, around) =>
          ready(around) ? { state: "active", activeSince: around.now } : { state: "agreeing" },
      },
      declined: decline,
    },
    time: {
      "remind-of-agreement": {
        says: `the agreement is open after ${agreementReminderDays} days`,
        to: ["agreeing"],
        letters: [{ letter: "welcome", to: "whoever has not agreed" }],
        at: (mentorship) => mentorship.confirmedAt! + agreementReminderDays * day,
      },
      lapse: {
        says: `the agreement is open after ${agreementDays} days`,
        to: ["lapsed"],
        letters: [{ letter: "goodbye", to: "both" }],
        at: (mentorship) => mentorship.confirmedAt! + agreementDays * day,
        change: (_mentorship, _event, { now }) => ({ endedAt: now }),
      },
    },
  },

  active: {
    means: "They meet every month.",
    people: {
      declined: decline,
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
        says: "a next step is noted",
        to: ["active"],
        change: (_mentorship, { text }, { now }) => ({ nextStep: { text, notedAt: now } }),
      },
      "next-step-reported": {
        who: "the student",
        says: "the student tells what became of the next step",
        to: ["active"],
        refuses: (mentorship) => (mentorship.nextStep ? undefined : "no-next-step"),
        change: (mentorship, { outcome, because }) => ({
          nextStep: { ...mentorship.nextStep!, outcome, ...(because ? { because } : {}) },
        }),
      },
      "line-left": leaveLine,
    },
    time: {
      prompt,
      "year-end": {
        says: "the school year ends",
        to: ["closing"],
        at: (_mentorship, around) => yearEnd(around),
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
        at: (_mentorship, around) => yearEnd(around) + closingDays * day,
      },
    },
  },

  withdrawn: { means: "The proposal was not taken up; neither side heard of it.", people: {}, time: {} },
  lapsed: { means: "The agreement was never accepted by both.", people: {}, time: {} },
  declined: { means: "One of them said: not for me. Nobody is told who or why.", people: {}, time: {} },
  completed: { means: "The school year they shared is complete.", people: {}, time: {} },
};
