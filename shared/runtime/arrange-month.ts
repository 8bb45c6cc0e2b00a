/** Finds and books times for the whole school in a month, on its opening day. */
import type { UnplacedReason } from "../domain/meetings.ts";
import { planMonth } from "../domain/plan.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { planWeightsOf } from "../domain/school.ts";
import type { Month } from "../domain/time.ts";
import { bookPlanned, planPairOfCandidate } from "./arrange-pair.ts";
import type { Runtime } from "./runtime.ts";
import { pairsWithoutTime } from "./whole-school.ts";

/** Plans a month for every active pair that has no time in it yet, and books the plan. Doing it again changes nothing. */
export async function arrangeMonth(runtime: Runtime, month: Month): Promise<void> {
  const candidates = await pairsWithoutTime(runtime, month);
  const { placed, unplaced, most, cost, bound } = planMonth({
    pairs: candidates.map((candidate) => planPairOfCandidate(runtime, candidate)),
    weights: planWeightsOf(runtime.school),
    bufferMinutes: runtime.school.meeting.bufferMinutes,
  });
  const planned = new Map<string, Result<number, UnplacedReason>>([
    ...placed.map(({ pair, start }) => [pair, accept(start)] as const),
    ...unplaced.map(({ pair, reason }) => [pair, refuse(reason)] as const),
  ]);
  for (const { scene } of candidates) await bookPlanned(runtime, scene, planned.get(scene.meeting.id)!);
  const counts = { pairs: candidates.length, placed: placed.length };
  runtime.log({ event: "month-planned", month, ...counts, most, cost, bound });
}
