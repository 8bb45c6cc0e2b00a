/** What a link from a mail is about, as things stand now: the reader, and where there is one the pair and the meeting. */
import { passTime } from "../domain/lifecycle/engine.ts";
import { meetingLife } from "../domain/lifecycle/meeting-life.ts";
import type { Meeting } from "../domain/meetings.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import { otherRole, type Pair, type Person, type Role } from "../domain/people.ts";
import type { Instant } from "../domain/time.ts";
import type { Link } from "../links/link.ts";
import { loadPerson } from "../records/people.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { loadSceneWithMeeting } from "../runtime/scene.ts";
import { tableOf } from "../runtime/table-of.ts";

export type PersonScene = { runtime: Runtime; link: Link; now: Instant; reader: Person; role: Role };
export type PairScene = PersonScene & { mentorship: Mentorship; pair: Pair; other: Person };
/** The meeting with all that time has brought about up to now, written or not. */
export type MeetingScene = PairScene & { meeting: Meeting };

/** Undefined when the link is for no person of the school, or the person is gone. */
export async function openPersonScene(runtime: Runtime, link: Link): Promise<PersonScene | undefined> {
  const role = sideOf(link);
  if (!link.personId || !role) return undefined;
  const reader = await loadPerson(tableOf(runtime), link.personId);
  return reader && { runtime, link, now: runtime.now(), reader, role };
}

/** Undefined also when the mentorship is gone, is only proposed yet, so that nobody has heard of it, or the reader is not the one of the two that the link says. */
export const openPairScene = async (runtime: Runtime, link: Link): Promise<PairScene | undefined> =>
  (await openPair(runtime, link, undefined))?.pair;

/** Undefined also when the meeting is gone. */
export async function openMeetingScene(runtime: Runtime, link: Link): Promise<MeetingScene | undefined> {
  const opened = await openPair(runtime, link, link.meetingId);
  if (opened?.meeting?.mentorshipId !== opened?.pair.mentorship.id || !opened?.meeting) return undefined;
  const { pair, meeting } = opened;
  const { after } = passTime(meetingLife, meeting, {
    school: runtime.school,
    pair: pair.pair,
    now: pair.now,
  });
  return { ...pair, meeting: after };
}

async function openPair(
  runtime: Runtime,
  link: Link,
  meetingId: string | undefined,
): Promise<{ pair: PairScene; meeting: Meeting | undefined } | undefined> {
  const role = sideOf(link);
  const loaded =
    role && link.mentorshipId ? await loadSceneWithMeeting(runtime, link.mentorshipId, meetingId) : undefined;
  if (!role || loaded?.scene.pair[role].id !== link.personId || !loaded) return undefined;
  if (loaded.scene.mentorship.state === "proposed") return undefined;
  const { scene, meeting } = loaded;
  const [reader, other] = [scene.pair[role], scene.pair[otherRole(role)]];
  return { pair: { runtime, link, now: runtime.now(), reader, role, ...scene, other }, meeting };
}

const sideOf = ({ role }: Link): Role | undefined =>
  role === "student" || role === "mentor" ? role : undefined;
