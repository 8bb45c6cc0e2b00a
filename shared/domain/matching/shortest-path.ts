/** Gives one more wish its place at the least cost, moving others where that is cheaper (Dijkstra with potentials). */
import { type LeastFirst, newLeastFirst, pop, push } from "./least-first.ts";
import type { WishLists } from "./wish-lists.ts";

/** What each choice costs, never less than nothing and rising down a list; an open wish; and no mentor at all, on top of it. */
export type Prices = { choices: Float64Array; wish: number; withoutMentor: number };

/** Nodes are the students, then the mentors. Every wish ends at a mentor's free place or stays open. */
export type Flow = {
  lists: WishLists;
  prices: Prices;
  /** 1 for every choice that is made now, and each mentor's own among them. */
  holds: Uint8Array;
  heldBy: number[][];
  /** Wishes of each student that stay open. */
  open: Int32Array;
  /** What a node's place is worth already, at most 0: with it no step costs less than nothing. */
  potential: Float64Array;
  distance: Float64Array;
  /** The choice by which a node was reached. */
  by: Int32Array;
  settled: Uint8Array;
  queue: LeastFirst;
};

export function newFlow(lists: WishLists, prices: Prices): Flow {
  const nodes = lists.wanted.length + lists.places.length;
  return {
    lists,
    prices,
    holds: new Uint8Array(lists.mentor.length),
    heldBy: Array.from(lists.places, (): number[] => []),
    open: new Int32Array(lists.wanted.length),
    potential: new Float64Array(nodes),
    distance: new Float64Array(nodes).fill(Number.POSITIVE_INFINITY),
    by: new Int32Array(nodes).fill(-1),
    settled: new Uint8Array(nodes),
    queue: newLeastFirst(),
  };
}

/** Places one more wish of this student, or leaves open the one that costs least. */
export function placeOneMore(flow: Flow, from: number): void {
  const { lists, prices, heldBy, potential, distance, settled, by, queue } = flow;
  const students = lists.wanted.length;
  const seen: number[] = [from];
  let end = -1;
  let least = Number.POSITIVE_INFINITY;
  distance[from] = 0;
  push(queue, from, 0);
  for (let node = pop(queue); node >= 0; node = pop(queue)) {
    if (settled[node] === 1) continue;
    const so = distance[node]!;
    if (so >= least) break;
    settled[node] = 1;
    if (node < students) {
      const left = so + potential[node]! + priceOfOneMoreOpen(flow, node);
      if (left < least) [least, end] = [left, node];
      askOn(flow, node, least, seen);
      continue;
    }
    const mentor = node - students;
    if (heldBy[mentor]!.length < lists.places[mentor]!) {
      // A free mentor's potential is 0, and nothing that comes later is nearer.
      [least, end] = [so, node];
      break;
    }
    for (const choice of heldBy[mentor]!) {
      const student = lists.student[choice]!;
      const saved = prices.choices[choice]!;
      reach(flow, student, so + potential[node]! - potential[student]! - saved, choice, seen);
    }
  }
  turnOver(flow, end);
  for (const node of seen) {
    if (settled[node] === 1) potential[node]! += Math.min(0, distance[node]! - least);
    distance[node] = Number.POSITIVE_INFINITY;
    settled[node] = 0;
    by[node] = -1;
  }
  queue.size = 0;
}

/** From a student to every mentor on his or her list who could be nearer than `least`. */
function askOn(flow: Flow, student: number, least: number, seen: number[]): void {
  const { lists, prices, holds, potential, distance } = flow;
  const base = distance[student]! + potential[student]!;
  for (let choice = lists.first[student]!; choice < lists.first[student + 1]!; choice++) {
    const reached = base + prices.choices[choice]!;
    // Best first, and a mentor's potential only adds to the distance.
    if (reached >= least) break;
    if (holds[choice] === 1) continue;
    const node = lists.wanted.length + lists.mentor[choice]!;
    const all = reached - potential[node]!;
    if (all < least) reach(flow, node, all, choice, seen);
  }
}

function reach(
  { distance, by, queue }: Flow,
  node: number,
  at: number,
  choice: number,
  seen: number[],
): void {
  if (at >= distance[node]!) return;
  if (distance[node] === Number.POSITIVE_INFINITY) seen.push(node);
  distance[node] = at;
  by[node] = choice;
  push(queue, node, at);
}

function priceOfOneMoreOpen({ lists, prices, open }: Flow, student: number): number {
  const last = open[student]! + 1 === lists.wanted[student]!;
  return prices.wish + (last ? prices.withoutMentor : 0);
}

/** Along the path that ends here: choices that were made are unmade, and the others are made. */
function turnOver({ lists, holds, heldBy, open, by }: Flow, end: number): void {
  const students = lists.wanted.length;
  let node = end;
  if (node < students) open[node]!++;
  for (let choice = by[node]!; choice >= 0; choice = by[node]!) {
    const mentor = lists.mentor[choice]!;
    const toMentor = node >= students;
    holds[choice] = toMentor ? 1 : 0;
    if (toMentor) heldBy[mentor]!.push(choice);
    else heldBy[mentor]!.splice(heldBy[mentor]!.indexOf(choice), 1);
    node = toMentor ? lists.student[choice]! : students + mentor;
  }
}
