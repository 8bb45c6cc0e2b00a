/** The exact month of a mentor: branch and bound, pair by pair, over each pair's candidates from the cheapest on. */
import type { Board } from "./board.ts";
import { type Listing, priceOf } from "./listing.ts";

/** Branches after which a table of all subsets of pairs is quicker. */
const looksMax = 1_000;
/** So many candidates of each pair are listed at first; nearly always, the others cannot be part of the best plan. */
const candidatesAtFirst = 32;

/** Pairs stand in the order of the listing's bits. */
export type Branches = {
  count: number;
  /** Of each pair: where its candidates begin, from the cheapest on. The last is to go without a place. */
  begin: Int32Array;
  /** Of each candidate: its choice, or -1; what it costs, from when to when it is, and on which day, which is nobody else's when it is nowhere. */
  choice: Int32Array;
  cost: Float64Array;
  from: Int32Array;
  to: Int32Array;
  day: Int32Array;
  /** The candidate of each pair that is tried. */
  tried: Int32Array;
  /** A row like `begin`, and one for each depth: the cheapest candidate of each pair from there on that is free beside what is tried above. */
  open: Int32Array;
  /** The cost of the plan in `taken`. */
  best: number;
  looks: number;
};

/** Branches that have room for every month that a listing has room for. */
export function makeBranches(listing: Listing): Branches {
  const pairs = listing.pair.length;
  const candidates = listing.choice.length + pairs + 1;
  return {
    count: 0,
    begin: new Int32Array(pairs + 1),
    choice: new Int32Array(candidates),
    cost: new Float64Array(candidates),
    from: new Int32Array(candidates),
    to: new Int32Array(candidates),
    day: new Int32Array(candidates),
    tried: new Int32Array(pairs),
    open: new Int32Array((pairs + 2) * pairs),
    best: 0,
    looks: 0,
  };
}

/** Leaves a plan in `taken` and returns its cost: the best there is, if `isProven`, and else the best that was met. */
export function planByBranches(branches: Branches, listing: Listing, board: Board, least: number): number {
  branches.best = Number.POSITIVE_INFINITY;
  branches.looks = 0;
  for (let most = candidatesAtFirst; ; most *= 2) {
    const beyond = listCheapest(branches, listing, board, most);
    lookAt(branches, listing, board.furtherOnOneDay, 0, 0);
    if (branches.best <= least + beyond || !isProven(branches)) return branches.best;
  }
}

export const isProven = ({ looks }: Branches): boolean => looks < looksMax;

/**
 * Lists so many candidates of each pair at most, the cheapest first and of equally cheap ones the earliest.
 * Returns how much more than the least any plan costs in which there is a candidate that is not listed.
 */
function listCheapest(branches: Branches, listing: Listing, board: Board, most: number): number {
  const { begin, choice, cost, from, to, day, open } = branches;
  const { count, pair, without, least } = listing;
  branches.count = count;
  let size = 0;
  let beyond = Number.POSITIVE_INFINITY;
  for (let bit = 0; bit < count; bit++) {
    const first = size;
    const end = board.first[pair[bit]! + 1]!;
    // What is not listed costs no less than this.
    let limit = without[bit]!;
    for (let candidate = board.first[pair[bit]!]!; candidate < end; candidate++) {
      const price = priceOf(listing, board, bit, candidate);
      if (price >= limit) continue;
      let place = size++;
      for (; place > first && cost[place - 1]! > price; place--) {
        cost[place] = cost[place - 1]!;
        choice[place] = choice[place - 1]!;
      }
      cost[place] = price;
      choice[place] = candidate;
      if (size - first > most) limit = cost[--size - 1]!;
    }
    if (limit < without[bit]!) beyond = Math.min(beyond, limit - least[bit]!);
    begin[bit] = first;
    open[bit] = first;
    for (let place = first; place < size; place++) {
      from[place] = board.at[choice[place]!]!;
      to[place] = from[place]! + board.span[pair[bit]!]!;
      day[place] = board.day[choice[place]!]!;
    }
    choice[size] = -1;
    cost[size] = without[bit]!;
    to[size] = -1;
    day[size++] = -1 - bit;
  }
  begin[count] = size;
  return beyond;
}

/** Looks at all plans that begin with what is tried above a depth, which costs so much, if they can be better than the best so far. */
function lookAt(
  branches: Branches,
  listing: Listing,
  furtherOnOneDay: number,
  depth: number,
  sum: number,
): void {
  const { count, begin, cost, tried, open } = branches;
  const above = depth * count;
  const here = above + count;
  let rest = 0;
  for (let bit = depth; bit < count; bit++) {
    let place = open[above + bit]!;
    // It is free beside all that is tried above but the last.
    if (depth > 0 && areAtOnce(branches, place, tried[depth - 1]!)) {
      place++;
      while (!isFree(branches, depth, place)) place++;
    }
    open[here + bit] = place;
    rest += cost[place]!;
  }
  if (sum + rest >= branches.best) return;
  if (depth === count) {
    branches.best = sum;
    for (let bit = 0; bit < count; bit++) listing.taken[bit] = branches.choice[tried[bit]!]!;
    return;
  }
  if (++branches.looks >= looksMax && branches.best < Number.POSITIVE_INFINITY) return;
  const cheapest = open[here + depth]!;
  const below = rest - cost[cheapest]!;
  const first = cheapestBeside(branches, depth, cheapest, furtherOnOneDay);
  // After what costs least beside those above come all others, from the cheapest on.
  for (let place = first, next = cheapest; place < begin[depth + 1]!; place = next++) {
    const more = sum + cost[place]!;
    if (next > cheapest) {
      if (more + below >= branches.best) return;
      if (place === first || !isFree(branches, depth, place)) continue;
    }
    const beside = more + (isOnTriedDay(branches, depth, place) ? furtherOnOneDay : 0);
    if (beside + below >= branches.best) continue;
    tried[depth] = place;
    lookAt(branches, listing, furtherOnOneDay, depth + 1, beside);
  }
}

/** The free candidate that costs least beside what is tried above, given the one that costs least by itself. */
function cheapestBeside(
  branches: Branches,
  depth: number,
  cheapest: number,
  furtherOnOneDay: number,
): number {
  if (!isOnTriedDay(branches, depth, cheapest)) return cheapest;
  const { begin, cost } = branches;
  const limit = cost[cheapest]! + furtherOnOneDay;
  for (let place = cheapest + 1; place < begin[depth + 1]! && cost[place]! < limit; place++)
    if (!isOnTriedDay(branches, depth, place) && isFree(branches, depth, place)) return place;
  return cheapest;
}

/** True when nothing that is tried above a depth is at the same time. */
function isFree(branches: Branches, depth: number, place: number): boolean {
  for (let above = 0; above < depth; above++)
    if (areAtOnce(branches, place, branches.tried[above]!)) return false;
  return true;
}

const areAtOnce = ({ from, to }: Branches, one: number, other: number): boolean =>
  from[one]! < to[other]! && from[other]! < to[one]!;

function isOnTriedDay({ tried, day }: Branches, depth: number, place: number): boolean {
  for (let above = 0; above < depth; above++) if (day[tried[above]!] === day[place]) return true;
  return false;
}
