/** Stable: everybody's first mentor comes before anybody's second. */
import { deferredAcceptance } from "./deferred-acceptance.ts";
import type { WishLists } from "./wish-lists.ts";

/**
 * The choices made, by deferred acceptance in as many rounds as somebody wishes for mentors. A student who got nobody in
 * one round asks in vain in the next: places only become fewer.
 */
export function chooseInRounds(lists: WishLists): number[] {
  const { student, mentor, wanted } = lists;
  const held = new Uint8Array(student.length);
  const has = lists.has.slice();
  const places = lists.places.slice();
  const chosen: number[] = [];
  const most = wanted.reduce((most, count) => Math.max(most, count), 0);
  for (let round = 1; round <= most; round++) {
    const asks = Uint8Array.from(has, (count, one) => (count === round - 1 && wanted[one]! >= round ? 1 : 0));
    for (const choice of deferredAcceptance(lists, asks, places, held)) {
      chosen.push(choice);
      held[choice] = 1;
      has[student[choice]!]!++;
      places[mentor[choice]!]!--;
    }
  }
  return chosen;
}
