/** The life of a meeting: what time brings about, what people may do, and which letters follow. */
import { letterRules } from "../letter-rules.ts";
import {
  type Answer,
  type AroundMeeting,
  endOf,
  type Meeting,
  type MeetingState,
  type UnplacedReason,
} from "../meetings.ts";
import type { Role } from "../people.ts";
import { hour, type Instant, minute } from "../time.ts";
import type { Life } from "./engine.ts";
import {
  answersCloseAt,
  changePlace,
  chooseSlot,
  daysAway,
  ifStillAhead,
  monthOver,
  pairEnds,
  remind,
  skipMonth,
  stillWaits,
} from "./meeting-steps.ts";
import { settle } from "./settle.ts";

export const lateMinutes = [5, 10, 15, 20] as const;

export type MeetingEvent =
  | { type: "slot-chosen"; by: Role | "planner"; startAt: Instant }
  | { type: "no-time-found"; by: "planner"; reason: UnplacedReason }
  | { type: "confirmed"; by: Role }
  /** With the reason why no time is left in the month, where none is. */
  | { type: "called-off"; by: Role; reason?: UnplacedReason | undefined }
  | { type: "month-skipped"; by: Role }
  | { type: "ran-late"; by: Role; minutes: (typeof lateMinutes)[number] }
  | { type: "questions-noted"; by: "student"; text: string }
  | { type: "place-changed"; by: "mentor"; place: string }
  | { type: "answered"; by: Role; answer: Answer }
  | { type: "pair-ended"; by: Role | "time" };

export type MeetingRefusal = "too-late" | "not-yet";

/** How early before the start somebody may say that he or she will be late. */
const lateFromHours = 3;

