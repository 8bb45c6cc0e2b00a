/** Finds and books a time for one pair that joins months which are open already, and books what is planned for any pair. */
import type { MeetingEvent } from "../domain/lifecycle/meeting-life.ts";
import { keepsTime, type Meeting } from "../domain/meetings.ts";
import { planPairAlone } from "../domain/plan/pair-alone.ts";
import { type PlanPair, planPairOf } from "../domain/plan-request.ts";
import { planWeightsOf } from "../domain/school.ts";
import { minute } from "../domain/time.ts";
import { actOnMeeting } from "./act-on-meeting.ts";
import { meetingsAround, slotsOfScene } from "./free-slots.ts";
import { openMonths } from "./open-months.ts";
import type { Runtime } from "./runtime.ts";
import { loadMeetingScene, type MeetingScene } from "./scene.ts";
import type { Candidate } from "./whole-school.ts";

/** Finds a time for one pair in every month that is open and not over, unless it has one. */
export async function arrangeOpenMonths(runtime: Runtime, mentorshipId: string): Promise<void> {
  for (const month of await openMonths(runtime)) await arrangeOne(runtime, { mentorshipId, month });
}

/** A candidate as the planner sees it; the id is its meeting's. One that has a time keeps its length, whatever the school's is now. */
export const planPairOfCandidate = (
  { school }: Runtime,
  { scene: { meeting, pair }, slots, lastMeetingAt, missedLastMonth }: Candidate,
): PlanPair =>
  planPairOf({
    id: meeting.id,
    pair,
    month: meeting.month,
    minutes: keepsTime(meeting) ? meeting.minutes : school.meeting.minutes,
    slots: slots.starts,
    reason: slots.reason,
    lastMeetingAt,
    missedLastMonth,
  });

/**
 * Books a planned start, in minutes since 1970, through the door that people use. Where somebody was quicker, the pair is planned
 * again by itself; where it has got a time meanwhile, it keeps that.
 */
export async function bookPlanned(runtime: Runtime, { meeting }: MeetingScene, start: number): Promise<void> {
  const event: MeetingEvent = { type: "slot-chosen", by: "planner", startAt: start * minute };
  const booked = await actOnMeeting(runtime, meeting.id, event, meeting.arrangement);
  if (booked.ok) return;
  if (booked.refusal === "someone-was-first" || booked.refusal === "slot-not-free")
    return arrangeOne(runtime, meeting);
  runtime.log({ event: "not-booked", meeting: meeting.id, refusal: booked.refusal });
}

/** Books the best of the times that the pair's page lists, or writes down why it lists none. */
export async function arrangeOne(
  runtime: Runtime,
  { mentorshipId, month }: Pick<Meeting, "mentorshipId" | "month">,
): Promise<void> {
  const scene = await loadMeetingScene(runtime, mentorshipId, month);
  if (scene?.mentorship.state !== "active" || scene.meeting.state !== "unplaced") return;
  const [slots, { lastMeetingAt }] = await Promise.all([
    slotsOfScene(runtime, scene),
    meetingsAround(runtime, scene),
  ]);
  const pair = planPairOfCandidate(runtime, { scene, slots, lastMeetingAt, missedLastMonth: false });
  const planned = planPairAlone(pair, planWeightsOf(runtime.school));
  if (planned.ok) return bookPlanned(runtime, scene, planned.value);
  const event: MeetingEvent = { type: "no-time-found", by: "planner", reason: planned.refusal };
  const told = await actOnMeeting(runtime, scene.meeting.id, event, scene.meeting.arrangement);
  if (!told.ok) runtime.log({ event: "not-booked", meeting: scene.meeting.id, refusal: told.refusal });
}
