/** Whatever happens to a meeting happens here: a person's answer, the planner's booking, the passing of time. One door for all. */
import { type Advanced, advance, type LetterToSend, passTime } from "../domain/lifecycle/engine.ts";
import { type MeetingEvent, type MeetingRefusal, meetingLife } from "../domain/lifecycle/meeting-life.ts";
import { type MentorshipEvent, mentorshipLife } from "../domain/lifecycle/mentorship-life.ts";
import type { Meeting } from "../domain/meetings.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { whileActive } from "../records/mentorships.ts";
import { commit, type Draft, draftMeeting, draftMentorship, newDraft, persist } from "./draft.ts";
import { isFree, slotsOfScene } from "./free-slots.ts";
import type { Runtime } from "./runtime.ts";
import { loadMeetingScene, type MeetingScene, partsOfMeetingId } from "./scene.ts";
import { tableOf } from "./table-of.ts";

/** `slot-not-free`: not one of the times both can; `someone-was-first`: it was, a moment ago; `changed-meanwhile`: it is not what was seen. */
export type MeetingActRefusal =
  | MeetingRefusal
  | "not-possible-now"
  | "changed-meanwhile"
  | "slot-not-free"
  | "someone-was-first"
  | "no-such-meeting";
export type MeetingActed = Result<Meeting, MeetingActRefusal>;

/**
 * Does to a meeting what a person or the planner wants, after whatever time has brought about. Saying the same twice is fine.
 * `seen` is the arrangement of which it was said; of any other, even one made at the same moment, it is not taken.
 */
export async function actOnMeeting(
  runtime: Runtime,
  meetingId: string,
  event: MeetingEvent,
  seen?: number,
): Promise<MeetingActed> {
  const parts = partsOfMeetingId(meetingId);
  if (!parts) return refuse("no-such-meeting");
  return persist(async () => {
    const scene = await loadMeetingScene(runtime, parts.mentorshipId, parts.month);
    if (!scene || (scene.isNew && event.by !== "planner")) return refuse("no-such-meeting");
    if (scene.isNew && scene.mentorship.state !== "active") return refuse("not-possible-now");
    const draft = newDraft(runtime);
    const around = { school: runtime.school, pair: scene.pair, now: draft.now };
    const passed = passTime(meetingLife, scene.meeting, around);
    if (seen !== undefined && passed.after.arrangement !== seen) return refuse("changed-meanwhile");
    if (
      event.type === "slot-chosen" &&
      event.startAt !== passed.after.startAt &&
      !(await isFree(runtime, scene, event))
    )
      return refuse("slot-not-free");
    const told =
      event.type === "called-off" ? { ...event, reason: (await slotsOfScene(runtime, scene)).reason } : event;
    const acted = advance(meetingLife, passed.after, told, around);
    if (!acted.ok) return acted;
    const { after, letters } = acted.value;
    if (after === scene.meeting) return accept(after);
    return write(runtime, draft, scene, after, letters, { event, passed });
  });
}

/** Does what time has brought about for a meeting. `even` writes when nothing was due, so that a stale date leaves the list of what is due. */
export async function wakeMeeting(
  runtime: Runtime,
  meetingId: string,
  even?: "if-nothing-due",
): Promise<void> {
  const parts = partsOfMeetingId(meetingId);
  await persist(async () => {
    const scene = parts && (await loadMeetingScene(runtime, parts.mentorshipId, parts.month));
    if (!scene || scene.isNew) return undefined;
    const draft = newDraft(runtime);
    const { after, letters } = passTime(meetingLife, scene.meeting, {
      school: runtime.school,
      pair: scene.pair,
      now: draft.now,
    });
    if (after === scene.meeting && !even) return undefined;
    const written = await write(runtime, draft, scene, after, letters);
    return written === "changed-meanwhile" ? written : undefined;
  });
}

async function write(
  runtime: Runtime,
  draft: Draft,
  scene: MeetingScene,
  after: Meeting,
  letters: readonly LetterToSend[],
  { event, passed }: { event?: MeetingEvent; passed?: Advanced<Meeting> } = {},
): Promise<MeetingActed | "changed-meanwhile"> {
  const { pair, mentorship } = scene;
  draftMeeting(runtime, draft, {
    after,
    before: scene.isNew ? undefined : scene.meeting,
    letters,
    passed,
    mentorship,
    pair,
  });
  draftConsequences(runtime, draft, scene, after, event);
  // A pair that ends at the same moment ends what meetings it has, and this one is not among them yet.
  if (scene.isNew) draft.writes.push(whileActive(tableOf(runtime), mentorship.id));
  const refusal = await commit(runtime, draft);
  if (refusal === undefined) return accept(after);
  if (refusal === "changed-meanwhile" || refusal === "someone-was-first")
    return refusal === "changed-meanwhile" ? refusal : refuse(refusal);
  throw new Error(`meeting ${after.id} could not be written: ${refusal}; no retry helps`);
}

/**
 * What a meeting means for its mentorship: it counts when held, and the mentor's line reaches the student.
 * A line taken back leaves one that was written after another meeting where it is.
 */
function draftConsequences(
  runtime: Runtime,
  draft: Draft,
  scene: MeetingScene,
  after: Meeting,
  event: MeetingEvent | undefined,
): void {
  const events: MentorshipEvent[] = [];
  if (after.state === "held" && scene.meeting.state !== "held")
    events.push({ type: "meeting-held", by: "meeting", month: after.month, startAt: after.startAt! });
  if (event?.type === "answered" && event.by === "mentor") {
    const [text, before] = [event.answer.line, scene.meeting.answers.mentor?.line];
    if (text !== before && (text || before === scene.mentorship.lineForStudent))
      events.push({ type: "line-left", by: "mentor", text });
  }
  const around = { school: runtime.school, pair: scene.pair, now: draft.now };
  let mentorship = scene.mentorship;
  const letters: LetterToSend[] = [];
  for (const next of events) {
    const told = advance(mentorshipLife, mentorship, next, around);
    if (!told.ok) continue;
    mentorship = told.value.after;
    letters.push(...told.value.letters);
  }
  if (mentorship !== scene.mentorship)
    draftMentorship(runtime, draft, {
      after: mentorship,
      before: scene.mentorship,
      letters,
      pair: scene.pair,
    });
}
