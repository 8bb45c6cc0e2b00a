/** The whole school as the planner needs it, read in a few lists rather than pair by pair. */
import { nextMonth, previousMonth } from "../domain/calendar.ts";
import type { Interval } from "../domain/intervals.ts";
import { endOf, keepsTime, type Meeting } from "../domain/meetings.ts";
import { yearOf } from "../domain/school-year.ts";
import { type Slots, slotsOf } from "../domain/slots.ts";
import { type Instant, type Month, minute } from "../domain/time.ts";
import { meetingId } from "../records/keys.ts";
import { listMeetings } from "../records/meetings.ts";
import { listMentorships } from "../records/mentorships.ts";
import { listPeople } from "../records/people.ts";
import { lastMeetingBefore, nextMeetingAfter } from "./free-slots.ts";
import type { Runtime } from "./runtime.ts";
import { type MeetingScene, newMeeting } from "./scene.ts";
import { tableOf } from "./table-of.ts";

/** A pair that wants a time, the times it could have, those that its page lists among them, when it last met, and whether it went without a time last month. */
export type Candidate = {
  scene: MeetingScene;
  slots: Slots;
  lastMeetingAt: Instant | undefined;
  missedLastMonth: boolean;
};

/** Every active pair that has no time in this month yet. */
export const pairsWithoutTime = (runtime: Runtime, month: Month): Promise<Candidate[]> =>
  pairsToPlan(runtime, month, ({ state }) => state === "unplaced");

/** Every active pair whose meeting of the month is to be planned; the time of all other meetings is taken. */
export async function pairsToPlan(
  runtime: Runtime,
  month: Month,
  isToPlan: (meeting: Meeting) => boolean,
): Promise<Candidate[]> {
  const table = tableOf(runtime);
  const [people, mentorships, before, present, after] = await Promise.all([
    listPeople(table),
    listMentorships(table),
    listMeetings(table, previousMonth(month)),
    listMeetings(table, month),
    listMeetings(table, nextMonth(month)),
  ]);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const meetingOf = new Map([...before, ...present, ...after].map((meeting) => [meeting.id, meeting]));
  const isOpen = (meeting: Meeting): boolean => meeting.month === month && isToPlan(meeting);
  const meetings = [...before, ...present, ...after].filter(keepsTime);
  const beside = meetingsOfPeople(meetings.filter((meeting) => !isOpen(meeting)));
  const asItStands = meetingsOfPeople(meetings);
  return mentorships.flatMap((mentorship): Candidate[] => {
    const student = personOf.get(mentorship.studentId);
    const mentor = personOf.get(mentorship.mentorId);
    if (mentorship.state !== "active" || !student || !mentor) return [];
    const pair = { student, mentor };
    const stored = meetingOf.get(meetingId(mentorship.id, month));
    const meeting = stored ?? newMeeting(runtime, { mentorship, pair }, month);
    if (!isToPlan(meeting)) return [];
    const scene = { mentorship, pair, meeting, isNew: !stored };
    const previous = meetingOf.get(meetingId(mentorship.id, previousMonth(month)));
    const lastMeetingAt = lastMeetingBefore(scene, previous);
    const nextMeetingAt = nextMeetingAfter(meetingOf.get(meetingId(mentorship.id, nextMonth(month))));
    const slotsAround = (busyOf: BusyOf): Slots =>
      slotsOf({
        school: runtime.school,
        pair,
        month,
        now: runtime.now(),
        busy: { student: busyOf(student.id, meeting.id), mentor: busyOf(mentor.id, meeting.id) },
        lastMeetingAt,
        nextMeetingAt,
        ...yearOf(runtime.school),
      });
    const possible = slotsAround(beside);
    const isCut = [student, mentor].some(
      ({ id }) => asItStands(id, meeting.id).length > beside(id, meeting.id).length,
    );
    const slots = isCut ? together(possible, slotsAround(asItStands)) : possible;
    const missedLastMonth = previous?.reason !== undefined && previous.startAt === undefined;
    return [{ scene, slots, lastMeetingAt, missedLastMonth }];
  });
}

/** A person's meetings in minutes since 1970, but for one. */
type BusyOf = (personId: string, exceptMeetingId: string) => Interval[];

function meetingsOfPeople(meetings: readonly Meeting[]): BusyOf {
  const meetingsOf = new Map<string, Meeting[]>();
  for (const meeting of meetings)
    for (const id of [meeting.studentId, meeting.mentorId])
      meetingsOf.set(id, [...(meetingsOf.get(id) ?? []), meeting]);
  return (personId, exceptMeetingId) =>
    (meetingsOf.get(personId) ?? [])
      .filter(({ id }) => id !== exceptMeetingId)
      .map((meeting) => [meeting.startAt! / minute, endOf(meeting)! / minute]);
}

/** A meeting that cuts a stretch of free time has the grid laid anew after it: what the list on a page shows then, the planner may book as well. */
function together(possible: Slots, listed: Slots): Slots {
  const known = new Set(possible.starts.map(({ startAt }) => startAt));
  const further = listed.starts.filter(({ startAt }) => !known.has(startAt));
  if (further.length === 0) return possible;
  return { starts: [...possible.starts, ...further].sort((one, other) => one.startAt - other.startAt) };
}
