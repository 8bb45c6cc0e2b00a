/** The times a pair can meet in a month: the same list for whoever looks, whoever books, and the planner. */

import { firstDay, nextMonth, previousMonth, wallToInstant } from "../domain/calendar.ts";
import { keepsTime, type Meeting, mayHaveMet } from "../domain/meetings.ts";
import type { Role } from "../domain/people.ts";
import { yearOf } from "../domain/school-year.ts";
import { isPossible, type SlotQuestion, type Slots, slotsOf } from "../domain/slots.ts";
import type { Instant } from "../domain/time.ts";
import { loadBusyTime } from "../records/busy.ts";
import { loadMeetingsOf } from "../records/meetings.ts";
import type { Runtime } from "./runtime.ts";
import { loadMeetingScene, type MeetingScene, type MentorshipScene, partsOfMeetingId } from "./scene.ts";
import { tableOf } from "./table-of.ts";

/** When the pair last met, or was going to meet, before this month; meetings keep their distance from it. */
export const lastMeetingBefore = (
  { mentorship }: MentorshipScene,
  previous: Meeting | undefined,
): Instant | undefined => (previous && mayHaveMet(previous) ? previous.startAt : mentorship.lastMeetingAt);

/** When the pair is going to meet after this month, where that is known already; meetings keep their distance from it as well. */
export const nextMeetingAfter = (next: Meeting | undefined): Instant | undefined =>
  next && keepsTime(next) ? next.startAt : undefined;

/** Both, read from the table. */
export async function meetingsAround(
  runtime: Runtime,
  scene: MeetingScene,
): Promise<Pick<SlotQuestion, "lastMeetingAt" | "nextMeetingAt">> {
  const { mentorshipId, month } = scene.meeting;
  const months = [previousMonth(month), nextMonth(month)];
  const meetings = await loadMeetingsOf(tableOf(runtime), [mentorshipId], months);
  const [previous, next] = months.map((each) => meetings.find((meeting) => meeting.month === each));
  return { lastMeetingAt: lastMeetingBefore(scene, previous), nextMeetingAt: nextMeetingAfter(next) };
}

/** All starts at which this pair can meet in the month of this meeting, with everything else they have in mind. */
export const slotsOfScene = async (runtime: Runtime, scene: MeetingScene): Promise<Slots> =>
  slotsOf(await questionOf(runtime, scene));

/** Whether the pair can meet then: people choose from the list; the planner may book what was listed before its other bookings. */
export async function isFree(
  runtime: Runtime,
  scene: MeetingScene,
  { startAt, by }: { startAt: Instant; by: Role | "planner" },
): Promise<boolean> {
  const question = await questionOf(runtime, scene);
  return by === "planner"
    ? isPossible(question, startAt)
    : slotsOf(question).starts.some((slot) => slot.startAt === startAt);
}

async function questionOf(runtime: Runtime, scene: MeetingScene): Promise<SlotQuestion> {
  const table = tableOf(runtime);
  const { meeting, pair } = scene;
  const from = wallToInstant(firstDay(meeting.month), "00:00", runtime.school.timeZone);
  const [student, mentor, around] = await Promise.all([
    loadBusyTime(table, meeting.studentId, from, meeting.id),
    loadBusyTime(table, meeting.mentorId, from, meeting.id),
    meetingsAround(runtime, scene),
  ]);
  return {
    school: runtime.school,
    pair,
    month: meeting.month,
    now: runtime.now(),
    busy: { student, mentor },
    ...around,
    ...yearOf(runtime.school),
  };
}

/** The free times for a meeting, or undefined when there is no such meeting. */
export async function freeSlots(runtime: Runtime, meetingId: string): Promise<Slots | undefined> {
  const parts = partsOfMeetingId(meetingId);
  const scene = parts && (await loadMeetingScene(runtime, parts.mentorshipId, parts.month));
  return scene && slotsOfScene(runtime, scene);
}
