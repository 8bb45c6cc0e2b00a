/** The exact month of one mentor: dynamic programming over time and the set of pairs that have had their meeting. */
import type { Listing } from "./listing.ts";

/**
 * A row per distinct start and one for the end of the month. A state is the set of pairs placed so far, times two, plus one
 * when the mentor already has a meeting on the row's day. `from` tells how a state was reached.
 */
export type Table = {
  value: Float64Array;
  from: Int32Array;
  starts: Int32Array;
  days: Int32Array;
  rows: number;
  next: Int32Array;
};

/** Entries beyond which the table would take too much memory. */
export const tableMaxEntries = 1 << 22;

export const makeTable = (): Table => ({
  value: new Float64Array(1 << 12),
  from: new Int32Array(1 << 12),
  starts: new Int32Array(0),
  days: new Int32Array(0),
  rows: 0,
  next: new Int32Array(64),
});

/** Gives the table a row for each distinct start of the candidates, in order of time, with its day. */
export function layRows(table: Table, { begin, count, at, day }: Listing): void {
  if (table.starts.length < at.length) {
    table.starts = new Int32Array(at.length);
    table.days = new Int32Array(at.length);
  }
  if (table.next.length < count) table.next = new Int32Array(2 * count);
  const { starts, days, next } = table;
  for (let bit = 0; bit < count; bit++) next[bit] = begin[bit]!;
  let rows = 0;
  for (;;) {
    let first = -1;
    for (let bit = 0; bit < count; bit++) {
      const candidate = next[bit]!;
      if (candidate < begin[bit + 1]! && (first < 0 || at[candidate]! < at[first]!)) first = candidate;
    }
    if (first < 0) break;
    starts[rows] = at[first]!;
    days[rows] = day[first]!;
    for (let bit = 0; bit < count; bit++)
      while (next[bit]! < begin[bit + 1]! && at[next[bit]!] === starts[rows]) next[bit]!++;
    rows++;
  }
  table.rows = rows;
}

export const entriesOf = ({ rows }: Table, { count }: Listing): number => (rows + 1) * 2 ** (count + 1);

/** Makes the plan in `taken`, whose cost is known, the best there is; returns its cost. The rows must have been laid, and be few enough. */
export function planBySubsets(
  table: Table,
  listing: Listing,
  furtherOnOneDay: number,
  known: number,
): number {
  const { begin, count, at, end, day, cost } = listing;
  const width = 1 << (count + 1);
  const entries = entriesOf(table, listing);
  if (table.value.length < entries) {
    const room = Math.max(entries, Math.min(2 * entries, tableMaxEntries >> 2));
    table.value = new Float64Array(room);
    table.from = new Int32Array(room);
  }
  const { value, from, starts, days, rows, next } = table;
  value.fill(Number.POSITIVE_INFINITY, 0, entries);
  value[0] = 0;
  const further = furtherOnOneDay;
  for (let bit = 0; bit < count; bit++) next[bit] = begin[bit]!;
  for (let row = 0; row <= rows; row++) {
    const here = row * width;
    if (row > 0) carry(value, from, here, width, row < rows && days[row] === days[row - 1]);
    if (row === rows) break;
    for (let bit = 0; bit < count; bit++) {
      const candidate = next[bit]!;
      if (candidate >= begin[bit + 1]! || at[candidate] !== starts[row]) continue;
      next[bit] = candidate + 1;
      const target = rowAt(starts, rows, end[candidate]!, row);
      const mark = target < rows && days[target] === day[candidate] ? 1 : 0;
      place(value, from, here, target * width + mark, width, 2 << bit, cost[candidate]!, further, candidate);
    }
  }
  return readBack(table, listing, known);
}

/** Adds a meeting to every state of a row in which its pair has none yet. */
function place(
  value: Float64Array,
  from: Int32Array,
  here: number,
  there: number,
  width: number,
  placed: number,
  cost: number,
  further: number,
  candidate: number,
): void {
  for (let high = 0; high < width; high += 2 * placed) {
    for (let state = high; state < high + placed; state++) {
      const before = value[here + state]!;
      if (before === Number.POSITIVE_INFINITY) continue;
      const mark = state & 1;
      const after = mark === 1 ? before + cost + further : before + cost;
      const reached = there + (state | placed) - mark;
      if (after < value[reached]!) {
        value[reached] = after;
        from[reached] = candidate * 2 + mark;
      }
    }
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

function readBack({ value, from, starts, rows }: Table, listing: Listing, known: number): number {
  const { begin, count, at, taken, without, choice } = listing;
  const width = 1 << (count + 1);
  let best = known;
  let state = 0;
  for (let set = 0; set < width; set += 2) {
    let sum = value[rows * width + set]!;
    for (let bit = 0; bit < count; bit++) if (!(set & (2 << bit))) sum += without[bit]!;
    if (sum < best) {
      best = sum;
      state = set;
    }
  }
  if (best === known) return known;
  taken.fill(-1, 0, count);
  for (let row = rows; row > 0; ) {
    const code = from[row * width + state]!;
    if (code < 0) {
      state = (state & ~1) | (-1 - code);
      row--;
      continue;
    }
    const candidate = code >> 1;
    let bit = 0;
    while (begin[bit + 1]! <= candidate) bit++;
    taken[bit] = choice[candidate]!;
    state = (state & ~(2 << bit) & ~1) | (code & 1);
    row = rowAt(starts, rows, at[candidate]!, 0);
  }
  return best;
}

/** The first row from `low` on whose start is not before a minute; the last row is the end of the month. */
export function rowAt(starts: Int32Array, rows: number, minute: number, low: number): number {
  let high = rows;
  let row = low;
  while (row < high) {
    const middle = (row + high) >> 1;
    if (starts[middle]! < minute) row = middle + 1;
    else high = middle;
  }
  return row;
}
