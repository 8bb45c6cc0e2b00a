/** Every command answers what is wrong with its words in one sentence of its own, with its usage and exit code 2, and `--help` with the usage alone. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freePort } from "./free-port.ts";

const run = (script: string, ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
};

const usage = "Use: npm run cost -- [--pairs 500] [--json] | --measure";

it.each([
  [["--pairs", "-5"], "--pairs needs a value, which begins with no dash."],
  [["--pairs"], "--pairs needs a value, which begins with no dash."],
  [["--pairs", ""], "--pairs needs a value, which begins with no dash."],
  [["--pairs", "5", "--json", "--pairs=6"], "--pairs is given twice."],
  [["--json=yes"], "Option '--json' does not take an argument."],
  [["--mentors", "5"], "Unknown option '--mentors'."],
  [["500"], "Unexpected argument '500'."],
])("cost %j", (words, sentence) => {
  expect(run("infra/operations/cost/cost.ts", ...words)).toEqual({
    status: 2,
    stdout: "",
    stderr: `${sentence} ${usage}\n`,
  });
});

it.each([
  ["npm run cost --pairs=5", "--pairs"],
  ["npm run cost --pairs 5", "--pairs"],
  ["npm run cost --measure", "--measure"],
])("what npm takes of `%s` is told, and nothing is done", (line, option) => {
  const { status, stdout, stderr } = spawnSync(line, { encoding: "utf8", shell: true });
  expect([
    status,
    stdout
      .split("\n")
      .filter((told) => !told.startsWith(">"))
      .join(""),
  ]).toEqual([2, ""]);
  expect(stderr).toContain(`npm took ${option} for itself: put -- before all options. ${usage}\n`);
});

it("what is npm's own as well is let be, and so is what npm was once told and the command is told again", () => {
  const env = { ...process.env, npm_config_yes: "true", npm_config_json: "true", npm_config_pairs: "7" };
  const words = ["infra/operations/cost/cost.ts", "--pairs", "5"];
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: "utf8", env });
  expect([status, stdout.split(",")[0]]).toEqual([0, "A school of 5 pairs"]);
});

it.each([
  ["start", "infra/local/start.ts"],
  ["run rehearse", "infra/local/rehearse.ts"],
  ["run plan", "infra/local/plan.ts"],
  ["run match", "infra/local/match.ts"],
  ["run cost", "infra/operations/cost/cost.ts"],
  ["run bench", "test/bench/bench.ts"],
  ["run bench:init", "test/bench/start-up.ts"],
  ["run faults", "test/faults/run.ts"],
  ["run school", "infra/schools/check.ts"],
])("npm %s -- --help", (command, script) => {
  const { status, stdout, stderr } = run(script, "--help");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n")).toEqual([expect.stringMatching(`^npm ${command} -- `), ""]);
});

it("a file without a name is none", () => {
  expect(run("infra/local/match.ts", "")).toEqual({
    status: 2,
    stdout: "",
    stderr:
      "Say one file. Use: npm run match -- FILE [--mode stable|nobody-left-out] [--json] [--school ID]\n",
  });
});

it("bench:init measures no number of times that is none", () => {
  expect(run("test/bench/start-up.ts", "--times", "often")).toEqual({
    status: 2,
    stdout: "",
    stderr: '--times takes a whole number from 1 to 1000, not "often".\n',
  });
});

it.each([
  [
    ["--quick"],
    "Unknown option '--quick'. Use: npm run faults -- [--ci] [--minutes N] [--seed S] | --sabotages | --replay STORY",
  ],
  [["--minutes", "long"], '--minutes takes a whole number from 1 to 10000, not "long".'],
  [
    ["--replay", "nonsense"],
    'There is no story called "nonsense". Give the name that a finding was told with.',
  ],
])("faults %j tells no story", (words, sentence) => {
  expect(run("test/faults/run.ts", ...words)).toEqual({ status: 2, stdout: "", stderr: `${sentence}\n` });
});

it.each([
  ["| true", "--help", 0],
  ["2>&1 | true", "nowhere.json", 2],
])("whoever reads no further, such as `%s`, gets no fault", (pipe, word, code) => {
  const command = `"${process.execPath}" --import ./infra/require-node-24.mjs infra/local/plan.ts ${word}`;
  const { stdout, stderr } = spawnSync(
    "sh",
    ["-c", `exec 3>&2; (sleep 0.2; ${command}; echo "ended with $?" >&3) ${pipe}`],
    { encoding: "utf8" },
  );
  expect([stdout, stderr]).toEqual(["", `ended with ${code}\n`]);
});

it("start tells in a sentence what the machine would not do, such as to write what is too large for it", async () => {
  const data = mkdtempSync(join(tmpdir(), "mentor-rounds-"));
  const words = [
    "--roster",
    "infra/local/seed/roster.csv",
    "--data",
    data,
    "--port",
    String(await freePort()),
  ];
  const { status, stdout, stderr } = spawnSync(
    "sh",
    ["-c", 'ulimit -f 1; exec "$@"', "sh", process.execPath, "infra/local/start.ts", ...words],
    { encoding: "utf8" },
  );
  rmSync(data, { recursive: true });
  expect([status, stdout, stderr]).toEqual([
    1,
    "",
    "This machine did not do it (EFBIG: file too large, write). Put that right, then do it again.\n",
  ]);
});
