/** Whatever happens to a mentorship happens here: confirmed, agreed, declined, thanked for, or carried on by time. */

import { assesses } from "../domain/assessors.ts";
import { civilAt, monthOf, nextMonth } from "../domain/calendar.ts";
import { advance, type LetterToSend, passTime } from "../domain/lifecycle/engine.ts";
import { meetingLife } from "../domain/lifecycle/meeting-life.ts";
import {
  type MentorshipEvent,
  type MentorshipRefusal,
  mentorshipLife,
} from "../domain/lifecycle/mentorship-life.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import type { Role } from "../domain/people.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { loadMeetingsOf } from "../records/meetings.ts";
import type { Write } from "../records/table.ts";
import { arrangeOpenMonths } from "./arrange-pair.ts";
import { commit, type Draft, draftMeeting, draftMentorship, newDraft, persist } from "./draft.ts";
import type { Runtime } from "./runtime.ts";
import { loadMentorshipScene, type MentorshipScene } from "./scene.ts";
import { tableOf } from "./table-of.ts";

export type MentorshipActRefusal = MentorshipRefusal | "not-possible-now" | "no-such-mentorship";
export type MentorshipActed = Result<Mentorship, MentorshipActRefusal>;

/** What is written in the same breath as a change of this mentorship, or why nothing may be. Asked anew after whatever changed meanwhile. */
export type Together<Refusal> = (scene: MentorshipScene) => Promise<Result<readonly Write[], Refusal>>;

/** Does to a mentorship what a person wants, and what belongs to it; or nothing at all. */
export async function actOnMentorship<Refusal = never>(
  runtime: Runtime,
  id: string,
  event: MentorshipEvent,
  together: Together<Refusal> = async () => accept([]),
): Promise<Result<Mentorship, MentorshipActRefusal | Refusal>> {
  const acted = await persist<Result<Mentorship, MentorshipActRefusal | Refusal>>(async () => {
    const scene = await loadMentorshipScene(runtime, id);
    if (!scene) return refuse("no-such-mentorship");
    const draft = newDraft(runtime);
    const around = { school: runtime.school, pair: scene.pair, now: draft.now };
    const passed = passTime(mentorshipLife, scene.mentorship, around);
    const told = advance(mentorshipLife, passed.after, event, around);
    if (!told.ok) return told;
    const after = passTime(mentorshipLife, told.value.after, around);
    if (after.after === scene.mentorship) return accept(after.after);
    const besides = await together(scene);
    if (!besides.ok) return besides;
    draft.writes.push(...besides.value);
    return write(
      runtime,
      draft,
      scene,
      after.after,
      [...passed.letters, ...told.value.letters, ...after.letters],
      sideOf(event),
    );
  });
  if (acted.ok && event.type !== "declined") await arrangeIfActive(runtime, acted.value);
  return acted;
}

/** Does what time has brought about for a mentorship, and arranges its meetings in the open months where one is missing. */
export async function wakeMentorship(runtime: Runtime, id: string, even?: "if-nothing-due"): Promise<void> {
  const scene = await loadMentorshipScene(runtime, id);
  // A pair that ends in the same breath gets no meeting first.
  if (scene && !assesses(runtime.school.assessors ?? [], scene.pair.mentor, scene.pair.student))
    await arrangeIfActive(runtime, scene.mentorship);
  await persist(async () => {
    const scene = await loadMentorshipScene(runtime, id);
    if (!scene) return undefined;
    const draft = newDraft(runtime);
    const { after, letters } = passTime(mentorshipLife, scene.mentorship, {
      school: runtime.school,
      pair: scene.pair,
      now: draft.now,
    });
    if (after === scene.mentorship && !even) return undefined;
    const written = await write(runtime, draft, scene, after, letters, "time");
    return written === "changed-meanwhile" ? written : undefined;
  });
}

const arrangeIfActive = async (runtime: Runtime, mentorship: Mentorship): Promise<void> => {
  if (mentorship.state === "active") await arrangeOpenMonths(runtime, mentorship.id);
};

const sideOf = (event: MentorshipEvent): Role | "time" =>
  event.by === "student" || event.by === "mentor" ? event.by : "time";

async function write(
  runtime: Runtime,
  draft: Draft,
  scene: MentorshipScene,
  after: Mentorship,
  letters: readonly LetterToSend[],
  by: Role | "time",
): Promise<MentorshipActed | "changed-meanwhile"> {
  draftMentorship(runtime, draft, { after, before: scene.mentorship, letters, pair: scene.pair });
  if (after.endedAt !== undefined && scene.mentorship.endedAt === undefined)
    await draftEndOfMeetings(runtime, draft, scene, by);
  const refusal = await commit(runtime, draft);
  if (refusal === undefined) return accept(after);
  if (refusal === "changed-meanwhile" || refusal === "already-thanked")
    return refusal === "already-thanked" ? accept(after) : refusal;
  throw new Error(`mentorship ${after.id} could not be written: ${refusal}; no retry helps`);
}

/** A mentorship that ends takes its coming meetings with it. */
async function draftEndOfMeetings(
  runtime: Runtime,
  draft: Draft,
  scene: MentorshipScene,
  by: Role | "time",
): Promise<void> {
  const { school } = runtime;
  const month = monthOf(civilAt(draft.now, school.timeZone).date);
  const meetings = await loadMeetingsOf(tableOf(runtime), [scene.mentorship.id], [month, nextMonth(month)]);
  for (const before of meetings) {
    const around = { school, pair: scene.pair, now: draft.now };
    const passed = passTime(meetingLife, before, around);
    const ended = advance(meetingLife, passed.after, { type: "pair-ended", by }, around);
    if (ended.ok)
      draftMeeting(runtime, draft, {
        after: ended.value.after,
        before,
        letters: ended.value.letters,
        passed,
        ...scene,
      });
  }
}
