/** What a link from a mail is about, as things stand now: the reader, and where there is one the pair and the meeting. */
import { passTime } from "../../shared/domain/lifecycle/engine.ts";
import { meetingLife } from "../../shared/domain/lifecycle/meeting-life.ts";
import type { Meeting } from "../../shared/domain/meetings.ts";
import type { Mentorship } from "../../shared/domain/mentorships.ts";
import { otherRole, type Pair, type Person, type Role } from "../../shared/domain/people.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Link } from "../../shared/links/link.ts";
import { loadMeeting } from "../../shared/records/meetings.ts";
import { loadPerson } from "../../shared/records/people.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { loadMentorshipScene } from "../../shared/runtime/scene.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";

export type PersonScene = { runtime: Runtime; link: Link; now: Instant; reader: Person; role: Role };
export type PairScene = PersonScene & { mentorship: Mentorship; pair: Pair; other: Person };
/** The meeting with all that time has brought about up to now, written or not. */
export type MeetingScene = PairScene & { meeting: Meeting };

/** Undefined when the link is for no person of the school, or the person is gone. */
export async function openPersonScene(runtime: Runtime, link: Link): Promise<PersonScene | undefined> {
  const { role, personId } = link;
  if (!personId || (role !== "student" && role !== "mentor")) return undefined;
  const reader = await loadPerson(tableOf(runtime), personId);
  return reader && { runtime, link, now: runtime.now(), reader, role };
}

/** Undefined also when the mentorship is gone or the reader is not the one of the two that the link says. */
export async function openPairScene(runtime: Runtime, link: Link): Promise<PairScene | undefined> {
  const [person, scene] = await Promise.all([
    openPersonScene(runtime, link),
    link.mentorshipId ? loadMentorshipScene(runtime, link.mentorshipId) : undefined,
  ]);
  if (!person || !scene || scene.pair[person.role].id !== person.reader.id) return undefined;
  return { ...person, ...scene, other: scene.pair[otherRole(person.role)] };
}

/** Undefined also when the meeting is gone. */
export async function openMeetingScene(runtime: Runtime, link: Link): Promise<MeetingScene | undefined> {
  const [pair, stored] = await Promise.all([
    openPairScene(runtime, link),
    link.meetingId ? loadMeeting(tableOf(runtime), link.meetingId) : undefined,
  ]);
  if (!pair || stored?.mentorshipId !== pair.mentorship.id) return undefined;
  const { after } = passTime(meetingLife, stored, {
    school: runtime.school,
    pair: pair.pair,
    now: pair.now,
  });
  return { ...pair, meeting: after };
}
