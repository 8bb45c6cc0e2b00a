/** A meeting: one pair's appointment in one month, from the planner's booking to the truth about it. */
import * as z from "zod/mini";
import { lazily } from "./lazily.ts";
import type { Pair } from "./people.ts";
import type { School } from "./school.ts";
import { type Instant, minute } from "./time.ts";

export const meetingStates = [
  "unplaced",
  "booked",
  "called-off",
  "asked",
  "held",
  "missed-with-notice",
  "missed-silently",
  "unknown",
  "not-arranged",
  "skipped",
] as const;
export type MeetingState = (typeof meetingStates)[number];

/** Why a pair got no time, from the most to the least final. */
export const unplacedReasons = [
  "no-common-window",
  "times-past",
  "away",
  "mentor-time-exhausted",
  "clash-with-other-mentor",
  "spacing",
  "notice",
] as const;
export type UnplacedReason = (typeof unplacedReasons)[number];

export const attendances = ["met", "met-shortened", "missed-with-notice", "missed-without-notice"] as const;
export type Attendance = (typeof attendances)[number];

export const answerSchema = lazily(() =>
  z.object({
    attendance: z.enum(attendances),
    /** What it was worth, 1 (little) to 5 (a lot), by the month's question. */
    worth: z.optional(z.int().check(z.gte(1), z.lte(5))),
    /** A mentor's constructive line, which reaches the student. */
    line: z.optional(z.string()),
    at: z.number(),
  }),
);
export type Answer = z.infer<typeof answerSchema>;

export const meetingSchema = lazily(() =>
  z.object({
    id: z.string(),
    revision: z.int(),
    mentorshipId: z.string(),
    studentId: z.string(),
    mentorId: z.string(),
    month: z.string(),
    state: z.enum(meetingStates),
    done: z.array(z.string()),
    /** Raised whenever the time or the place changes or the meeting is called off: the SEQUENCE of the calendar entry. */
    arrangement: z.int(),
    arrangedAt: z.optional(z.number()),
    startAt: z.optional(z.number()),
    minutes: z.int(),
    place: z.string(),
    reason: z.optional(z.enum(unplacedReasons)),
    confirmedBy: z.array(z.enum(["student", "mentor"])),
    answers: z.object({ student: z.optional(answerSchema), mentor: z.optional(answerSchema) }),
    late: z.optional(z.object({ student: z.optional(z.int()), mentor: z.optional(z.int()) })),
    /** What the student wants to ask; the mentor reads it in the reminder. */
    questions: z.optional(z.string()),
  }),
);
export type Meeting = z.infer<typeof meetingSchema>;

export type AroundMeeting = { school: School; pair: Pair; now: Instant };

export const endOf = (meeting: Pick<Meeting, "startAt" | "minutes">): Instant | undefined =>
  meeting.startAt === undefined ? undefined : meeting.startAt + meeting.minutes * minute;

/** True while the meeting keeps its time blocked in both calendars. */
export const keepsTime = (meeting: Meeting): boolean =>
  meeting.startAt !== undefined &&
  meeting.state !== "called-off" &&
  meeting.state !== "skipped" &&
  meeting.state !== "not-arranged" &&
  meeting.state !== "unplaced";

/** True unless it is known that they did not meet: it is still to come, it was held, or nobody has said. */
export const mayHaveMet = (meeting: Meeting): boolean =>
  keepsTime(meeting) && meeting.state !== "missed-with-notice" && meeting.state !== "missed-silently";

/** True until the meeting has been, or will not be any more: till then its time can be set, moved or given up. */
export const isAhead = ({ state }: Meeting): boolean =>
  state === "unplaced" || state === "booked" || state === "called-off";
