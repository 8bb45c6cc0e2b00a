/** The exact month of a mentor with few candidates: branch and bound, pair by pair, over sets of a pair's candidates that fit into a number. */
import { scale } from "./cost-scale.ts";
import type { Listing } from "./listing.ts";

/** Pairs for which there is room. */
const pairsMax = 31;
/** Candidates of one pair that fit into a set, a bit for each. */
const candidatesOfPairMax = 31;
/** Candidates of all pairs for which there is room; each is held against the others. */
const candidatesMax = 96;
/** Branches after which a table of all subsets of pairs is quicker. */
const looksMax = 1_000;

/** Pairs stand in the order in which the first plan took them, and the candidates of each from the cheapest on. */
export type Branches = {
  count: number;
  /** Of each pair: where its candidates begin, a set of all of them, what it costs without a place, and the candidate that is tried, or -1. */
  begin: Int32Array;
  own: Int32Array;
  without: Float64Array;
  tried: Int32Array;
  /** Of each candidate: where it stands in the listing, and its cost. */
  listed: Int32Array;
  cost: Float64Array;
  /** A row for each candidate: which candidates of each pair below are at the same time. */
  clashing: Int32Array;
  /** A row for each depth: which candidates of each pair below clash with what is tried above. The first row stays empty. */
  blocked: Int32Array;
  /** What a second meeting on one day costs. */
  further: number;
  /** The cost of the plan in `taken`. */
  best: number;
  looks: number;
};

export const makeBranches = (): Branches => ({
  count: 0,
  begin: new Int32Array(pairsMax + 1),
  own: new Int32Array(pairsMax),
  without: new Float64Array(pairsMax),
  tried: new Int32Array(pairsMax),
  listed: new Int32Array(candidatesMax),
  cost: new Float64Array(candidatesMax),
  clashing: new Int32Array(candidatesMax * pairsMax),
  blocked: new Int32Array(pairsMax * pairsMax),
  further: 0,
  best: 0,
  looks: 0,
});

export function isForBranches({ begin, count }: Listing): boolean {
  if (count > pairsMax || begin[count]! > candidatesMax) return false;
  for (let bit = 0; bit < count; bit++) if (begin[bit + 1]! - begin[bit]! > candidatesOfPairMax) return false;
  return true;
}

/** Makes the plan in `taken`, whose cost is known, the best there is; returns its cost, or undefined after too many branches. */
export function planByBranches(
  branches: Branches,
  listing: Listing,
  furtherOnOneDay: number,
  known: number,
): number | undefined {
  orderByCost(branches, listing);
  findClashes(branches, listing);
  branches.further = furtherOnOneDay * scale;
  branches.best = known;
  branches.looks = 0;
  lookAt(branches, listing, 0, 0);
  return branches.looks < looksMax ? branches.best : undefined;
}

function orderByCost(branches: Branches, { count, order, begin, cost, without }: Listing): void {
  const { own, listed } = branches;
  branches.count = count;
  let size = 0;
  for (let depth = 0; depth < count; depth++) {
    const bit = order[depth]!;
    const first = size;
    branches.begin[depth] = first;
    branches.without[depth] = without[bit]!;
    for (let candidate = begin[bit]!; candidate < begin[bit + 1]!; candidate++) {
      const price = cost[candidate]!;
      if (price >= without[bit]!) continue;
      let place = size++;
      for (; place > first && branches.cost[place - 1]! > price; place--) {
        branches.cost[place] = branches.cost[place - 1]!;
        listed[place] = listed[place - 1]!;
      }
      branches.cost[place] = price;
      listed[place] = candidate;
    }
    own[depth] = 2 ** (size - first) - 1;
  }
  branches.begin[count] = size;
}

function findClashes({ count, begin, listed, clashing }: Branches, { at, end }: Listing): void {
  for (let depth = 0; depth < count; depth++)
    for (let place = begin[depth]!; place < begin[depth + 1]!; place++) {
      const from = at[listed[place]!]!;
      const to = end[listed[place]!]!;
      for (let below = depth + 1; below < count; below++) {
        const first = begin[below]!;
        let set = 0;
        for (let other = begin[below + 1]! - 1; other >= first; other--)
          set = (set << 1) | (from < end[listed[other]!]! && at[listed[other]!]! < to ? 1 : 0);
        clashing[place * pairsMax + below] = set;
      }
    }
}

/** Looks at all plans that begin with what is tried above a depth. */
function lookAt(branches: Branches, listing: Listing, depth: number, cost: number): void {
  if (depth === branches.count) {
    branches.best = cost;
    take(branches, listing);
    return;
  }
  if (++branches.looks >= looksMax) return;
  const { count, begin, own, without, tried, clashing, blocked } = branches;
  const here = depth * pairsMax;
  const next = here + pairsMax;
  let bound = cost;
  for (let below = depth + 1; below < count; below++) {
    const free = own[below]! & ~blocked[here + below]!;
    bound += free === 0 ? without[below]! : branches.cost[begin[below]! + lowest(free)]!;
  }
  for (let free = own[depth]! & ~blocked[here + depth]!; free !== 0; free &= free - 1) {
    const place = begin[depth]! + lowest(free);
    let more = branches.cost[place]!;
    if (bound + more >= branches.best) break;
    if (isOnTriedDay(branches, listing, depth, place)) more += branches.further;
    if (bound + more >= branches.best) continue;
    tried[depth] = place;
    for (let below = depth + 1; below < count; below++)
      blocked[next + below] = blocked[here + below]! | clashing[place * pairsMax + below]!;
    lookAt(branches, listing, depth + 1, cost + more);
  }
  if (bound + without[depth]! >= branches.best) return;
  tried[depth] = -1;
  for (let below = depth + 1; below < count; below++) blocked[next + below] = blocked[here + below]!;
  lookAt(branches, listing, depth + 1, cost + without[depth]!);
}

function isOnTriedDay({ tried, listed }: Branches, { day }: Listing, depth: number, place: number): boolean {
  const mine = day[listed[place]!]!;
  for (let above = 0; above < depth; above++)
    if (tried[above]! >= 0 && day[listed[tried[above]!]!] === mine) return true;
  return false;
}

/** The lowest member of a set. */
const lowest = (set: number): number => 31 - Math.clz32(set & -set);

function take({ count, tried, listed }: Branches, { order, taken, choice }: Listing): void {
  for (let depth = 0; depth < count; depth++) {
    const place = tried[depth]!;
    taken[order[depth]!] = place < 0 ? -1 : choice[listed[place]!]!;
  }
}
