/** Matching a year of students to mentors, in both ways: the choosing alone, without making the wishes up and reading them. */
import type { MatchingMode } from "../../../shared/domain/matching/modes.ts";
import type { BenchGroup } from "../group.ts";
import { medianOf } from "../measure.ts";

type Case = { students: number; mode: MatchingMode; limitMs: number };

const cases: readonly Case[] = [
  { students: 20_000, mode: "stable", limitMs: 150 },
  { students: 1_000, mode: "nobody-left-out", limitMs: 3_000 },
];

export const matching: BenchGroup = {
  name: "matching",
  title: "Matching: processor time to choose",
  *rows({ quick }) {
    for (const { students, mode, limitMs } of cases) {
      const told = medianOf("match-school", [String(students), mode], quick ? 1 : 5);
      yield {
        what: `${mode.replaceAll("-", " ")}, ${students.toLocaleString("en-US")} students`,
        found: `${told.chooseMs!.toFixed(0)} ms; ${told.pairs} pairs, ${told.withoutMentor} without a mentor, ${told.blockingAgainstFirstMentor} blocking a first mentor`,
        limit: `${limitMs.toLocaleString("en-US")} ms`,
        kept: told.chooseMs! <= limitMs,
      };
    }
  },
};
