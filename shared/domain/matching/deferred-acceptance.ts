/** Students ask mentors in the order of their wishes; a mentor keeps the best of those who asked (Gale and Shapley, 1962). */
import type { WishLists } from "./wish-lists.ts";

/**
 * `asks`: 1 for each student who takes part. `places`: how many each mentor can take. `held`: 1 for every choice that was
 * made before and is not asked for again. Answers with the choices made: at most one for a student, and no student and
 * mentor are left who would both rather have each other.
 */
export function deferredAcceptance(
  { first, mentor, rank, student }: Pick<WishLists, "first" | "mentor" | "rank" | "student">,
  asks: Uint8Array,
  places: Int32Array,
  held: Uint8Array,
): Int32Array {
  const from = startsOf(places, mentor);
  const kept = new Int32Array(from[places.length]!).fill(-1);
  const taken = new Int32Array(places.length);
  const next = first.slice(0, -1);

  for (let start = 0; start < asks.length; start++) {
    let asking = asks[start] === 1 ? start : -1;
    while (asking >= 0) {
      const choice = next[asking]!++;
      if (choice >= first[asking + 1]!) break;
      const asked = mentor[choice]!;
      if (held[choice] === 1 || places[asked] === 0) continue;
      if (taken[asked]! < places[asked]!) {
        rise(kept, from[asked]!, taken[asked]!++, rank, choice);
        break;
      }
      // The one whom this mentor likes least stands first of all.
      const last = kept[from[asked]!]!;
      if (rank[choice]! > rank[last]!) continue;
      sink(kept, from[asked]!, places[asked]!, rank, choice);
      asking = student[last]!;
    }
  }
  return kept.filter((choice) => choice >= 0);
}

/** Where each mentor's places begin when all stand in one row; nobody needs more of them than there are students to ask. */
function startsOf(places: Int32Array, choices: Int32Array): Int32Array {
  const starts = new Int32Array(places.length + 1);
  for (const mentor of choices) starts[mentor + 1]!++;
  for (let mentor = 0; mentor < places.length; mentor++)
    starts[mentor + 1] = starts[mentor]! + Math.min(places[mentor]!, starts[mentor + 1]!);
  return starts;
}

/** A mentor's places are a heap with the worst rank on top; here one more is put into it. */
function rise(kept: Int32Array, from: number, size: number, rank: Int32Array, choice: number): void {
  let at = size;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (rank[kept[from + above]!]! >= rank[choice]!) break;
    kept[from + at] = kept[from + above]!;
    at = above;
  }
  kept[from + at] = choice;
}

/** Puts one in place of the worst. */
function sink(kept: Int32Array, from: number, size: number, rank: Int32Array, choice: number): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    if (below + 1 < size && rank[kept[from + below + 1]!]! > rank[kept[from + below]!]!) below++;
    if (rank[kept[from + below]!]! <= rank[choice]!) break;
    kept[from + at] = kept[from + below]!;
    at = below;
  }
  kept[from + at] = choice;
}
