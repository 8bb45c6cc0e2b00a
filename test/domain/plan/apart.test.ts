/** Pairs are in one group when they share somebody, directly or through other pairs, and only then. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { groupsApart } from "../../../shared/domain/plan/apart.ts";

const pair = (student: string, mentor: string) => ({ student, mentor });
const told = (pairs: ReturnType<typeof pair>[]) =>
  groupsApart(pairs).map((group) => group.map(({ student, mentor }) => student + mentor).sort());

test.each([
  ["nobody", [], []],
  ["who share a mentor", [pair("a", "m"), pair("b", "n"), pair("c", "m")], [["am", "cm"], ["bn"]]],
  ["who share a student", [pair("a", "m"), pair("a", "n")], [["am", "an"]]],
  ["who are joined by a later pair", [pair("a", "m"), pair("b", "n"), pair("b", "m")], [["am", "bm", "bn"]]],
  ["of whom one is a student here and a mentor there", [pair("a", "m"), pair("b", "a")], [["am", "ba"]]],
])("%s", (_who, pairs, groups) => {
  expect(told(pairs)).toEqual(groups);
});

test("every pair is in one group, and nobody in two", () => {
  const person = (letter: string) => fc.nat(6).map((number) => `${letter}${number}`);
  fc.assert(
    fc.property(fc.array(fc.record({ student: person("s"), mentor: person("m") })), (pairs) => {
      const groups = groupsApart(pairs);
      expect(new Set(groups.flat())).toEqual(new Set(pairs));
      expect(groups.flat()).toHaveLength(pairs.length);
      const people = groups.map(
        (group) => new Set(group.flatMap(({ student, mentor }) => [student, mentor])),
      );
      const everybody = new Set(people.flatMap((group) => [...group]));
      expect(people.reduce((sum, group) => sum + group.size, 0)).toBe(everybody.size);
    }),
  );
});
