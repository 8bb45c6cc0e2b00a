/** Gives out the mentors' places: everybody's first mentor comes before anybody's second. */
import { type Choice, deferredAcceptance } from "./deferred-acceptance.ts";

/** `wanted`, `has`: how many mentors each student wishes for and has already; `places`: what each mentor can still take. */
export type Need = {
  wanted: readonly number[];
  has: readonly number[];
  places: readonly number[];
  lots: readonly number[];
};

/** A student who got nobody in one round asks in vain in the next: places only become fewer. */
export function chooseInRounds(wishes: readonly (readonly Choice[])[], need: Need): Choice[] {
  const chosen = new Set<Choice>();
  const most = Math.max(0, ...need.wanted);
  const has = [...need.has];
  const places = [...need.places];
  for (let round = 1; round <= most; round++) {
    const asking = wishes.map((list, student) =>
      has[student] === round - 1 && need.wanted[student]! >= round
        ? list.filter((wish) => !chosen.has(wish))
        : [],
    );
    for (const choice of deferredAcceptance(asking, places, need.lots)) {
      chosen.add(choice);
      has[choice.student]!++;
      places[choice.mentor]!--;
    }
  }
  return [...chosen];
}
