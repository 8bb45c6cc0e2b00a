/** Finds and books times for the whole school in a month, on its opening day. */
import { planMonth } from "../domain/plan.ts";
import { planWeightsOf } from "../domain/school.ts";
import type { Month } from "../domain/time.ts";
import { arrangeOne, bookPlanned, planPairOfCandidate } from "./arrange-pair.ts";
import type { Runtime } from "./runtime.ts";
import { pairsWithoutTime } from "./whole-school.ts";

/** So many pairs may fail, each for a reason of its own; where more do, all will. */
const failuresMost = 10;

/**
 * Plans a month for every active pair that has no time in it yet, and books the plan. Doing it again changes nothing.
 * Throws at the end when a pair could not be written; the others have their meetings then.
 */
export async function arrangeMonth(runtime: Runtime, month: Month): Promise<void> {
  const candidates = await pairsWithoutTime(runtime, month);
  const { placed, most, cost, bound } = planMonth({
    pairs: candidates.map((candidate) => planPairOfCandidate(runtime, candidate)),
    weights: planWeightsOf(runtime.school),
    bufferMinutes: runtime.school.meeting.bufferMinutes,
  });
  const startOf = new Map(placed.map(({ pair, start }) => [pair, start]));
  let failed = 0;
  const noteFault = (id: string) => (fault: Error) => {
    if (++failed > failuresMost) throw fault;
    runtime.log({ event: "not-booked", meeting: id, fault: fault.name });
  };
  for (const { scene } of candidates) {
    const { id } = scene.meeting;
    const start = startOf.get(id);
    if (start !== undefined) await bookPlanned(runtime, scene, start).catch(noteFault(id));
  }
  // After all others: where a meeting has the grid laid anew, there may be a time after all.
  for (const { meeting } of candidates.map(({ scene }) => scene))
    if (!startOf.has(meeting.id)) await arrangeOne(runtime, meeting).catch(noteFault(meeting.id));
  const counts = { pairs: candidates.length, placed: placed.length };
  runtime.log({ event: "month-planned", month, ...counts, most, cost, bound });
  if (failed > 0)
    throw new Error(`${failed} of ${candidates.length} pairs could not be written; a retry helps`);
}
