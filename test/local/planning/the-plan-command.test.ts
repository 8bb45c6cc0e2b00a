/** `npm run plan` as its user meets it: a verified plan of an instance or a roster, and a sentence for what is broken. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { PlanFigures } from "../../../infra/local/planning/plan-report.ts";
import { readInstance } from "../../../infra/local/planning/read-instance.ts";
import { faultsOfPlan } from "../../../infra/local/planning/verify.ts";
import { makeUpSchool } from "../../bench/made-up-school.ts";

const folder = mkdtempSync(join(tmpdir(), "plan-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { plan: string } };
const [program, ...script] = scripts.plan.split(" ");
const plan = (...args: string[]) => spawnSync(process.execPath, [...script, ...args], { encoding: "utf8" });
const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test("an instance: one object on stdout, which the judge finds right", () => {
  expect(program).toBe("node");
  const text = JSON.stringify(makeUpSchool("protected", 60, 1));
  const { status, stdout, stderr } = plan(written("instance.json", text), "--json");
  expect([status, stderr]).toEqual([0, ""]);
  const figures = JSON.parse(stdout) as PlanFigures;
  expect(Object.keys(figures)).toEqual([
    "plan",
    "placed",
    "objective",
    "bound",
    "unplaced",
    "cpuMs",
    "peakMiB",
  ]);
  const instance = readInstance(Buffer.from(text));
  expect(faultsOfPlan(instance, figures)).toEqual([]);
  expect(figures.bound).toBe(figures.objective);
  expect(figures.plan).toHaveLength(figures.placed);
  expect(figures.placed + figures.unplaced.length).toBe(instance.pairs.ids.length);
});

test("a roster: the month of the pairs that its school would propose", () => {
  const { status, stdout } = plan("test/rosters/riverside.csv", "--month", "2026-12", "--json");
  expect(status).toBe(0);
  const figures = JSON.parse(stdout) as PlanFigures;
  expect(figures.plan.length).toBeGreaterThan(0);
  expect([figures.plan.length, figures.objective]).toEqual([figures.placed, figures.bound]);
});

test.each([
  ["2026-08", (start: number) => start >= (17 - 1) * 1440],
  ["2027-05", (start: number) => start < (28 - 1) * 1440 + 9 * 60],
])("a roster in %s: nobody meets before the school year or after it", (month, lies) => {
  const { stdout } = plan("test/rosters/riverside.csv", "--month", month, "--json");
  const { plan: placed } = JSON.parse(stdout) as { plan: [string, number][] };
  expect([placed.length > 0, placed.every(([, start]) => lies(start))]).toEqual([true, true]);
});

test("a roster in a month outside the school year is refused", () => {
  expect(plan("test/rosters/riverside.csv", "--month", "2027-06")).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringContaining(
      "The school year of riverside lasts from 2026-08-17 to 2027-05-28, and no month outside it opens.",
    ),
  });
});

test("a roster in a month whose clocks change: each meeting in what its people gave", () => {
  const { stdout } = plan("test/rosters/riverside.csv", "--month", "2027-03");
  // Clocks go forward on March 14; Sofia Keller's only Monday window is 17:30 to 18:30.
  expect(stdout).toMatch(/^nils-lund\S* with sofia-keller\S*\tday \d+ 17:30\t\d+$/m);
});

test.each([
  ["--steps is for an instance", "a roster", ["--steps", "5"]],
  ["--month is for a roster", "an instance", ["--month", "2026-12"]],
  ["--school is for a roster", "an instance", ["--school", "riverside"]],
])("%s, and is refused for %s", (sentence, what, words) => {
  const file =
    what === "a roster"
      ? "test/rosters/riverside.csv"
      : written("small.json", JSON.stringify(makeUpSchool("protected", 6, 1)));
  const { status, stdout, stderr } = plan(file, ...words);
  expect([status, stdout, stderr]).toEqual([2, "", `${sentence}, and ${file} is none. Leave it out.\n`]);
});

test("a file that no text can hold is not read", () => {
  const path = written("huge.json", "{");
  truncateSync(path, 600 * 2 ** 20);
  const { status, stdout, stderr } = plan(path);
  expect([status, stdout, stderr]).toEqual([
    2,
    "",
    `${path} is larger than 511 MiB, which is more than can be read. Check that it is the file you mean.\n`,
  ]);
});

test.each([
  ["empty.json", ""],
  ["null.json", "null"],
  ["number.json", "42"],
  ["utf-16.json", Buffer.from("\uFEFF{}", "utf16le")],
])("%s is refused in one sentence about instances", (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  const { status, stdout, stderr } = plan(path);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^\S+: (this is not JSON|this is not text in UTF-8|the file must be).+\.\n$/);
});

test.each([
  [
    "cut short",
    '{"format": "mentor-month/1", "days"',
    /^\S+: this is not JSON, or it was cut short: .+\.\n$/,
  ],
  [
    "of another kind",
    '{"format": "mentor-week/1"}',
    /^\S+: its format must be “mentor-month\/1”, and .+\.\n$/,
  ],
])("a file that is %s: a sentence on stderr, and exit code 2", (name, text, sentence) => {
  const { status, stdout, stderr } = plan(written(`${name}.json`.replaceAll(" ", "-"), text), "--json");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(sentence);
});
