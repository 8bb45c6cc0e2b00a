/** Brings the changes of a new plan into an order in which they can be made one by one. */
import type { PlanRequest } from "./plan-request.ts";
import { clash, planBeside, type Replan, replanMonth, type Standing } from "./replan.ts";

/** One change: this pair meets at this minute since 1970, for the first time or in place of what it was told. */
export type Change = { pair: string; start: number };

/** A replan whose changes can be made in their order, each at a time that is free by then. */
export type RoomPlan = { changes: Change[]; unplaced: Replan["unplaced"] };

/** See `replanMonth`; where its meetings would have to change places with each other, nobody moves. */
export function planRoom(request: PlanRequest, standing: readonly Standing[], earliest: number): RoomPlan {
  const replan = replanMonth(request, standing, earliest);
  const changes = inPossibleOrder(request, standing, replan);
  if (changes) return { changes, unplaced: replan.unplaced };
  const { placed, unplaced } = planBeside(request, standing);
  return { changes: placed, unplaced };
}

/**
 * The moves and new times of a replan, each after the moves that make room for it.
 * Undefined when meetings would have to change places: no single one of them can go first.
 */
export function inPossibleOrder(
  { pairs, bufferMinutes }: Pick<PlanRequest, "pairs" | "bufferMinutes">,
  standing: readonly Standing[],
  { placed, moved }: Pick<Replan, "placed" | "moved">,
): Change[] | undefined {
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]));
  const taken = new Map(standing.map(({ pair, at }) => [pair, at]));
  const ordered: Change[] = [];
  let waiting: Change[] = [...moved.map(({ pair, to }) => ({ pair, start: to })), ...placed];
  while (waiting.length > 0) {
    const isPossible = ({ pair, start }: Change): boolean =>
      waiting.every((other) => {
        const at = other.pair === pair ? undefined : taken.get(other.pair);
        return (
          at === undefined || !clash(pairOf.get(pair)!, start, pairOf.get(other.pair)!, at, bufferMinutes)
        );
      });
    const possible = waiting.filter(isPossible);
    if (possible.length === 0) return undefined;
    ordered.push(...possible);
    waiting = waiting.filter((change) => !possible.includes(change));
  }
  return ordered;
}
