/** What is left of a pair's record once one of the two is erased: dates, states and counts, and not a word that anybody wrote. */
import { isFinal } from "./lifecycle/engine.ts";
import { meetingLife } from "./lifecycle/meeting-life.ts";
import { settle } from "./lifecycle/settle.ts";
import type { Answer, Meeting, MeetingState } from "./meetings.ts";
import type { Mentorship, MentorshipState } from "./mentorships.ts";
import { type Message, withLinksOf } from "./messages.ts";
import type { Instant } from "./time.ts";

/** Stands where a thank-you's own words stood; the note itself stays the mentor's. */
export const wordsRemoved = "(These words were removed together with their writer's record.)";

/** Stands where a person's id stood in the mail log. */
export const nobody = "erased";

/** Only what is named is kept, so that a field which is added later does not stay behind unseen. */
const keptOfMentorship = [
  "offeredAt",
  "confirmedAt",
  "activeSince",
  "endedAt",
  "lastMeetingAt",
] as const satisfies (keyof Mentorship)[];
const keptOfMeeting = ["arrangedAt", "startAt", "reason"] as const satisfies (keyof Meeting)[];

const endOf: Readonly<Partial<Record<MentorshipState, MentorshipState>>> = {
  proposed: "withdrawn",
  offered: "withdrawn",
  agreeing: "declined",
  active: "declined",
  closing: "completed",
};

/** The mentorship, ended and without words; the two ids in it lead nowhere or to the other person. */
export const mentorshipWithoutWords = (mentorship: Mentorship, now: Instant): Mentorship => {
  const { id, revision, studentId, mentorId, state, done, proposedAt, meetingsHeld, heldMonths, milestones } =
    mentorship;
  const ends = endOf[state] !== undefined && mentorship.endedAt === undefined;
  return {
    ...(ends && { endedAt: now }),
    ...kept(mentorship, keptOfMentorship),
    id,
    revision,
    studentId,
    mentorId,
    state: endOf[state] ?? state,
    done,
    reasons: [],
    proposedAt,
    meetingsHeld,
    heldMonths,
    milestones,
  };
};

/** The meeting, settled by what was said until now, and without words. */
export const meetingWithoutWords = (meeting: Meeting): Meeting => {
  const { id, revision, mentorshipId, studentId, mentorId, month, done, arrangement, minutes, confirmedBy } =
    meeting;
  const { student, mentor } = meeting.answers;
  return {
    ...kept(meeting, keptOfMeeting),
    id,
    revision,
    mentorshipId,
    studentId,
    mentorId,
    month,
    state: settled(meeting),
    done,
    arrangement,
    minutes,
    place: "",
    confirmedBy,
    answers: {
      ...(student && { student: onlyAttendance(student) }),
      ...(mentor && { mentor: onlyAttendance(mentor) }),
    },
  };
};

/** The message, to nobody and about nothing, and its links dead; one that still waits is cancelled. */
export const messageWithoutReader = (message: Message): Message => ({
  ...withLinksOf(messageWithoutData(message), {}),
  to: { personId: nobody },
});

/** The message to the other of the two, without details; one that still waits is cancelled. Its links stay that reader's, such as the one to stop mail. */
export const messageWithoutData = (message: Message): Message => ({
  ...message,
  data: {},
  ...(message.state === "planned" && { state: "cancelled" }),
});

function settled(meeting: Meeting): MeetingState {
  if (meeting.state === "asked") return settle(meeting.answers);
  return isFinal(meetingLife, meeting.state) ? meeting.state : "not-arranged";
}

const onlyAttendance = ({ attendance, at }: Answer): Answer => ({ attendance, at });

function kept<Thing extends object, Field extends keyof Thing>(
  thing: Thing,
  fields: readonly Field[],
): Pick<Thing, Field> {
  return Object.fromEntries(
    fields.filter((field) => thing[field] !== undefined).map((field) => [field, thing[field]]),
  ) as Pick<Thing, Field>;
}
