/** A mentorship: one student and one mentor, from the proposal to the end of the school year. */
import * as z from "zod/mini";
import { lazily } from "./lazily.ts";
import { reasonSchema } from "./matching/reasons.ts";
import type { Pair } from "./people.ts";
import { milestoneKinds, type School } from "./school.ts";
import { yearEnd } from "./school-year.ts";
import { day, type Instant } from "./time.ts";

export const mentorshipStates = [
  "proposed",
  "offered",
  "agreeing",
  "active",
  "closing",
  "withdrawn",
  "lapsed",
  "declined",
  "completed",
] as const;
export type MentorshipState = (typeof mentorshipStates)[number];

/** Days in which a mentor whom a student has chosen may answer. */
export const offerDays = 3;

export const milestoneSchema = lazily(() =>
  z.object({
    /** One of a kind, except goals: `goal-reached-0`, `goal-reached-1`… */
    key: z.string(),
    kind: z.enum(milestoneKinds),
    reachedAt: z.number(),
    promptedAt: z.optional(z.number()),
    answer: z.optional(z.enum(["thanked", "not-now", "never"])),
  }),
);
export type Milestone = z.infer<typeof milestoneSchema>;

export const nextStepSchema = lazily(() =>
  z.object({
    /** Of the meeting after which it was noted. */
    month: z.string(),
    /** What each of the two wrote. */
    notes: z.object({ student: z.optional(z.string()), mentor: z.optional(z.string()) }),
    notedAt: z.number(),
    outcome: z.optional(z.enum(["done", "not-yet", "decided-otherwise"])),
    because: z.optional(z.string()),
  }),
);
export type NextStep = z.infer<typeof nextStepSchema>;

/** What both wrote, the student first, on lines of their own. */
export const nextStepText = ({ notes: { student, mentor } }: NextStep): string =>
  [student, mentor].filter((text) => text !== undefined).join("\n");

export const mentorshipSchema = lazily(() =>
  z.object({
    id: z.string(),
    revision: z.int(),
    studentId: z.string(),
    mentorId: z.string(),
    state: z.enum(mentorshipStates),
    done: z.array(z.string()),
    /** Why these two, as the matching saw it; each reader gets it in words of his or her own. */
    reasons: z.array(reasonSchema),
    proposedAt: z.number(),
    /** When the mentor was asked, where the student chose. */
    offeredAt: z.optional(z.number()),
    confirmedAt: z.optional(z.number()),
    activeSince: z.optional(z.number()),
    endedAt: z.optional(z.number()),
    meetingsHeld: z.int(),
    /** The months settled as held, so that none counts twice. */
    heldMonths: z.array(z.string()),
    lastMeetingAt: z.optional(z.number()),
    milestones: z.array(milestoneSchema),
    nextStep: z.optional(nextStepSchema),
    /** The mentor's last constructive line, for the student. */
    lineForStudent: z.optional(z.string()),
  }),
);
export type Mentorship = z.infer<typeof mentorshipSchema>;

/** When an offer ends to which the mentor has not said anything. */
export const offerEndsAt = ({ offeredAt, proposedAt }: Mentorship, school: School): Instant =>
  Math.min((offeredAt ?? proposedAt) + offerDays * day, yearEnd(school));

export type AroundMentorship = { school: School; pair: Pair; now: Instant };

export const thankYouSchema = lazily(() =>
  z.object({
    id: z.string(),
    mentorshipId: z.string(),
    studentId: z.string(),
    mentorId: z.string(),
    milestone: z.string(),
    text: z.string(),
    writtenAt: z.number(),
  }),
);
export type ThankYou = z.infer<typeof thankYouSchema>;
