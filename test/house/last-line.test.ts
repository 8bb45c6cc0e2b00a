/** The last line of a CI run counts what happened, and a run in which nothing happened has failed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const directory = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(directory, { recursive: true }));

const counted = (report: object | undefined, ...broken: string[]) => {
  const file = join(directory, report ? "report.json" : "none.json");
  if (report) writeFileSync(file, JSON.stringify(report));
  const run = spawnSync(process.execPath, [".ci/count-tests.mjs", file, ...broken], { encoding: "utf8" });
  return [run.stdout.trimEnd().split("\n").at(-1), run.status];
};
const report = (numPassedTests: number, numFailedTests: number, numPendingTests = 0) => ({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests: 0,
});

it.each([
  ["all pass", counted(report(12, 0)), ["12 passed, 0 failed", 0]],
  ["some are skipped", counted(report(12, 0, 2)), ["12 passed, 0 failed, 2 skipped", 0]],
  ["one fails", counted(report(11, 1), "tests"), ["11 passed, 1 failed", 1]],
  ["a file cannot be read", counted(report(11, 0), "tests"), ["11 passed, 1 failed", 1]],
  ["another step breaks", counted(report(12, 0), "lint", "synth"), ["12 passed, 2 failed", 1]],
  ["no test ran", counted(report(0, 0)), ["0 passed, 1 failed", 1]],
  ["there is no report", counted(undefined, "tests"), ["0 passed, 1 failed", 1]],
])("when %s", (_what, told, expected) => {
  expect(told).toEqual(expected);
});
