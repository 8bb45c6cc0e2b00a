/** Tells a mentor's meetings that have not been yet where the mentor meets now. */
import { civilAt, monthOf, nextMonth } from "../domain/calendar.ts";
import type { PersonId } from "../domain/people.ts";
import { meetingId } from "../records/keys.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { loadPerson } from "../records/people.ts";
import { actOnMeeting } from "./act-on-meeting.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

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
