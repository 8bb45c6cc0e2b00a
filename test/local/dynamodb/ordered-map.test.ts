/** The ordered map reads every range as a sorted list would, after any insertions and removals. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { orderedMap, type Range } from "../../../infra/local/dynamodb/ordered-map.ts";

const anyKey = fc.stringMatching(/^[a-c/]{1,4}$/);
const anyRange: fc.Arbitrary<Range> = fc
  .record({
    low: fc.option(fc.tuple(fc.constantFrom("gt", "gte"), anyKey), { nil: undefined }),
    high: fc.option(fc.tuple(fc.constantFrom("lt", "lte"), anyKey), { nil: undefined }),
    limit: fc.integer({ min: -1, max: 5 }),
    reverse: fc.boolean(),
  })
  .map(({ low, high, limit, reverse }) => ({
    ...(low && { [low[0]]: low[1] }),
    ...(high && { [high[0]]: high[1] }),
    limit,
    reverse,
  }));

/** The same range, read the slow way. */
function slowly(keys: string[], { gt, gte, lt, lte, limit = -1, reverse }: Range): string[] {
  const within = keys
    .filter((key) => (gt === undefined || key > gt) && (gte === undefined || key >= gte))
    .filter((key) => (lt === undefined || key < lt) && (lte === undefined || key <= lte))
    .sort();
  if (reverse) within.reverse();
  return limit < 0 ? within : within.slice(0, limit);
}

test("small maps, any range", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyKey, fc.boolean())), anyRange, (steps, range) => {
      const map = orderedMap<string>();
      const plain = new Set<string>();
      for (const [key, stays] of steps) {
        if (stays) map.set(key, key);
        else map.delete(key);
        if (stays) plain.add(key);
        else plain.delete(key);
      }
      expect([...map.values(range)]).toEqual(slowly([...plain], range));
      expect(map.size).toBe(plain.size);
    }),
  );
});

test("five thousand keys in any order, and half of them gone again", () => {
  const map = orderedMap<number>();
  const keys = Array.from({ length: 5000 }, (_, index) => String((index * 7919) % 5000).padStart(4, "0"));
  for (const key of keys) map.set(key, Number(key));
  for (const key of keys) if (Number(key) % 2 === 1) map.delete(key);
  const even = Array.from({ length: 2500 }, (_, index) => index * 2);
  expect([...map.values({})]).toEqual(even);
  expect([...map.values({ reverse: true })]).toEqual([...even].reverse());
  expect([...map.values({ gt: "1000", lte: "1010" })]).toEqual([1002, 1004, 1006, 1008, 1010]);
});
