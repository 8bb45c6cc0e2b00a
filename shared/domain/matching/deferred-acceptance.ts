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
): number[] {
  const kept = startsOf(places);
  const choices = new Int32Array(kept[places.length]!);
  const taken = new Int32Array(places.length);
  const next = first.slice(0, -1);

  for (let start = 0; start < asks.length; start++) {
    let asking = asks[start] === 1 ? start : -1;
    while (asking >= 0) {
      const choice = next[asking]!++;
      if (choice >= first[asking + 1]!) break;
      const asked = mentor[choice]!;
      if (held[choice] === 1 || places[asked] === 0) continue;
      const heap = choices.subarray(kept[asked]!, kept[asked + 1]!);
      if (taken[asked]! < places[asked]!) {
        rise(heap, rank, taken[asked]!++, choice);
        break;
      }
      // The one whom this mentor likes least stands on top.
      const last = heap[0]!;
      if (rank[choice]! > rank[last]!) continue;
      sink(heap, rank, choice);
      asking = student[last]!;
    }
  }
  return [...taken].flatMap((count, index) => [...choices.subarray(kept[index]!, kept[index]! + count)]);
}

/** Where each mentor's places begin when all stand in one row. */
function startsOf(places: Int32Array): Int32Array {
  const starts = new Int32Array(places.length + 1);
  for (const [index, count] of places.entries()) starts[index + 1] = starts[index]! + count;
  return starts;
}

function rise(heap: Int32Array, rank: Int32Array, end: number, choice: number): void {
  let at = end;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (rank[heap[above]!]! >= rank[choice]!) break;
    heap[at] = heap[above]!;
    at = above;
  }
  heap[at] = choice;
}

function sink(heap: Int32Array, rank: Int32Array, choice: number): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && rank[heap[below + 1]!]! > rank[heap[below]!]!) below++;
    if (rank[heap[below]!]! <= rank[choice]!) break;
    heap[at] = heap[below]!;
    at = below;
  }
  heap[at] = choice;
}
