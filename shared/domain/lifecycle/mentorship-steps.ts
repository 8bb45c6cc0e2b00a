/** The steps that several states of a mentorship share. */
import { assesses } from "../assessors.ts";
import type { AroundMentorship, Mentorship, MentorshipState, Milestone } from "../mentorships.ts";
import { milestonesOfHeldMeetings, nextPrompt } from "../milestones.ts";
import type { LifeRow, TimeStep } from "./engine.ts";
import type { MentorshipEvent, MentorshipRefusal } from "./mentorship-life.ts";

export type MentorshipRow = LifeRow<
  MentorshipState,
  Mentorship,
  MentorshipEvent,
  AroundMentorship,
  MentorshipRefusal
>;
type Timer = TimeStep<MentorshipState, Mentorship, AroundMentorship>;

/** The milestones with this one added, unless it stands already or the school does not celebrate it. */
export const withMilestone = (
  mentorship: Mentorship,
  reached: Milestone,
  { school }: AroundMentorship,
): Milestone[] =>
  mentorship.milestones.some(({ key }) => key === reached.key) || !school.milestones.includes(reached.kind)
    ? mentorship.milestones
    : [...mentorship.milestones, reached];

/** Both have accepted the agreement, and an administrator has approved a mentor from outside. */
export const ready = ({ pair: { student, mentor } }: AroundMentorship): boolean =>
  student.agreedAt !== undefined && mentor.agreedAt !== undefined && mentor.mentor?.approved === true;

/** From now on the two are a pair; it is active at once when both have accepted the agreement. */
export const pairUp = (around: AroundMentorship): Partial<Mentorship> =>
  ready(around)
    ? { state: "active", confirmedAt: around.now, activeSince: around.now }
    : { state: "agreeing", confirmedAt: around.now };

/** Where students choose, whoever may still have a mentor has the next list together with the goodbye. */
export const goodbyeAndNextList = [
  { letter: "goodbye", to: "both" },
  { letter: "suggestions", to: "a student who may choose" },
] as const;

export const decline: NonNullable<MentorshipRow["people"]["declined"]> = {
  who: "the student or the mentor",
  says: "somebody says: not for me",
  to: ["declined"],
  letters: goodbyeAndNextList,
  change: (_mentorship, _event, { now }) => ({ endedAt: now }),
  data: (_mentorship, { by, leaves }) => ({ by, ...(leaves && { leaves }) }),
};

/** Nobody is suggested to a student who is not there any more. */
export const studentLeaves: NonNullable<MentorshipRow["people"]["student-left"]> = {
  who: "the student",
  says: "the student leaves the program",
  to: ["declined"],
  letters: [{ letter: "goodbye", to: "both" }],
  change: (_mentorship, _event, { now }) => ({ endedAt: now }),
  data: (_mentorship, { by }) => ({ by, leaves: by }),
};

export const answerPrompt: NonNullable<MentorshipRow["people"]["prompt-answered"]> = {
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

export const prompt: Timer = {
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

export const heldMeeting: NonNullable<MentorshipRow["people"]["meeting-held"]> = {
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

export const leaveLine: NonNullable<MentorshipRow["people"]["line-left"]> = {
  who: "the mentor",
  says: "the mentor leaves a constructive line for the student, or takes it back",
  to: ["active"],
  change: (_mentorship, event) => ({ lineForStudent: event.text }),
};

/** Found out once the two were proposed or paired: a pair of a student and his or her assessor ends by itself. */
export const endForAssessor: Timer = {
  says: "the mentor turns out to grade or assess the student",
  to: ["declined"],
  letters: goodbyeAndNextList,
  at: ({ proposedAt, confirmedAt }, { school, pair }) =>
    assesses(school.assessors ?? [], pair.mentor, pair.student) ? (confirmedAt ?? proposedAt) : undefined,
  change: (_mentorship, _event, { now }) => ({ endedAt: now }),
  data: () => ({ by: "school" }),
};
