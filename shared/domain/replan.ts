/** Plans again after a change, and touches only what must change: whoever has been told a time keeps it where that is possible. */
import type { UnplacedReason } from "./meetings.ts";
import { type Choices, makeBoard } from "./plan/board.ts";
import { choicesFromStarts } from "./plan/choices-from-starts.ts";
import { inOrderOfIds, numberPeople } from "./plan/names.ts";
import { whyLeftOut } from "./plan/reasons.ts";
import { solve } from "./plan/solve.ts";
import { planMonth, stepsMax } from "./plan.ts";
import type { PlanPair, PlanRequest, PlanStarts } from "./plan-request.ts";
import type { PlanWeights } from "./plan-weights.ts";

/** A meeting that has been announced: its start in minutes since 1970, and as the mentor's wall shows it. */
export type Standing = { pair: string; at: number; wall: number };

/** What is to change. */
export type Replan = {
  /** New times for pairs that had none, and for announced meetings that make room for them. */
  placed: { pair: string; start: number }[];
  moved: { pair: string; from: number; to: number }[];
  unplaced: { pair: string; reason: UnplacedReason }[];
  /** What the new times cost, and that the same pairs go without again. */
  cost: number;
  /** No plan that keeps every announced meeting at some time leaves fewer pairs without one. */
  leastUnplaced: number;
};

/**
 * Finds times for the pairs that have none. An announced meeting is never called off, moves only if one more pair gets a time by
 * that, as few as possible do, and none that starts before `earliest`, the first minute that leaves the notice; nothing moves there either.
 */
export function replanMonth(
  request: PlanRequest,
  standing: readonly Standing[],
  earliest: number,
  steps = stepsMax,
): Replan {
  const tooClose = standTooClose(request, standing);
  if (tooClose.length > 0) {
    const others = standing.filter((meeting) => !tooClose.includes(meeting));
    const beside = { ...request, pairs: pairsBeside(request, tooClose) };
    return withReasons(request, standing, replanMonth(beside, others, earliest, steps));
  }
  const stands = new Map(standing.map((meeting) => [meeting.pair, meeting]));
  const pairs = inOrderOfIds(request.pairs).map((pair) => withStanding(pair, stands.get(pair.id), earliest));
  const { weights, bufferMinutes } = request;
  const choices = choicesFromStarts(pairs, weights);
  const move = priceOfMove(choices, pairs, weights);
  if (move > moveMost) {
    const coarser = inUnitsOf(weights, Math.ceil(move / moveMost));
    return replanMonth({ ...request, weights: coarser }, standing, earliest, steps);
  }
  priceMoves(choices, pairs, stands, move);
  const board = makeBoard(
    choices,
    {
      ...numberPeople(pairs),
      span: Int32Array.from(pairs, ({ minutes }) => minutes + bufferMinutes),
      extraWhenUnplaced: Int32Array.from(pairs, (pair) => (pair.missedLastMonth ? weights.unplacedAgain : 0)),
      mustBePlaced: Uint8Array.from(pairs, ({ id }) => (stands.has(id) ? 1 : 0)),
    },
    weights.furtherOnOneDay,
  );
  const { chosen, cost, bound } = solve(board, steps);
  const result: Replan = { placed: [], moved: [], unplaced: [], cost: 0, leastUnplaced: 0 };
  for (const [pair, { id, reason }] of pairs.entries()) {
    const choice = chosen[pair]!;
    const before = stands.get(id);
    if (choice < 0 && before) return planBeside(request, standing, steps);
    if (choice >= 0 && !before) result.placed.push({ pair: id, start: board.at[choice]! });
    else if (choice >= 0 && before!.at !== board.at[choice])
      result.moved.push({ pair: id, from: before!.at, to: board.at[choice]! });
    else if (choice < 0 && board.first[pair] === board.first[pair + 1])
      result.unplaced.push({ pair: id, reason: reason ?? "no-common-window" });
    else if (choice < 0) result.unplaced.push({ pair: id, reason: whyLeftOut(board, chosen, pair) });
  }
  result.cost = cost - result.moved.length * move - result.unplaced.length * board.leavingOut;
  result.leastUnplaced = Math.floor(bound / board.leavingOut);
  return result;
}

/** The pair with the time it has been told, and if that may move, with those that leave the notice. */
function withStanding(pair: PlanPair, standing: Standing | undefined, earliest: number): PlanPair {
  if (!standing) return pair;
  const others = pickStarts(
    pair.starts,
    (at) => standing.at >= earliest && at >= earliest && at !== standing.at,
  );
  return {
    ...pair,
    starts: {
      at: Int32Array.of(standing.at, ...others.at),
      wall: Int32Array.of(standing.wall, ...others.wall),
      ifNeeded: Uint8Array.of(0, ...others.ifNeeded),
    },
  };
}

/** Announced meetings that leave each other too little time, as when the school has made its buffer longer since: they stand as they are. */
function standTooClose({ pairs, bufferMinutes }: PlanRequest, standing: readonly Standing[]): Standing[] {
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]));
  const ofPerson = new Map<string, Standing[]>();
  for (const meeting of standing) {
    const { student, mentor } = pairOf.get(meeting.pair)!;
    for (const person of [student, mentor]) ofPerson.set(person, [...(ofPerson.get(person) ?? []), meeting]);
  }
  return standing.filter((one) => {
    const pair = pairOf.get(one.pair)!;
    return [pair.student, pair.mentor].some((person) =>
      ofPerson
        .get(person)!
        .some((two) => two !== one && overlap(pair, one.at, pairOf.get(two.pair)!, two.at, bufferMinutes)),
    );
  });
}

