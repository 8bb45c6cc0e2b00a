/** Plans a school's whole month at once: a time for as many pairs as it finds room for, at little cost to their habits. */
import type { UnplacedReason } from "./meetings.ts";
import { makeBoard, totalCost } from "./plan-board.ts";
import { improve } from "./plan-improvement.ts";
import { placeAsManyAsPossible } from "./plan-placement.ts";
import type { PlanPair, PlanRequest, PlanStart, PlanWeights } from "./plan-request.ts";

export type Plan = {
  placed: { pair: string; start: number }[];
  unplaced: { pair: string; reason: UnplacedReason & "all-common-times-taken" }[];
  cost: number;
};

/**
 * A plan in which nobody is in two meetings at once, both lists in the order of the pairs' ids.
 * The order of the request makes no difference. Why a pair without any start has none is the caller's to say (`slotsOf`).
 * Throws when two pairs have one id.
 */
export function planMonth({ pairs, weights, bufferMinutes }: PlanRequest): Plan {
  const inOrder = [...pairs].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = inOrder.find((pair, index) => pair.id === inOrder[index + 1]?.id);
  if (twice) throw new Error(`two pairs to be planned have the id ${twice.id}`);
  const board = makeBoard(inOrder, bufferMinutes, weights.furtherOnOneDay, (pair, start) =>
    costOf(pair, start, weights),
  );
  placeAsManyAsPossible(board);
  improve(board);
  const plan: Plan = { placed: [], unplaced: [], cost: totalCost(board) };
  for (const [index, { id }] of inOrder.entries()) {
    const choice = board.chosen[index]!;
    if (choice < 0) plan.unplaced.push({ pair: id, reason: "all-common-times-taken" });
    else plan.placed.push({ pair: id, start: board.startAt[choice]! });
  }
  return plan;
}

/** What one start costs by itself, without regard to the mentor's other meetings. */
function costOf({ idealDay, last }: PlanPair, start: PlanStart, weights: PlanWeights): number {
  let cost = start.ifNeeded ? weights.ifNeeded : 0;
  if (idealDay !== undefined) cost += weights.perDayFromIdeal * Math.abs(start.day - idealDay);
  if (last && last.weekday !== start.weekday) cost += weights.otherWeekday;
  else if (last && last.minuteOfDay !== start.minuteOfDay) cost += weights.otherTime;
  return cost;
}
