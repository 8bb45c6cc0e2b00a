/** Plans a school's whole month at once: a time for as many pairs as there can be, at the least cost, with the proof. */
import type { UnplacedReason } from "./meetings.ts";
import { type Board, makeBoard } from "./plan/board.ts";
import { choicesFromStarts } from "./plan/choices-from-starts.ts";
import { inOrderOfIds, numberPeople } from "./plan/names.ts";
import { whyLeftOut } from "./plan/reasons.ts";
import { solve } from "./plan/solve.ts";
import type { PlanRequest } from "./plan-request.ts";

export type Plan = {
  /** Starts in the minutes of the request. Both lists are in the order of the pairs' ids, shorter ones first. */
  placed: { pair: string; start: number }[];
  unplaced: { pair: string; reason: UnplacedReason }[];
  /** What the plan costs, those without a time included. */
  cost: number;
  /** No plan places more pairs than this, and none that places so many costs less. */
  most: number;
  bound: number;
};

/** Steps of work after which a plan is given with a gap between cost and bound: minutes, where real schools take seconds at most. */
export const stepsMax = 200_000_000;

/**
 * The best plan there is, in which nobody is in two meetings at once: then `most` and `bound` are what it reaches.
 * The order of the request makes no difference, and the same request gives the same plan on every machine.
 * Throws when two pairs have one id.
 */
export function planMonth(request: PlanRequest, steps = stepsMax): Plan {
  const pairs = inOrderOfIds(request.pairs);
  const { weights, bufferMinutes } = request;
  const board = makeBoard(
    choicesFromStarts(pairs, weights),
    {
      ...numberPeople(pairs),
      span: Int32Array.from(pairs, ({ minutes }) => minutes + bufferMinutes),
      extraWhenUnplaced: Int32Array.from(pairs, (pair) => (pair.missedLastMonth ? weights.unplacedAgain : 0)),
    },
    weights.furtherOnOneDay,
  );
  const reasons = pairs.map(({ reason }) => reason);
  return planOf(
    board,
    pairs.map(({ id }) => id),
    weights.unplaced,
    steps,
    reasons,
  );
}

/**
 * Solves a board and tells the solution by the pairs' ids; `unplaced` are the points for each pair left out, and `reasons`
 * why pairs have no start at all.
 */
export function planOf(
  board: Board,
  ids: readonly string[],
  unplaced: number,
  steps: number,
  reasons: readonly (UnplacedReason | undefined)[] = [],
): Plan {
  const { chosen, cost, bound } = solve(board, steps);
  const plan: Plan = { placed: [], unplaced: [], cost: 0, most: 0, bound: 0 };
  for (let pair = 0; pair < ids.length; pair++) {
    const id = ids[pair]!;
    const choice = chosen[pair]!;
    if (choice >= 0) plan.placed.push({ pair: id, start: board.at[choice]! });
    else if (board.first[pair] === board.first[pair + 1])
      plan.unplaced.push({ pair: id, reason: reasons[pair] ?? "no-common-window" });
    else plan.unplaced.push({ pair: id, reason: whyLeftOut(board, chosen, pair) });
  }
  const leftOut = plan.unplaced.length;
  const leastLeftOut = Math.floor(bound / board.leavingOut);
  const least = bound - leastLeftOut * board.leavingOut;
  plan.most = board.pairCount - leastLeftOut;
  plan.cost = cost - leftOut * board.leavingOut + leftOut * unplaced;
  // Where it is not known whether one more could be placed, the plans that leave one more out may cost nothing besides.
  plan.bound = leastLeftOut * unplaced + (leastLeftOut < leftOut ? Math.min(least, unplaced) : least);
  return plan;
}
