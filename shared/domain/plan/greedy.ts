/** A first plan for a mentor's month, good enough to rule out most candidates before the exact search. */
import type { Board } from "./board.ts";
import { scale } from "./cost-scale.ts";
import { type Listing, priceOf } from "./listing.ts";

/** Gives each pair the cheapest choice that those before it leave, pairs with few choices first. Returns the cost. */
export function planGreedily(listing: Listing, board: Board): number {
  const { count, pair: pairs, taken, order } = listing;
  const { first } = board;
  for (let bit = 0; bit < count; bit++) {
    taken[bit] = -1;
    const choices = first[pairs[bit]! + 1]! - first[pairs[bit]!]!;
    let place = bit;
    for (; place > 0; place--) {
      const before = pairs[order[place - 1]!]!;
      if (first[before + 1]! - first[before]! <= choices) break;
      order[place] = order[place - 1]!;
    }
    order[place] = bit;
  }
  let sum = 0;
  for (let turn = 0; turn < count; turn++) {
    const bit = order[turn]!;
    const pair = pairs[bit]!;
    let best = listing.without[bit]!;
    for (let choice = first[pair]!; choice < first[pair + 1]!; choice++) {
      const price = priceOf(listing, board, bit, choice);
      if (price >= best) continue;
      const cost = price + costBeside(listing, board, pair, choice);
      if (cost < best) {
        best = cost;
        taken[bit] = choice;
      }
    }
    sum += best;
  }
  return sum;
}

/** Takes each pair's cheapest choice. True when no two of them are at once or on one day, so that nothing better exists. */
export function takeCheapest({ count, cheapest, taken, pair }: Listing, { at, day, span }: Board): boolean {
  for (let bit = 0; bit < count; bit++) {
    const one = cheapest[bit]!;
    taken[bit] = one;
    if (one < 0) continue;
    for (let before = 0; before < bit; before++) {
      const other = cheapest[before]!;
      if (other < 0) continue;
      if (day[one] === day[other]) return false;
      if (at[one]! < at[other]! + span[pair[before]!]! && at[other]! < at[one]! + span[pair[bit]!]!)
        return false;
    }
  }
  return true;
}

/** What a choice costs more beside those taken: infinite when it is at the same time as one of them. */
function costBeside(
  { count, taken, pair: pairs }: Listing,
  { at, day, span, furtherOnOneDay }: Board,
  pair: number,
  choice: number,
): number {
  let more = 0;
  for (let bit = 0; bit < count; bit++) {
    const other = taken[bit]!;
    if (other < 0) continue;
    if (at[choice]! < at[other]! + span[pairs[bit]!]! && at[other]! < at[choice]! + span[pair]!)
      return Number.POSITIVE_INFINITY;
    if (day[choice] === day[other]) more = furtherOnOneDay * scale;
  }
  return more;
}
