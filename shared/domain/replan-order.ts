/** Finds the best new plan whose changes can be made one by one, and brings them into their order. */
import { groupsApart } from "./plan/apart.ts";
import { inOrderOfIds } from "./plan/names.ts";
import { waitingLine } from "./plan/waiting-line.ts";
import type { PlanRequest } from "./plan-request.ts";
import { clash, pickStarts, type Replan, replanMonth, type Standing } from "./replan.ts";

/** One change: this pair meets at this minute since 1970, for the first time or in place of what it was told. */
export type Change = { pair: string; start: number };

/** A replan whose changes can be made in their order, each at a time that is free by then. */
export type RoomPlan = { changes: Change[]; unplaced: Replan["unplaced"] };

/** Plans that are looked at before whoever would have to change places simply stays. */
const looksMax = 200;

type Look = { request: PlanRequest; replan: Replan; number: number };

/** See `replanMonth`; of its plans the best in which no meetings would have to change places with each other. */
export function planRoom(request: PlanRequest, standing: readonly Standing[], earliest: number): RoomPlan {
  const replan = replanMonth(request, standing, earliest);
  const { ordered, circle } = inPossibleOrder(request, standing, replan);
  if (circle.length === 0) return { changes: ordered, unplaced: replan.unplaced };
  // What is in the way of some is of no concern to those who share nobody with them.
  const plans = groupsApart(inOrderOfIds(request.pairs)).map((pairs) => {
    const ids = new Set(pairs.map(({ id }) => id));
    const announced = standing.filter(({ pair }) => ids.has(pair));
    return planRoomOfGroup({ ...request, pairs }, announced, earliest);
  });
  return {
    changes: plans.flatMap(({ changes }) => changes),
    unplaced: plans.flatMap(({ unplaced }) => unplaced),
  };
}

function planRoomOfGroup(request: PlanRequest, standing: readonly Standing[], earliest: number): RoomPlan {
  let number = 0;
  const look = (asked: PlanRequest): Look => ({
    request: asked,
    replan: replanMonth(asked, standing, earliest),
    number: number++,
  });
  const line = waitingLine<Look>(isBefore);
  for (let best = look(request); ; best = line.next()!) {
    const { ordered, circle } = inPossibleOrder(best.request, standing, best.replan);
    if (circle.length === 0) return { changes: ordered, unplaced: best.replan.unplaced };
    if (number < looksMax)
      for (const { pair, start } of circle)
        line.add(look(withTimes(best.request, (one) => one.pair !== pair || one.start !== start)));
    else line.add(look(withTimes(best.request, (one) => circle.every(({ pair }) => one.pair !== pair))));
  }
}

const isBefore = (one: Look, other: Look): boolean =>
  (one.replan.unplaced.length - other.replan.unplaced.length ||
    one.replan.moved.length - other.replan.moved.length ||
    one.replan.cost - other.replan.cost ||
    one.number - other.number) < 0;

/** The same request with some of its times. */
const withTimes = (request: PlanRequest, keeps: (change: Change) => boolean): PlanRequest => ({
  ...request,
  pairs: request.pairs.map((pair) => ({
    ...pair,
    starts: pickStarts(pair.starts, (start) => keeps({ pair: pair.id, start })),
  })),
});

/**
 * The moves and new times of a replan, each after the moves that make room for it; or moves in a circle, each of which waits
 * for the next, so that none of them can go first.
 */
function inPossibleOrder(
  { pairs, bufferMinutes }: PlanRequest,
  standing: readonly Standing[],
  { placed, moved }: Replan,
): { ordered: Change[]; circle: Change[] } {
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]));
  const taken = new Map(standing.map(({ pair, at }) => [pair, at]));
  const ordered: Change[] = [];
  let waiting: Change[] = [...moved.map(({ pair, to }) => ({ pair, start: to })), ...placed];
  const inTheWayOf = ({ pair, start }: Change): Change | undefined =>
    waiting.find((other) => {
      const at = other.pair === pair ? undefined : taken.get(other.pair);
      return at !== undefined && clash(pairOf.get(pair)!, start, pairOf.get(other.pair)!, at, bufferMinutes);
    });
  while (waiting.length > 0) {
    const possible = waiting.filter((change) => !inTheWayOf(change));
    if (possible.length === 0) return { ordered, circle: circleFrom(waiting[0]!, inTheWayOf) };
    ordered.push(...possible);
    waiting = waiting.filter((change) => !possible.includes(change));
  }
  return { ordered, circle: [] };
}

/** Goes from each change to one that it waits for, until it comes back to one of them. */
function circleFrom(first: Change, inTheWayOf: (change: Change) => Change | undefined): Change[] {
  const path = [first];
  for (;;) {
    const next = inTheWayOf(path.at(-1)!)!;
    const begin = path.indexOf(next);
    if (begin >= 0) return path.slice(begin);
    path.push(next);
  }
}
