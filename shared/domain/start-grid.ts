/** Lays the starts of meetings into free time, so that they fall on round times of the mentor's clock. */
import type { Interval } from "./intervals.ts";
import { minute, type TimeZone } from "./time.ts";
import { offsetMinutesAt } from "./zone-offsets.ts";

const roundings = [60, 30, 20, 15, 10, 5] as const;

/**
 * Every start, in minutes since 1970, of a meeting of `length` minutes that fits: in each stretch the first is rounded up to a
 * multiple of g minutes past the hour in that zone, g the largest of 60, 30, 20, 15, 10, 5 that divides the step; then every step.
 */
export function startsIn(
  intervals: readonly Interval[],
  length: number,
  stepMinutes: number,
  zone: TimeZone,
): number[] {
  const rounding = roundings.find((minutes) => stepMinutes % minutes === 0) ?? 1;
  const starts: number[] = [];
  for (const [from, to] of intervals) {
    for (let start = roundUp(from, rounding, zone); start + length <= to; start += stepMinutes)
      starts.push(start);
  }
  return starts;
}

function roundUp(from: number, rounding: number, zone: TimeZone): number {
  let start = from;
  // Twice only where the clocks change in between by less than the rounding.
  for (;;) {
    const wall = start + offsetMinutesAt(start * minute, zone);
    const past = ((wall % rounding) + rounding) % rounding;
    if (past === 0) return start;
    start += rounding - past;
  }
}
