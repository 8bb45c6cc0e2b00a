/** A first plan for a mentor's month, good enough to rule out most candidates before the exact search. */
import { scale } from "./cost-scale.ts";
import type { Listing } from "./listing.ts";

/** Gives each pair the cheapest candidate that those before it leave, pairs with few candidates first. Returns the cost. */
export function planGreedily(listing: Listing, furtherOnOneDay: number): number {
  const { count, begin, taken } = listing;
  const order = Array.from({ length: count }, (_, bit) => bit).sort(
    (a, b) => begin[a + 1]! - begin[a]! - (begin[b + 1]! - begin[b]!) || a - b,
  );
  taken.fill(-1, 0, count);
  let sum = 0;
  for (const bit of order) {
    let best = listing.without[bit]!;
    for (let candidate = begin[bit]!; candidate < begin[bit + 1]!; candidate++) {
      if (listing.cost[candidate]! >= best) continue;
      const cost = listing.cost[candidate]! + costBeside(listing, candidate, furtherOnOneDay * scale);
      if (cost < best) [best, taken[bit]] = [cost, candidate];
    }
    sum += best;
  }
  return sum;
}

/** Takes each pair's cheapest candidate. True when no two of them are at once or on one day, so that nothing better exists. */
export function takeCheapest({ count, cheapest, taken, at, end, day }: Listing): boolean {
  for (let bit = 0; bit < count; bit++) {
    const one = cheapest[bit]!;
    taken[bit] = one;
    if (one < 0) continue;
    for (let before = 0; before < bit; before++) {
      const other = cheapest[before]!;
      if (other >= 0 && (day[one] === day[other] || (at[one]! < end[other]! && at[other]! < end[one]!)))
        return false;
    }
  }
  return true;
}

/** What a candidate costs more beside those taken: infinite when it is at the same time as one of them. */
function costBeside(
  { count, taken, at, end, day }: Listing,
  candidate: number,
  furtherOnOneDay: number,
): number {
  let more = 0;
  for (let bit = 0; bit < count; bit++) {
    const other = taken[bit]!;
    if (other < 0) continue;
    if (at[candidate]! < end[other]! && at[other]! < end[candidate]!) return Number.POSITIVE_INFINITY;
    if (day[candidate] === day[other]) more = furtherOnOneDay;
  }
  return more;
}

/** Drops every candidate that costs too much more than its pair's cheapest to be part of a plan better than the one at hand. */
export function keepWithin(listing: Listing, allowed: number): void {
  const { count, begin, least, cost, choice, at, end, day, taken } = listing;
  let size = 0;
  for (let bit = 0; bit < count; bit++) {
    const [from, to] = [begin[bit]!, begin[bit + 1]!];
    const most = least[bit]! + allowed;
    begin[bit] = size;
    for (let candidate = from; candidate < to; candidate++) {
      if (cost[candidate]! > most && candidate !== taken[bit]) continue;
      if (candidate === taken[bit]) taken[bit] = size;
      choice[size] = choice[candidate]!;
      at[size] = at[candidate]!;
      end[size] = end[candidate]!;
      day[size] = day[candidate]!;
      cost[size++] = cost[candidate]!;
    }
  }
  begin[count] = size;
}
