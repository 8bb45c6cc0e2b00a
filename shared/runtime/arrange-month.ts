/** Finds and books times for the whole school in a month, on its opening day. */
import { planMonth } from "../domain/plan.ts";
import { planWeightsOf } from "../domain/school.ts";
import type { Month } from "../domain/time.ts";
import { arrangeOne, bookPlanned, planPairOfCandidate } from "./arrange-pair.ts";
import type { Runtime } from "./runtime.ts";
import { pairsWithoutTime } from "./whole-school.ts";

/** Plans a month for every active pair that has no time in it yet, and books the plan. Doing it again changes nothing. */
export async function arrangeMonth(runtime: Runtime, month: Month): Promise<void> {
  const candidates = await pairsWithoutTime(runtime, month);
  const { placed, most, cost, bound } = planMonth({
    pairs: candidates.map((candidate) => planPairOfCandidate(runtime, candidate)),
    weights: planWeightsOf(runtime.school),
    bufferMinutes: runtime.school.meeting.bufferMinutes,
  });
  const startOf = new Map(placed.map(({ pair, start }) => [pair, start]));
  for (const { scene } of candidates) {
    const start = startOf.get(scene.meeting.id);
    if (start !== undefined) await bookPlanned(runtime, scene, start);
  }
  // After all others: where a meeting has the grid laid anew, there may be a time after all.
  for (const { scene } of candidates)
    if (!startOf.has(scene.meeting.id)) await arrangeOne(runtime, scene.meeting);
  const counts = { pairs: candidates.length, placed: placed.length };
  runtime.log({ event: "month-planned", month, ...counts, most, cost, bound });
}
