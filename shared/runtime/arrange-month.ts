/** Finds and books a time for pairs in a month: for the whole school on its opening day, for one pair when it joins later. */
import { civilAt, monthOf } from "../domain/calendar.ts";
import type { MeetingEvent } from "../domain/lifecycle/meeting-life.ts";
import { type Plan, planMonth } from "../domain/plan.ts";
import { planPairOf } from "../domain/plan-request.ts";
import { planWeightsOf } from "../domain/school.ts";
import { type Month, minute } from "../domain/time.ts";
import { listRounds } from "../records/rounds.ts";
import { actOnMeeting } from "./act-on-meeting.ts";
import { lastMeetingOf, slotsOfScene } from "./free-slots.ts";
import type { Runtime } from "./runtime.ts";
import { loadMeetingScene, type MeetingScene } from "./scene.ts";
import { tableOf } from "./table-of.ts";
import { type Candidate, pairsWithoutTime } from "./whole-school.ts";

/** Plans a month for every active pair that has no time in it yet, and books the plan. Doing it again changes nothing. */
export async function arrangeMonth(runtime: Runtime, month: Month): Promise<void> {
  const plan = await planAndBook(runtime, month, await pairsWithoutTime(runtime, month));
  const { placed, unplaced, most, cost, bound } = plan;
  const counts = { pairs: placed.length + unplaced.length, placed: placed.length };
  runtime.log({ event: "month-planned", month, ...counts, most, cost, bound });
}

/** Finds a time for one pair in every month that is open and not over, unless it has one. */
export async function arrangeOpenMonths(runtime: Runtime, mentorshipId: string): Promise<void> {
  const thisMonth = monthOf(civilAt(runtime.now(), runtime.school.timeZone).date);
  for (const round of await listRounds(tableOf(runtime))) {
    if (round.openedAt !== undefined && round.month >= thisMonth)
      await arrangeOne(runtime, mentorshipId, round.month);
  }
}

async function arrangeOne(runtime: Runtime, mentorshipId: string, month: Month): Promise<void> {
  const scene = await loadMeetingScene(runtime, mentorshipId, month);
  if (scene?.mentorship.state !== "active" || scene.meeting.state !== "unplaced") return;
  const [slots, lastMeetingAt] = await Promise.all([
    slotsOfScene(runtime, scene),
    lastMeetingOf(runtime, scene),
  ]);
  await planAndBook(runtime, month, [{ scene, slots, lastMeetingAt, missedLastMonth: false }]);
}

async function planAndBook(runtime: Runtime, month: Month, candidates: readonly Candidate[]): Promise<Plan> {
  const plan = planMonth({
    pairs: candidates.map(({ scene, slots, lastMeetingAt, missedLastMonth }) =>
      planPairOf({
        id: scene.meeting.id,
        pair: scene.pair,
        month,
        minutes: scene.meeting.minutes,
        slots: slots.starts,
        reason: slots.reason,
        lastMeetingAt,
        missedLastMonth,
      }),
    ),
    weights: planWeightsOf(runtime.school),
    bufferMinutes: runtime.school.meeting.bufferMinutes,
  });
  const events = new Map<string, MeetingEvent>([
    ...plan.placed.map(
      ({ pair, start }) => [pair, { type: "slot-chosen", by: "planner", startAt: start * minute }] as const,
    ),
    ...plan.unplaced.map(
      ({ pair, reason }) => [pair, { type: "no-time-found", by: "planner", reason }] as const,
    ),
  ]);
  for (const { scene } of candidates) await bookOrExplain(runtime, scene, events.get(scene.meeting.id)!);
  return plan;
}

/** Books through the door that people use. Where somebody was quicker, the pair is planned again by itself. */
async function bookOrExplain(
  runtime: Runtime,
  { meeting }: MeetingScene,
  event: MeetingEvent,
): Promise<void> {
  const booked = await actOnMeeting(runtime, meeting.id, event);
  if (booked.ok) return;
  if (booked.refusal === "someone-was-first" || booked.refusal === "slot-not-free")
    return arrangeOne(runtime, meeting.mentorshipId, meeting.month);
  runtime.log({ event: "not-booked", meeting: meeting.id, refusal: booked.refusal });
}
