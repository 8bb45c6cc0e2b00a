/** Steps that occur in more than one state of a meeting's life, and the moments they are reckoned from. */
import { addDays, civilAt, firstDay, nextMonth, wallToInstant } from "../calendar.ts";
import { letterRules } from "../letter-rules.ts";
import { type AroundMeeting, endOf, type Meeting, type MeetingState } from "../meetings.ts";
import type { Role } from "../people.ts";
import { afterQuietHours } from "../quiet-hours.ts";
import type { Instant, TimeZone } from "../time.ts";
import type { LifeRow, TimeStep } from "./engine.ts";
import type { MeetingEvent, MeetingRefusal } from "./meeting-life.ts";

/** The same wall time some civil days earlier or later, in one zone. */
export const daysAway = (instant: Instant, days: number, zone: TimeZone): Instant => {
  const { date, time } = civilAt(instant, zone);
  return wallToInstant(addDays(date, days), time, zone);
};

/** An instant that counts only if it came after the time was set: nobody is reminded of what he or she just chose. */
export const ifStillAhead = (meeting: Meeting, at: Instant | undefined): Instant | undefined =>
  at !== undefined && at > (meeting.arrangedAt ?? 0) ? at : undefined;

type Row = LifeRow<MeetingState, Meeting, MeetingEvent, AroundMeeting, MeetingRefusal>;

const arrange = (
  meeting: Meeting,
  event: { startAt: Instant },
  { now, school }: AroundMeeting,
): Partial<Meeting> => ({
  startAt: event.startAt,
  // The times to choose from are as long as the school's meetings are now.
  minutes: school.meeting.minutes,
  arrangedAt: now,
  arrangement: meeting.arrangement + 1,
  done: [],
  confirmedBy: [],
  late: undefined,
});

/** A time is set, by whomever. Refuses a start that is not ahead. */
export const chooseSlot: NonNullable<Row["people"]["slot-chosen"]> = {
  who: "the planner, the student or the mentor",
  says: "a time is chosen",
  to: ["booked"],
  letters: [{ letter: "invite", to: "both" }],
  refuses: (_meeting, event, { now }) => (event.startAt <= now ? "too-late" : undefined),
  change: arrange,
  data: (_meeting, { by }) => ({ by }),
};

/** No meeting this month; what was arranged is void. */
export const skipMonth: NonNullable<Row["people"]["month-skipped"]> = {
  who: "the student or the mentor",
  says: "somebody cannot meet this month",
  to: ["skipped"],
  change: (meeting) => ({ arrangement: meeting.arrangement + 1 }),
};

/** The mentor meets in another place from now on. */
export const changePlace = (state: MeetingState): NonNullable<Row["people"]["place-changed"]> => ({
  who: "the mentor",
  says: "the place changes",
  to: [state],
  already: (meeting, event) => meeting.place === event.place,
  change: (_meeting, event) => ({ place: event.place }),
});

/** The mentorship is over, and so is its open meeting. */
export const pairEnds: NonNullable<Row["people"]["pair-ended"]> = {
  who: "the student, the mentor or the calendar",
  says: "the mentorship ends",
  to: ["not-arranged"],
  change: (meeting) => ({ arrangement: meeting.arrangement + 1 }),
};

/** Midnight after the month, in the school's zone. */
export const monthOver: TimeStep<MeetingState, Meeting, AroundMeeting> = {
  says: "the month is over",
  to: ["not-arranged"],
  at: (meeting, { school }) => wallToInstant(firstDay(nextMonth(meeting.month)), "00:00", school.timeZone),
};

/** Until when the two can say whether they met, and change what they have said. */
export const answersCloseAt = (
  meeting: Pick<Meeting, "startAt" | "minutes">,
  { school }: Pick<AroundMeeting, "school">,
): Instant => daysAway(endOf(meeting)!, school.reminders.closeDaysAfter, school.timeZone);

/** The reminder to one side, some civil days before the start in his or her own zone. */
export const remind = (role: Role): TimeStep<MeetingState, Meeting, AroundMeeting> => ({
  says: `the time to remind the ${role} has come`,
  to: ["booked"],
  letters: [{ letter: "reminder", to: role }],
  at: (meeting, { school, pair }) =>
    ifStillAhead(
      meeting,
      daysAway(meeting.startAt!, -school.reminders.reminderDaysBefore, pair[role].timeZone),
    ),
  until: (meeting, { now }) => letterRules.reminder.usefulUntil({ now, startAt: meeting.startAt }),
});

/** True while the letter of a step that time has taken waits for its reader's morning. */
export const stillWaits = (
  { at, letters = [] }: TimeStep<MeetingState, Meeting, AroundMeeting>,
  meeting: Meeting,
  around: AroundMeeting,
): boolean => {
  const due = at(meeting, around);
  const { school, pair, now } = around;
  return letters.some(
    ({ letter, to }) =>
      due !== undefined &&
      (to === "student" || to === "mentor") &&
      letterRules[letter].canWait &&
      afterQuietHours(due, school.quietHours, pair[to].timeZone) > now,
  );
};
