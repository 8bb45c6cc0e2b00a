/** Joining, cutting and overlapping stretches agrees with looking at every single minute. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { clip, type Interval, intersect, merge, subtract, widen } from "../../shared/domain/intervals.ts";

const minutes = 40;
const lists = fc.array(fc.tuple(fc.nat(minutes), fc.nat(minutes)), { maxLength: 8 });

const covers = (intervals: readonly Interval[], at: number) =>
  intervals.some(([from, to]) => from <= at && at < to);

/** The list that covers exactly the minutes for which `holds`. */
function listOf(holds: (at: number) => boolean): Interval[] {
  const list: [number, number][] = [];
  for (let at = -minutes; at < 2 * minutes; at++) {
    if (!holds(at)) continue;
    const last = list.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else list.push([at, at + 1]);
  }
  return list;
}

test("merge covers what any stretch covers", () => {
  fc.assert(
    fc.property(lists, (list) => {
      expect(merge(list)).toEqual(listOf((at) => covers(list, at)));
    }),
  );
});

test("intersect, subtract and clip keep what they say", () => {
  fc.assert(
    fc.property(
      lists.map(merge),
      lists.map(merge),
      fc.nat(minutes),
      fc.nat(minutes),
      (left, right, from, to) => {
        expect(intersect(left, right)).toEqual(listOf((at) => covers(left, at) && covers(right, at)));
        expect(subtract(left, right)).toEqual(listOf((at) => covers(left, at) && !covers(right, at)));
        expect(clip(left, from, to)).toEqual(listOf((at) => covers(left, at) && from <= at && at < to));
      },
    ),
  );
});

test("widen adds the minutes before and after", () => {
  fc.assert(
    fc.property(lists.map(merge), fc.nat(5), (list, by) => {
      const near = (at: number) => list.some(([from, to]) => from - by <= at && at < to + by);
      expect(widen(list, by)).toEqual(listOf(near));
    }),
  );
});

test("clipping by no limit changes nothing", () => {
  expect(
    clip(
      [
        [1, 2],
        [4, 8],
      ],
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ),
  ).toEqual([
    [1, 2],
    [4, 8],
  ]);
});