/** Up to here the sums of a school's prices are exact. */
const moveMost = 2 ** 24;

/** The same proportions in smaller numbers; what costs anything still does. */
const inUnitsOf = (weights: PlanWeights, unit: number): PlanWeights =>
  Object.fromEntries(
    Object.entries(weights).map(([name, points]) => [name, Math.ceil(points / unit)]),
  ) as PlanWeights;

/** To move costs more than all wishes together, whoever goes without a time again, and less than one more pair without. */
function priceOfMove(
  { first, cost }: Choices,
  pairs: readonly PlanPair[],
  { furtherOnOneDay, unplacedAgain }: PlanWeights,
): number {
  let move = 1;
  for (const [pair, { missedLastMonth }] of pairs.entries()) {
    let most = missedLastMonth ? unplacedAgain : 0;
    for (let choice = first[pair]!; choice < first[pair + 1]!; choice++) most = Math.max(most, cost[choice]!);
    move += furtherOnOneDay + most;
  }
  return move;
}

/** To stay costs nothing. */
function priceMoves(
  { first, at, cost }: Choices,
  pairs: readonly PlanPair[],
  stands: ReadonlyMap<string, Standing>,
  move: number,
): void {
  for (const [pair, { id }] of pairs.entries()) {
    const standing = stands.get(id);
    if (!standing) continue;
    for (let choice = first[pair]!; choice < first[pair + 1]!; choice++)
      cost[choice] = at[choice] === standing.at ? 0 : cost[choice]! + move;
  }
}

/** The same without moving anybody: the pairs without a time take what the announced meetings leave. */
function planBeside(request: PlanRequest, standing: readonly Standing[], steps = stepsMax): Replan {
  const { placed, unplaced, cost } = planMonth({ ...request, pairs: pairsBeside(request, standing) }, steps);
  const wishes = cost - unplaced.length * request.weights.unplaced;
  return withReasons(request, standing, { placed, moved: [], unplaced, cost: wishes, leastUnplaced: 0 });
}

/** The other pairs, with the times that these meetings leave them. */
function pairsBeside({ pairs, bufferMinutes }: PlanRequest, standing: readonly Standing[]): PlanPair[] {
  const stands = new Map(standing.map((meeting) => [meeting.pair, meeting]));
  const taken = pairs.filter(({ id }) => stands.has(id));
  const others = pairs.filter(({ id }) => !stands.has(id));
  const isFree = (pair: PlanPair, at: number): boolean =>
    taken.every((other) => !clash(pair, at, other, stands.get(other.id)!.at, bufferMinutes));
  return others.map((pair) => ({ ...pair, starts: pickStarts(pair.starts, (at) => isFree(pair, at)) }));
}

/** The reasons of those without a time, told from all their possible times and everybody's meetings: see `whyLeftOut`. */
function withReasons(
  { pairs, bufferMinutes }: PlanRequest,
  standing: readonly Standing[],
  replan: Replan,
): Replan {
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]));
  const meetings = new Map([
    ...standing.map(({ pair, at }) => [pair, at] as const),
    ...replan.moved.map(({ pair, to }) => [pair, to] as const),
    ...replan.placed.map(({ pair, start }) => [pair, start] as const),
  ]);
  const mentorIsFree = (pair: PlanPair, start: number): boolean =>
    [...meetings].every(([id, at]) => {
      const other = pairOf.get(id)!;
      return !isIn(other, pair.mentor) || !overlap(pair, start, other, at, bufferMinutes);
    });
  const reasonOf = (pair: PlanPair): UnplacedReason =>
    pair.starts.at.some((at) => mentorIsFree(pair, at)) ? "clash-with-other-mentor" : "mentor-time-exhausted";
  return {
    ...replan,
    unplaced: replan.unplaced.map(({ pair, reason }) => {
      const possible = pairOf.get(pair)!;
      return { pair, reason: possible.starts.at.length > 0 ? reasonOf(possible) : reason };
    }),
  };
}

/** Whether somebody would have to be at both meetings, with the time between two of them kept. */
export const clash = (
  one: PlanPair,
  start: number,
  other: PlanPair,
  otherStart: number,
  bufferMinutes: number,
): boolean =>
  (isIn(other, one.student) || isIn(other, one.mentor)) &&
  overlap(one, start, other, otherStart, bufferMinutes);

const isIn = ({ student, mentor }: PlanPair, person: string): boolean =>
  student === person || mentor === person;

const overlap = (
  one: PlanPair,
  start: number,
  other: PlanPair,
  otherStart: number,
  bufferMinutes: number,
): boolean =>
  start < otherStart + other.minutes + bufferMinutes && otherStart < start + one.minutes + bufferMinutes;

export function pickStarts({ at, wall, ifNeeded }: PlanStarts, keeps: (at: number) => boolean): PlanStarts {
  const kept = (_: number, index: number): boolean => keeps(at[index]!);
  return { at: at.filter(kept), wall: wall.filter(kept), ifNeeded: ifNeeded.filter(kept) };
}
