/** The exact month of one mentor: dynamic programming over time and the set of pairs that have had their meeting. */
import { scale } from "./cost-scale.ts";
import type { Listing } from "./listing.ts";

/**
 * A table row per distinct start and one for the end of the month. A state is the set of pairs placed so far, times two, plus one
 * when the mentor already has a meeting on the row's day. `from` tells how a state was reached.
 */
export type Table = { value: Float64Array; from: Int32Array };

/** Entries beyond which the table would take too much memory. */
export const tableMaxEntries = 1 << 22;

export const makeTable = (): Table => ({ value: new Float64Array(0), from: new Int32Array(0) });

export type Rows = { starts: Int32Array; count: number };

/** The distinct starts of all candidates, in order of time. */
export function rowsOf({ begin, count, at }: Listing): Rows {
  const starts = at.slice(0, begin[count]!).sort();
  let rows = 0;
  for (let index = 0; index < starts.length; index++)
    if (rows === 0 || starts[index] !== starts[rows - 1]) starts[rows++] = starts[index]!;
  return { starts, count: rows };
}

/** The best plan there is, into `taken`; returns its cost. The table must be of a size that is allowed. */
export function planBySubsets(
  table: Table,
  listing: Listing,
  { starts, count: rows }: Rows,
  furtherOnOneDay: number,
): number {
  const { begin, count, at, end, day, cost, taken, without } = listing;
  const width = 1 << (count + 1);
  const entries = (rows + 1) * width;
  if (table.value.length < entries) {
    table.value = new Float64Array(2 * entries);
    table.from = new Int32Array(2 * entries);
  }
  const { value, from } = table;
  value.fill(Number.POSITIVE_INFINITY, 0, entries);
  value[0] = 0;
  const further = furtherOnOneDay * scale;
  const next = begin.slice(0, count);
  const dayOfRow = daysOf(listing, starts, rows);
  for (let row = 0; row <= rows; row++) {
    const here = row * width;
    if (row > 0) carry(value, from, here, width, row < rows && dayOfRow[row] === dayOfRow[row - 1]);
    if (row === rows) break;
    for (let bit = 0; bit < count; bit++) {
      const candidate = next[bit]!;
      if (candidate >= begin[bit + 1]! || at[candidate] !== starts[row]) continue;
      next[bit] = candidate + 1;
      const target = rowAt(starts, rows, end[candidate]!, row);
      const marked = target < rows && dayOfRow[target] === day[candidate] ? 1 : 0;
      const there = target * width;
      const price = cost[candidate]!;
      const placed = 2 << bit;
      for (let state = 0; state < width; state++) {
        if (state & placed) continue;
        const before = value[here + state]!;
        if (before === Number.POSITIVE_INFINITY) continue;
        const after = before + price + (state & 1 ? further : 0);
        const reached = there + ((state | placed | 1) ^ 1 ^ marked);
        if (after < value[reached]!) {
          value[reached] = after;
          from[reached] = candidate * 2 + (state & 1);
        }
      }
    }
  }
  return readBack();

  function readBack(): number {
    let best = Number.POSITIVE_INFINITY;
    let state = 0;
    for (let set = 0; set < width; set += 2) {
      let sum = value[rows * width + set]!;
      for (let bit = 0; bit < count; bit++) if (!(set & (2 << bit))) sum += without[bit]!;
      if (sum < best) [best, state] = [sum, set];
    }
    taken.fill(-1, 0, count);
    let row = rows;
    while (row > 0) {
      const code = from[row * width + state]!;
      if (code < 0) {
        state = (state & ~1) | (-1 - code);
        row--;
        continue;
      }
      const candidate = code >> 1;
      const bit = bitOf(begin, candidate);
      taken[bit] = candidate;
      state = (state & ~(2 << bit) & ~1) | (code & 1);
      row = rowAt(starts, rows, at[candidate]!, 0);
    }
    return best;
  }
}

/** What stands in a row also stands in the next; where another day begins, nothing is marked any more. */
function carry(value: Float64Array, from: Int32Array, here: number, width: number, sameDay: boolean): void {
  const before = here - width;
  for (let state = 0; state < width; state++) {
    const sum = value[before + state]!;
    if (sum === Number.POSITIVE_INFINITY) continue;
    const mark = state & 1;
    const reached = here + (sameDay ? state : state - mark);
    // Equal goes to what was there before, so that the earlier of two times wins.
    if (sum <= value[reached]!) {
      value[reached] = sum;
      from[reached] = -1 - mark;
    }
  }
}

function daysOf({ begin, count, at, day }: Listing, starts: Int32Array, rows: number): Int32Array {
  const days = new Int32Array(rows);
  for (let candidate = 0; candidate < begin[count]!; candidate++)
    days[rowAt(starts, rows, at[candidate]!, 0)] = day[candidate]!;
  return days;
}

/** The first row from `low` on whose start is not before a minute; the last row is the end of the month. */
export function rowAt(starts: Int32Array, rows: number, minute: number, low: number): number {
  let high = rows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bitOf(begin: Int32Array, candidate: number): number {
  let bit = 0;
  while (begin[bit + 1]! <= candidate) bit++;
  return bit;
}
