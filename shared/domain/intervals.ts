/** Stretches of time as whole minutes since 1970-01-01T00:00Z: joining, cutting and overlapping them. */

/** Half-open: from the first minute up to, not including, the second. */
export type Interval = readonly [from: number, to: number];

/** Sorted, with overlapping and touching stretches joined and empty ones dropped. The other functions expect lists in this form. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const [from, to] of intervals.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

/** What both lists cover. */
export function intersect(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    const [leftFrom, leftTo] = left[l]!;
    const [rightFrom, rightTo] = right[r]!;
    const from = Math.max(leftFrom, rightFrom);
    const to = Math.min(leftTo, rightTo);
    if (from < to) common.push([from, to]);
    if (leftTo < rightTo) l++;
    else r++;
  }
  return common;
}

/** What the first list covers and the second does not. */
export function subtract(whole: readonly Interval[], removed: readonly Interval[]): Interval[] {
  const rest: Interval[] = [];
  let first = 0;
  for (const [from, to] of whole) {
    while (first < removed.length && removed[first]![1] <= from) first++;
    let at = from;
    for (let index = first; index < removed.length && removed[index]![0] < to; index++) {
      const [cutFrom, cutTo] = removed[index]!;
      if (at < cutFrom) rest.push([at, cutFrom]);
      at = Math.max(at, cutTo);
    }
    if (at < to) rest.push([at, to]);
  }
  return rest;
}

/** What lies between two minutes. */
export const clip = (intervals: readonly Interval[], from: number, to: number): Interval[] =>
  from < to ? intersect(intervals, [[from, to]]) : [];

/** Each stretch made longer on both sides, joined again where they meet. */
export const widen = (intervals: readonly Interval[], minutes: number): Interval[] =>
  merge(intervals.map(([from, to]) => [from - minutes, to + minutes] as const));
