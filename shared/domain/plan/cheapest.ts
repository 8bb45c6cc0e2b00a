/** The month in which every pair of a mentor takes its cheapest choice. */
import type { Board } from "./board.ts";
import type { Listing } from "./listing.ts";

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
