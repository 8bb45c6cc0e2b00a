/** Tells a mentor's meetings that have not been yet where the mentor meets now. */
import { civilAt, monthOf, nextMonth } from "../domain/calendar.ts";
import { meetingLife } from "../domain/lifecycle/meeting-life.ts";
import type { PersonId } from "../domain/people.ts";
import { meetingId } from "../records/keys.ts";
import { listMeetings } from "../records/meetings.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { listPeople, loadPerson } from "../records/people.ts";
import { actOnMeeting } from "./act-on-meeting.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

/** Does it for every mentor who meets elsewhere than a meeting of this month or the next has it, such as after an import. */
export async function meetWhereMentorsAre(runtime: Runtime): Promise<void> {
  const table = tableOf(runtime);
  const month = monthOf(civilAt(runtime.now(), runtime.school.timeZone).date);
  const [people, ...meetings] = await Promise.all([
    listPeople(table),
    listMeetings(table, month),
    listMeetings(table, nextMonth(month)),
  ]);
  const placeOf = new Map(people.map(({ id, mentor }) => [id, mentor?.place]));
  const elsewhere = meetings.flat().filter(({ state, mentorId, place }) => {
    const now = placeOf.get(mentorId);
    return now !== undefined && now !== place && meetingLife[state].people["place-changed"] !== undefined;
  });
  for (const mentorId of new Set(elsewhere.map((meeting) => meeting.mentorId)))
    await meetElsewhere(runtime, mentorId);
}

/** A meeting that has the place already stays as it is, so that a second call goes on where a first one ended. */
export async function meetElsewhere(runtime: Runtime, mentorId: PersonId): Promise<void> {
  const table = tableOf(runtime);
  const place = (await loadPerson(table, mentorId))?.mentor?.place;
  if (place === undefined) return;
  const month = monthOf(civilAt(runtime.now(), runtime.school.timeZone).date);
  for (const { id, mentorId: of } of await loadMentorshipsOf(table, mentorId))
    if (of === mentorId)
      for (const each of [month, nextMonth(month)])
        await actOnMeeting(runtime, meetingId(id, each), { type: "place-changed", by: "mentor", place });
}
