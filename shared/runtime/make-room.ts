/** Plans an open month again for pairs that are still without a time; where there is no other way, an announced meeting moves for them. */
import type { MeetingEvent } from "../domain/lifecycle/meeting-life.ts";
import { groupsApart } from "../domain/plan/apart.ts";
import type { PlanRequest } from "../domain/plan-request.ts";
import type { Standing } from "../domain/replan.ts";
import { type Change, planRoom } from "../domain/replan-order.ts";
import { planWeightsOf } from "../domain/school.ts";
import { earliestByNotice } from "../domain/slot-limits.ts";
import { type Month, minute } from "../domain/time.ts";
import { offsetMinutesAt } from "../domain/zone-offsets.ts";
import { actOnMeeting } from "./act-on-meeting.ts";
import { arrangeOne, planPairOfCandidate } from "./arrange-pair.ts";
import { openMonths } from "./open-months.ts";
import type { Runtime } from "./runtime.ts";
import { type Candidate, pairsToPlan } from "./whole-school.ts";

/** Makes room in every month that is open and not over. Doing it again changes nothing. */
export async function makeRoomInOpenMonths(runtime: Runtime): Promise<void> {
  for (const month of await openMonths(runtime)) await makeRoom(runtime, month);
}

async function makeRoom(runtime: Runtime, month: Month): Promise<void> {
  const { school } = runtime;
  const earliest = earliestByNotice(runtime.now(), school.meeting.noticeMinutes);
  // Whoever said "works for me" keeps the time, and so does everybody whose meeting is close.
  const candidates = await pairsToPlan(
    runtime,
    month,
    ({ state, startAt, confirmedBy }) =>
      state === "unplaced" ||
      (state === "booked" && confirmedBy.length === 0 && startAt! >= earliest * minute),
  );
  const waiting = candidates.filter(({ scene }) => scene.meeting.state === "unplaced");
  if (waiting.length === 0) return;
  const standing = candidates.flatMap(({ scene }) =>
    scene.meeting.state === "booked" ? standingOf(scene) : [],
  );
  const request = requestOf(runtime, candidates);
  const { changes } = planRoom(request, standing, earliest);
  const seen = new Map(candidates.map(({ scene: { meeting } }) => [meeting.id, meeting.arrangement]));
  let made = 0;
  for (const group of groupsApart(request.pairs)) {
    const ids = new Set(group.map(({ id }) => id));
    const ofGroup = changes.filter(({ pair }) => ids.has(pair));
    made += await makeInOrder(runtime, seen, ofGroup);
  }
  if (made > 0) runtime.log({ event: "room-made", month, planned: changes.length, made });
  const planned = new Set(changes.map(({ pair }) => pair));
  // Whoever was told why there is no time need not hear it again every day.
  for (const { scene } of waiting)
    if (scene.isNew && !planned.has(scene.meeting.id)) await arrangeOne(runtime, scene.meeting);
}

const requestOf = (runtime: Runtime, candidates: readonly Candidate[]): PlanRequest => ({
  pairs: candidates.map((candidate) => planPairOfCandidate(runtime, candidate)),
  weights: planWeightsOf(runtime.school),
  bufferMinutes: runtime.school.meeting.bufferMinutes,
});

const standingOf = ({ meeting, pair }: Candidate["scene"]): Standing => ({
  pair: meeting.id,
  at: meeting.startAt! / minute,
  wall: meeting.startAt! / minute + offsetMinutesAt(meeting.startAt!, pair.mentor.timeZone),
});

/** Each change may need those before it: at the first that somebody was quicker to prevent, the rest waits for the next day. */
async function makeInOrder(
  runtime: Runtime,
  seen: ReadonlyMap<string, number>,
  changes: readonly Change[],
): Promise<number> {
  for (const [made, { pair, start }] of changes.entries()) {
    const event: MeetingEvent = { type: "slot-chosen", by: "planner", startAt: start * minute };
    const acted = await actOnMeeting(runtime, pair, event, seen.get(pair));
    if (acted.ok) continue;
    runtime.log({ event: "not-booked", meeting: pair, refusal: acted.refusal });
    return made;
  }
  return changes.length;
}
