/** The planner against HiGHS, a general solver for integer programs, on the same schools in the same run. */
import { join } from "node:path";
import type { BenchGroup, BenchOptions } from "../group.ts";
import { middleOf, runChild, runsOf, type Told } from "../measure.ts";
import { schoolFile } from "../school-files.ts";

const classes = ["easy", "medium", "tight", "protected"] as const;
const limits = { 1000: 40, 20000: 250 } as const;
const highsMinutes = 30;

export const againstHighs: BenchGroup = {
  name: "highs",
  title: "Processor time against HiGHS (npm `highs`), same objective",
  *rows(options) {
    for (const students of [1_000, 20_000] as const)
      for (const name of options.quick ? classes.slice(-1) : classes) yield row(name, students, options);
  },
};

function row(
  name: (typeof classes)[number],
  students: 1_000 | 20_000,
  { quick, full, instances }: BenchOptions,
) {
  const what = `${name}, ${students.toLocaleString("en-US")} students`;
  const limit = `at most 1/${limits[students]}`;
  if (students === 20_000 && !full) return { what, found: "not run (`--full`)", limit, kept: undefined };
  // Of 1,000 students the known school of the class, of 20,000 a made-up one.
  const file = students === 1_000 ? join(instances, `${name}-1000-seed1.json`) : schoolFile(name, students);
  // Half of our runs come before and half after, so that a machine that is slow for a while is slow for both.
  const half = quick ? 2 : 5;
  const before = runsOf("plan-file", [file], half);
  const theirs = runChild("highs-file", [file], highsMinutes);
  const ours = middleOf([...before, ...runsOf("plan-file", [file], half - 1)]);
  if (!theirs) return { what, found: `HiGHS did not end in ${highsMinutes} minutes`, limit, kept: undefined };
  return { what, limit, ...compared(ours, theirs, limits[students]) };
}

function compared(ours: Told, theirs: Told, least: number): { found: string; kept: boolean } {
  const times = theirs.planMs! / ours.planMs!;
  const same = ours.objective === theirs.objective;
  return {
    found: `1/${times.toFixed(0)} (${ours.planMs!.toFixed(0)} ms against ${(theirs.planMs! / 1000).toFixed(1)} s), ${
      same ? "the same objective" : `objective ${ours.objective} against ${theirs.objective}`
    }`,
    kept: same && times >= least,
  };
}
