/** Finds the best time for one pair by itself, for whoever joins a month that is planned already. */
import type { UnplacedReason } from "../meetings.ts";
import type { PlanPair } from "../plan-request.ts";
import type { PlanWeights } from "../plan-weights.ts";
import { accept, type Result, refuse } from "../result.ts";
import { choicesFromStarts } from "./choices-from-starts.ts";

/**
 * The start, in minutes since 1970, that `planMonth` gives to a school of this pair alone: the cheapest one, and of
 * equally cheap ones the earliest. Refused for the reason that the pair brings along, when it has no start at all.
 */
export function planPairAlone(pair: PlanPair, weights: PlanWeights): Result<number, UnplacedReason> {
  const { at, cost, first } = choicesFromStarts([pair], weights);
  const count = first[1]!;
  if (count === 0) return refuse(pair.reason ?? "no-common-window");
  let best = 0;
  for (let choice = 1; choice < count; choice++) if (cost[choice]! < cost[best]!) best = choice;
  return accept(at[best]!);
}
