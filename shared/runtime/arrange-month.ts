/** Finds and books a time for pairs in a month: for the whole school on its opening day, for one pair when it joins later. */
import { civilAt, monthOf } from "../domain/calendar.ts";
import { planMonth } from "../domain/plan.ts";
import { ourWeights, planPairOf } from "../domain/plan-request.ts";
import { type Month, minute } from "../domain/time.ts";
import { listRounds } from "../records/rounds.ts";
import { actOnMeeting } from "./act-on-meeting.ts";
import { lastMeetingOf, slotsOfScene } from "./free-slots.ts";
import type { Runtime } from "./runtime.ts";
import { loadMeetingScene } from "./scene.ts";
import { tableOf } from "./table-of.ts";
import { type Candidate, pairsWithoutTime } from "./whole-school.ts";

/** Plans a month for every active pair that has no time in it yet, and books the plan. Doing it again changes nothing. */
export async function arrangeMonth(runtime: Runtime, month: Month): Promise<void> {
  await planAndBook(runtime, month, await pairsWithoutTime(runtime, month));
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
  await planAndBook(runtime, month, [{ scene, slots, lastMeetingAt }]);
}

async function planAndBook(runtime: Runtime, month: Month, candidates: readonly Candidate[]): Promise<void> {
  const { placed } = planMonth({
    pairs: candidates.map(({ scene, slots, lastMeetingAt }) =>
      planPairOf({
        id: scene.meeting.id,
        pair: scene.pair,
        month,
        minutes: scene.meeting.minutes,
        slots: slots.starts,
        lastMeetingAt,
      }),
    ),
    weights: ourWeights,
    bufferMinutes: runtime.school.meeting.bufferMinutes,
  });
  const startOf = new Map(placed.map(({ pair, start }) => [pair, start * minute]));
  for (const candidate of candidates)
    await bookOrExplain(runtime, candidate, startOf.get(candidate.scene.meeting.id));
}

/** Books through the door that people use. Where somebody was quicker, the pair is planned again by itself. */
async function bookOrExplain(
  runtime: Runtime,
  { scene, slots }: Candidate,
  startAt: number | undefined,
): Promise<void> {
  const { meeting } = scene;
  const event =
    startAt === undefined
      ? ({ type: "no-time-found", by: "planner", reason: slots.reason ?? "all-common-times-taken" } as const)
      : ({ type: "slot-chosen", by: "planner", startAt } as const);
  const booked = await actOnMeeting(runtime, meeting.id, event);
  if (booked.ok) return;
  if (booked.refusal === "someone-was-first" || booked.refusal === "slot-not-free")
    return arrangeOne(runtime, meeting.mentorshipId, meeting.month);
  runtime.log({ event: "not-booked", meeting: meeting.id, refusal: booked.refusal });
}
