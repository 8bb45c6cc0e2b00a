/** What must be known before anything about a pair can be decided: the mentorship, both people, and the month's meeting. */
import type { Meeting } from "../domain/meetings.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import type { Pair } from "../domain/people.ts";
import type { Month } from "../domain/time.ts";
import { meetingId } from "../records/keys.ts";
import { loadWithMeeting } from "../records/meetings.ts";
import { loadPeople } from "../records/people.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

export type MentorshipScene = { mentorship: Mentorship; pair: Pair };
export type MeetingScene = MentorshipScene & { meeting: Meeting; isNew: boolean };

/** Undefined when the mentorship or one of its people is not there. */
export async function loadMentorshipScene(
  runtime: Runtime,
  id: string,
): Promise<MentorshipScene | undefined> {
  return (await loadSceneWithMeeting(runtime, id, undefined))?.scene;
}

/** The same with one of its meetings, which may be missing. */
export async function loadSceneWithMeeting(
  runtime: Runtime,
  mentorshipId: string,
  id: string | undefined,
): Promise<{ scene: MentorshipScene; meeting: Meeting | undefined } | undefined> {
  const table = tableOf(runtime);
  const { mentorship, meeting } = await loadWithMeeting(table, mentorshipId, id);
  if (!mentorship) return undefined;
  const [student, mentor] = await loadPeople(table, [mentorship.studentId, mentorship.mentorId]);
  return student && mentor && { scene: { mentorship, pair: { student, mentor } }, meeting };
}

/** The pair's meeting of a month; where there is none yet, a new one without a time. */
export async function loadMeetingScene(
  runtime: Runtime,
  mentorshipId: string,
  month: Month,
): Promise<MeetingScene | undefined> {
  const loaded = await loadSceneWithMeeting(runtime, mentorshipId, meetingId(mentorshipId, month));
  if (!loaded) return undefined;
  const { scene, meeting } = loaded;
  return { ...scene, meeting: meeting ?? newMeeting(runtime, scene, month), isNew: meeting === undefined };
}

/** A meeting before anybody looked for a time. */
export const newMeeting = (
  { school }: Runtime,
  { mentorship, pair }: MentorshipScene,
  month: Month,
): Meeting => ({
  id: meetingId(mentorship.id, month),
  revision: 0,
  mentorshipId: mentorship.id,
  studentId: mentorship.studentId,
  mentorId: mentorship.mentorId,
  month,
  state: "unplaced",
  done: [],
  arrangement: 0,
  minutes: school.meeting.minutes,
  place: pair.mentor.mentor?.place ?? "",
  confirmedBy: [],
  answers: {},
});

/** The mentorship and the month that a meeting's id is made of; undefined for anything else. */
export function partsOfMeetingId(id: string): { mentorshipId: string; month: Month } | undefined {
  const match = /^([a-z2-7]+)-(\d{4}-\d{2})$/.exec(id);
  return match ? { mentorshipId: match[1]!, month: match[2]! } : undefined;
}
