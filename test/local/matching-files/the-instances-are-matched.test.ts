/** Instances whose optimum is known, from an independent solver, are matched as well as can be, whatever the order of the file. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type MatchFigures, matchFigures } from "../../../infra/local/matching-files/figures.ts";
import { readInstance } from "../../../infra/local/matching-files/instance.ts";
import type { MatchingMode } from "../../../shared/domain/matching/modes.ts";

type Instance = { students: { id: string; ranked: [string, number][] }[]; mentors: { id: string }[] };

const fileOf = (name: string): Instance =>
  JSON.parse(readFileSync(`test/domain/matching/instances/match-${name}-100-seed1.json`, "utf8")) as Instance;

function figuresOf(file: Instance, mode: MatchingMode): MatchFigures {
  const read = readInstance(Buffer.from(JSON.stringify(file)));
  if (!read.ok) throw new Error(read.refusal);
  return matchFigures(read.value, mode);
}

test.each([
  ["balanced", { pairs: 126, withoutMentor: 2, score: 8282 }],
  ["lopsided", { pairs: 127, withoutMentor: 1, score: 7903 }],
  ["scarce", { pairs: 113, withoutMentor: 0, score: 7289 }],
])("nobody left out: %s", (name, optimum) => {
  const { pairs, withoutMentor, score } = figuresOf(fileOf(name), "nobody-left-out");
  expect({ pairs: pairs.length, withoutMentor, score }).toEqual(optimum);
});

test.each([
  ["balanced", { pairs: 124, withoutMentor: 2, score: 8036, blockingAgainstFirstMentor: 0 }],
  ["lopsided", { pairs: 120, withoutMentor: 1, score: 7489, blockingAgainstFirstMentor: 0 }],
  ["scarce", { pairs: 101, withoutMentor: 9, score: 6670, blockingAgainstFirstMentor: 0 }],
])("stable: %s", (name, known) => {
  const { pairs, withoutMentor, score, blockingAgainstFirstMentor } = figuresOf(fileOf(name), "stable");
  expect({ pairs: pairs.length, withoutMentor, score, blockingAgainstFirstMentor }).toEqual(known);
});

test.each(["stable", "nobody-left-out"] as const)("%s: the order of the file does not matter", (mode) => {
  const file = fileOf("scarce");
  const turned = { ...file, students: file.students.toReversed(), mentors: file.mentors.toReversed() };
  expect(new Set(figuresOf(turned, mode).pairs.map(String))).toEqual(
    new Set(figuresOf(file, mode).pairs.map(String)),
  );
});

test("a pair is possible only when each is on the other's list", () => {
  const file = {
    format: "mentor-match/1",
    students: [
      {
        id: "s",
        wants: 1,
        ranked: [
          ["m", 9],
          ["n", 5],
        ],
      },
    ],
    mentors: [
      { id: "m", capacity: 1, ranked: [] },
      { id: "n", capacity: 1, ranked: ["s"] },
    ],
  } as unknown as Instance;
  const expected = {
    pairs: [["s", "n"]],
    withoutMentor: 0,
    score: 5,
    blockingPairs: 0,
    blockingAgainstFirstMentor: 0,
  };
  expect(figuresOf(file, "stable")).toEqual(expected);
  expect(figuresOf(file, "nobody-left-out")).toEqual(expected);
});
