/** Branches take a mentor's month only where everything has room: a set that is too small would drop candidates unseen. */
import { expect, test } from "vitest";
import { isForBranches } from "../../../shared/domain/plan/branches.ts";
import type { Listing } from "../../../shared/domain/plan/listing.ts";

/** A month of which only the number of each pair's candidates is known. */
function monthOf(candidates: readonly number[]): Listing {
  const begin = Int32Array.from({ length: candidates.length + 1 }, (_, bit) =>
    candidates.slice(0, bit).reduce((sum, each) => sum + each, 0),
  );
  return { begin, count: candidates.length } as Listing;
}

const times = (count: number, each: number): number[] => Array.from({ length: count }, () => each);

test.each<[string, number[], boolean]>([
  ["31 candidates of a pair fit into a set", [31, 1], true],
  ["32 do not", [1, 32], false],
  ["31 pairs have room", times(31, 3), true],
  ["32 have not", times(32, 3), false],
  ["96 candidates of all pairs have room", times(4, 24), true],
  ["97 have not", [...times(3, 24), 25], false],
])("%s", (_, candidates, expected) => {
  expect(isForBranches(monthOf(candidates))).toBe(expected);
});
