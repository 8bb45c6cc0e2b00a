/** The exact month of a mentor with very many pairs: the same search as by subsets, but only over states that can still win. */
import type { Listing } from "./listing.ts";
import { rowAt, type Table } from "./subsets.ts";

/** States beyond which the search gives up; some seconds of work, which no mentor known so far comes near. */
const labelsMax = 400_000;
/** Pairs beyond which a set of them does not fit into a number. */
export const labelPairsMax = 30;

type Labels = { value: number[]; open: number[]; marked: number[]; before: number[]; candidate: number[] };

/**
 * A state is the set of pairs that are neither placed nor out of time. Improves on the plan in `taken` whose cost is `known`;
 * returns the least cost, or undefined when it gave up, which leaves `taken` as it was.
 */
export function planByLabels(
  listing: Listing,
  { starts, days, rows }: Pick<Table, "starts" | "days" | "rows">,
  furtherOnOneDay: number,
  known: number,
  spend: (labels: number) => void,
): number | undefined {
  const { begin, count, at, end, day, cost, least, without, taken } = listing;
  const labels: Labels = { value: [], open: [], marked: [], before: [], candidate: [] };
  const arriving: Map<number, number>[] = Array.from({ length: rows + 1 }, () => new Map());
  const lastRow = Array.from({ length: count }, (_, bit) =>
    begin[bit]! < begin[bit + 1]! ? rowAt(starts, rows, at[begin[bit + 1]! - 1]!, 0) : -1,
  );
  const next = begin.slice(0, count);
  arrive(0, 0, 2 ** count - 1, 0, -1, -1);
  for (let row = 0; row < rows; row++) {
    const here = [...arriving[row]!.values()];
    arriving[row]!.clear();
    if (labels.value.length > labelsMax) return undefined;
    spend(here.length * count);
    const sameDay = row + 1 < rows && days[row] === days[row + 1];
    for (const label of here)
      arrive(
        row + 1,
        labels.value[label]!,
        labels.open[label]!,
        sameDay ? labels.marked[label]! : 0,
        label,
        -1,
      );
    for (let bit = 0; bit < count; bit++) {
      const candidate = next[bit]!;
      if (candidate >= begin[bit + 1]! || at[candidate] !== starts[row]) continue;
      next[bit] = candidate + 1;
      const target = rowAt(starts, rows, end[candidate]!, row);
      const marked = target < rows && days[target] === day[candidate] ? 1 : 0;
      for (const label of here) {
        const open = labels.open[label]!;
        if (!(open & (1 << bit))) continue;
        const further = labels.marked[label] ? furtherOnOneDay : 0;
        arrive(
          target,
          labels.value[label]! + cost[candidate]! + further,
          open & ~(1 << bit),
          marked,
          label,
          candidate,
        );
      }
    }
  }
  const last = [...arriving[rows]!.values()].reduce(
    (best, label) => (best < 0 || labels.value[label]! < labels.value[best]! ? label : best),
    -1,
  );
  if (last < 0) return known;
  taken.fill(-1, 0, count);
  for (let label = last; label >= 0; label = labels.before[label]!) {
    const candidate = labels.candidate[label]!;
    if (candidate < 0) continue;
    let bit = 0;
    while (begin[bit + 1]! <= candidate) bit++;
    taken[bit] = listing.choice[candidate]!;
  }
  return labels.value[last]!;

  /** A state comes to a row, unless it cannot end below what is known or the same state is there for less. */
  function arrive(
    row: number,
    sum: number,
    from: number,
    marked: number,
    before: number,
    candidate: number,
  ): void {
    let open = from;
    let value = sum;
    let rest = 0;
    for (let bit = 0; bit < count; bit++) {
      if (!(open & (1 << bit))) continue;
      if (lastRow[bit]! >= row) rest += least[bit]!;
      else {
        value += without[bit]!;
        open &= ~(1 << bit);
      }
    }
    if (value + rest >= known) return;
    const key = open * 2 + marked;
    const there = arriving[row]!.get(key);
    if (there !== undefined && labels.value[there]! <= value) return;
    arriving[row]!.set(key, labels.value.length);
    labels.value.push(value);
    labels.open.push(open);
    labels.marked.push(marked);
    labels.before.push(before);
    labels.candidate.push(candidate);
  }
}