export const meetingLife: Life<MeetingState, Meeting, MeetingEvent, AroundMeeting, MeetingRefusal> = {
  unplaced: {
    means:
      "No time was found that suits both. Both were told why, and either can add free time; every morning room is looked for again.",
    people: {
      "slot-chosen": chooseSlot,
      "no-time-found": {
        who: "the planner",
        says: "no common time is found",
        to: ["unplaced"],
        letters: [{ letter: "no-common-time", to: "both" }],
        already: (meeting, event) => meeting.reason === event.reason,
        change: (_meeting, event) => ({ reason: event.reason }),
        data: (_meeting, event) => ({ occasion: event.reason }),
      },
      "month-skipped": skipMonth,
      "place-changed": changePlace("unplaced"),
      "pair-ended": pairEnds,
    },
    time: { "month-over": monthOver },
  },

  booked: {
    means: "A time is set and both are invited. It stands unless somebody moves it.",
    people: {
      "slot-chosen": {
        ...chooseSlot,
        says: "the meeting is moved",
        letters: [{ letter: "moved", to: "both" }],
        // One that has been is asked about, and not moved away; nor does the planner move what somebody has confirmed.
        refuses: (meeting, { startAt, by }, { now }) =>
          startAt <= now || now >= endOf(meeting)! || (by === "planner" && meeting.confirmedBy.length > 0)
            ? "too-late"
            : undefined,
        already: (meeting, event) => meeting.startAt === event.startAt,
        data: (meeting, event) => ({ from: meeting.startAt!, by: event.by }),
      },
      confirmed: {
        who: "the student or the mentor",
        says: "somebody says: works for me",
        to: ["booked"],
        already: (meeting, event) => meeting.confirmedBy.includes(event.by),
        change: (meeting, event) => ({ confirmedBy: [...meeting.confirmedBy, event.by] }),
      },
      "called-off": {
        who: "the student or the mentor",
        says: "somebody can't make it",
        to: ["called-off"],
        letters: [{ letter: "called-off", to: "both" }],
        refuses: (meeting, _event, { now }) => (now >= endOf(meeting)! ? "too-late" : undefined),
        change: (meeting) => ({ arrangement: meeting.arrangement + 1 }),
        data: (_meeting, { by, reason }) => ({ by, again: 1, ...(reason && { reason }) }),
      },
      "month-skipped": {
        ...skipMonth,
        letters: [{ letter: "called-off", to: "both" }],
        refuses: (meeting, _event, { now }) => (now >= endOf(meeting)! ? "too-late" : undefined),
        data: (_meeting, event) => ({ by: event.by, again: 0 }),
      },
      "ran-late": {
        who: "the student or the mentor",
        says: "somebody is running late",
        to: ["booked"],
        letters: [{ letter: "running-late", to: "the other" }],
        refuses: (meeting, _event, { now }) =>
          now < meeting.startAt! - lateFromHours * hour
            ? "not-yet"
            : now >= endOf(meeting)!
              ? "too-late"
              : undefined,
        already: ({ late }, { by, minutes }) => late?.[by] === minutes,
        change: ({ late }, { by, minutes }) => ({ late: { ...late, [by]: minutes } }),
        // Each word is a new one, even the one before the last said again.
        data: ({ revision }, { by, minutes }) => ({ minutes, occasion: `${by}-${minutes}-${revision}` }),
      },
      "questions-noted": {
        who: "the student",
        says: "the student notes questions",
        to: ["booked"],
        change: (_meeting, event) => ({ questions: event.text }),
      },
      "place-changed": {
        ...changePlace("booked"),
        letters: [{ letter: "moved", to: "both" }],
        refuses: (meeting, _event, { now }) => (now >= endOf(meeting)! ? "too-late" : undefined),
        // A letter that waits for the morning is void with the old place, and its timer runs again.
        change: (meeting, event, around) => ({
          place: event.place,
          arrangement: meeting.arrangement + 1,
          done: meeting.done.filter((name) => !stillWaits(meetingLife.booked.time[name]!, meeting, around)),
        }),
        data: (meeting, event) => ({ from: meeting.startAt!, by: event.by }),
      },
      "pair-ended": {
        ...pairEnds,
        letters: [{ letter: "called-off", to: "both" }],
        // One that has been is asked about, whatever became of the pair.
        refuses: (meeting, _event, { now }) => (now >= endOf(meeting)! ? "too-late" : undefined),
        data: () => ({ again: 0 }),
      },
    },
    time: {
      prepare: {
        says: "the time to prepare has come",
        to: ["booked"],
        letters: [{ letter: "prepare", to: "student" }],
        at: (meeting, { school, pair }) =>
          ifStillAhead(
            meeting,
            daysAway(meeting.startAt!, -school.reminders.prepareDaysBefore, pair.student.timeZone),
          ),
        until: (meeting, { school, pair }) =>
          daysAway(meeting.startAt!, -school.reminders.reminderDaysBefore, pair.student.timeZone),
      },
      "remind-student": remind("student"),
      "remind-mentor": remind("mentor"),
      "starting-soon": {
        says: "it starts soon, where the school wants that reminder",
        to: ["booked"],
        letters: [{ letter: "starting-soon", to: "both" }],
        at: (meeting, { school: { reminders } }) =>
          reminders.startingSoonMinutesBefore === null
            ? undefined
            : ifStillAhead(meeting, meeting.startAt! - reminders.startingSoonMinutesBefore * minute),
        until: (meeting, { now }) =>
          letterRules["starting-soon"].usefulUntil({ now, startAt: meeting.startAt }),
      },
      over: {
        says: "its time is over",
        to: ["asked"],
        letters: [{ letter: "did-you-meet", to: "both" }],
        at: (meeting, { school }) => endOf(meeting)! + school.reminders.askMinutesAfter * minute,
      },
    },
  },

  "called-off": {
    means: "Somebody could not make it. Either can choose a new time while the month lasts.",
    people: {
      "slot-chosen": chooseSlot,
      "month-skipped": skipMonth,
      "place-changed": changePlace("called-off"),
      "pair-ended": pairEnds,
    },
    time: { "month-over": monthOver },
  },

  asked: {
    means:
      "Its time is over. Both were asked whether they met; the answers are not in yet, or they differ and can still be changed.",
    people: {
      answered: {
        who: "the student or the mentor",
        says: "somebody says whether they met",
        to: ["asked", "held", "missed-with-notice", "missed-silently"],
        change: (meeting, event) => {
          const answers = { ...meeting.answers, [event.by]: event.answer };
          const truth = settle(answers);
          return {
            answers,
            state: answers.student && answers.mentor && truth !== "unknown" ? truth : "asked",
          };
        },
      },
    },
    time: {
      nudge: {
        says: "an answer is still missing",
        to: ["asked"],
        letters: [{ letter: "feedback-nudge", to: "whoever has not answered" }],
        at: (meeting, { school }) =>
          daysAway(endOf(meeting)!, school.reminders.nudgeDaysAfter, school.timeZone),
      },
      close: {
        says: "the time to answer is over",
        to: ["held", "missed-with-notice", "missed-silently", "unknown"],
        at: answersCloseAt,
        change: (meeting) => ({ state: settle(meeting.answers) }),
      },
    },
  },

  held: { means: "They met.", people: {}, time: {} },
  "missed-with-notice": { means: "They did not meet; somebody had said so before.", people: {}, time: {} },
  "missed-silently": { means: "They did not meet, and nobody had said so.", people: {}, time: {} },
  unknown: {
    means: "Nobody said whether they met, or the two answers contradict each other.",
    people: {},
    time: {},
  },
  "not-arranged": {
    means: "The month passed, or the mentorship ended, without a time being set.",
    people: {},
    time: {},
  },
  skipped: { means: "One of them could not meet this month and said so.", people: {}, time: {} },
};
