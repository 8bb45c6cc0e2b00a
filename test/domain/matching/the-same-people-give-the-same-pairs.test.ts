/** The proposal depends on who the people are and on the lottery's seed, not on the order in which they are listed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { matchingModes } from "../../../shared/domain/matching/modes.ts";
import { proposePairs } from "../../../shared/domain/matching.ts";
import { anySmallSchool, around, mentor, student } from "./cast.ts";

test("in any order", () => {
  const anyTwoOrders = anySmallSchool(3).chain((people) =>
    fc.record({
      people: fc.constant(people),
      shuffled: fc.shuffledSubarray(people, { minLength: people.length }),
    }),
  );
  fc.assert(
    fc.property(
      anyTwoOrders,
      fc.string(),
      fc.constantFrom(...matchingModes),
      ({ people, shuffled }, seed, mode) => {
        expect(proposePairs(around(shuffled, seed), mode)).toEqual(proposePairs(around(people, seed), mode));
      },
    ),
  );
});

test("a tie falls by the seed", () => {
  const people = [student("a"), student("b"), student("c"), student("d"), mentor("m")];
  const winner = (seed: string) => proposePairs(around(people, seed), "stable").pairs[0]!.studentId;
  expect([..."0123456789"].map(winner)).toEqual([..."0123456789"].map(winner));
  expect(new Set([..."0123456789abcdefghij"].map(winner))).toEqual(new Set(["a", "b", "c", "d"]));
});
