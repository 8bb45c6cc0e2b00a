/** A stable proposal stays checked while an administrator confirms it pair by pair, and the check tells when people changed meanwhile. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { blockingOf, proposePairs } from "../../../shared/domain/matching.ts";
import { anySmallSchool, around, mentor, student } from "./cast.ts";

test("whichever pairs are confirmed first", () => {
  fc.assert(
    fc.property(anySmallSchool(3), fc.array(fc.boolean(), { minLength: 12 }), (people, confirmed) => {
      const { pairs } = proposePairs(around(people), "stable");
      const existing = pairs.filter((_, at) => confirmed[at]).map((pair) => ({ ...pair, stands: true }));
      const waiting = pairs.filter((_, at) => !confirmed[at]);
      expect(blockingOf({ ...around(people), existing }, waiting).againstFirstMentor).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test("a mentor who joins later is one with whom a student would rather be", () => {
  const people = [student("s"), mentor("m")];
  const { pairs } = proposePairs(around(people), "stable");
  const joined = [...people, mentor("n", { focus: ["research"] })];
  expect(blockingOf(around(joined), pairs)).toEqual({ pairs: 1, againstFirstMentor: 1 });
});

test("a mentor who can take fewer by now is not asked to break a promise", () => {
  const people = [student("s"), student("t"), mentor("m", { capacity: 2 })];
  const { pairs } = proposePairs(around(people), "stable");
  expect(pairs).toHaveLength(2);
  const fewer = [...people.slice(0, 2), mentor("m", { capacity: 1 })];
  expect(blockingOf(around(fewer), pairs).againstFirstMentor).toBe(0);
});
