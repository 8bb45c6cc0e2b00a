/** The exact month of a mentor with few candidates: branch and bound, pair by pair, over sets of candidates that fit into a number. */
import { scale } from "./cost-scale.ts";
import type { Listing } from "./listing.ts";

/** Candidates that fit into a set, a bit for each. */
const candidatesMax = 31;
/** Branches after which a table of all subsets of pairs is quicker. */
const looksMax = 1_000;

/** Pairs stand in the order in which the first plan took them, and the candidates of each from the cheapest on. */
export type Branches = {
  count: number;
  /** Of each pair: which candidates it has, what it costs without a place, and the candidate that is tried, or -1. */
  own: Int32Array;
  without: Float64Array;
  tried: Int32Array;
  /** Of each candidate: where it stands in the listing, its cost, and which others are at the same time and on the same day. */
  listed: Int32Array;
  cost: Float64Array;
  clashing: Int32Array;
  sameDay: Int32Array;
  /** What a second meeting on one day costs. */
  further: number;
  /** The cost of the plan in `taken`. */
  best: number;
  looks: number;
};

export const makeBranches = (): Branches => ({
  count: 0,
  own: new Int32Array(candidatesMax),
  without: new Float64Array(candidatesMax),
  tried: new Int32Array(candidatesMax),
  listed: new Int32Array(candidatesMax),
  cost: new Float64Array(candidatesMax),
  clashing: new Int32Array(candidatesMax),
  sameDay: new Int32Array(candidatesMax),
  further: 0,
  best: 0,
  looks: 0,
});

export const isForBranches = ({ begin, count }: Listing): boolean =>
  count <= candidatesMax && begin[count]! <= candidatesMax;

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
  lookAt(branches, listing, 0, 0, 0, 0);
  return branches.looks < looksMax ? branches.best : undefined;
}

function orderByCost(branches: Branches, { count, order, begin, cost, without }: Listing): void {
  const { own, listed } = branches;
  branches.count = count;
  let size = 0;
  for (let depth = 0; depth < count; depth++) {
    const bit = order[depth]!;
    const first = size;
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
    own[depth] = (1 << size) - (1 << first);
  }
}

function findClashes({ count, own, listed, clashing, sameDay }: Branches, { at, end, day }: Listing): void {
  let first = 0;
  for (let depth = 0; depth < count; depth++) {
    const behind = 32 - Math.clz32(own[depth]!);
    for (let place = first; place < behind; place++) {
      const one = listed[place]!;
      clashing[place] = 0;
      sameDay[place] = 0;
      for (let before = 0; before < first; before++) {
        const other = listed[before]!;
        if (day[one] === day[other]) {
          sameDay[place]! |= 1 << before;
          sameDay[before]! |= 1 << place;
        }
        if (at[one]! < end[other]! && at[other]! < end[one]!) {
          clashing[place]! |= 1 << before;
          clashing[before]! |= 1 << place;
        }
      }
    }
    first = Math.max(first, behind);
  }
}

/** Looks at all plans that begin with what is tried above a depth; `blocked` and `later` clash with it and are on the same days. */
function lookAt(
  branches: Branches,
  listing: Listing,
  depth: number,
  cost: number,
  blocked: number,
  later: number,
): void {
  if (depth === branches.count) {
    branches.best = cost;
    take(branches, listing);
    return;
  }
  if (++branches.looks >= looksMax) return;
  const { own, without, tried } = branches;
  let bound = cost;
  for (let below = depth + 1; below < branches.count; below++) {
    const free = own[below]! & ~blocked;
    bound += free === 0 ? without[below]! : branches.cost[lowest(free)]!;
  }
  for (let free = own[depth]! & ~blocked; free !== 0; free &= free - 1) {
    const place = lowest(free);
    let more = branches.cost[place]!;
    if (bound + more >= branches.best) break;
    if (later & (1 << place)) more += branches.further;
    if (bound + more >= branches.best) continue;
    tried[depth] = place;
    lookAt(
      branches,
      listing,
      depth + 1,
      cost + more,
      blocked | branches.clashing[place]!,
      later | branches.sameDay[place]!,
    );
  }
  if (bound + without[depth]! >= branches.best) return;
  tried[depth] = -1;
  lookAt(branches, listing, depth + 1, cost + without[depth]!, blocked, later);
}

/** The lowest member of a set. */
const lowest = (set: number): number => 31 - Math.clz32(set & -set);

function take({ count, tried, listed }: Branches, { order, taken, choice }: Listing): void {
  for (let depth = 0; depth < count; depth++) {
    const place = tried[depth]!;
    taken[order[depth]!] = place < 0 ? -1 : choice[listed[place]!]!;
  }
}
