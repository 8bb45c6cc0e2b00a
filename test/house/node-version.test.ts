/** On another Node a person reads one sentence and not a stack trace. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const check = ["--import", "./infra/require-node-24.mjs"];
const onNode = (version: string, ...more: string[]) => {
  const pretend = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`;
  const begin = ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`, ...check];
  return spawnSync(process.execPath, [...begin, ...more], { encoding: "utf8" });
};

it("Node 20 is refused before the program is read, with exit code 2", () => {
  const { status, stdout, stderr } = onNode("20.20.2", "-e", "console.log('ran')");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^Mentor Rounds runs on Node 24, and this is Node 20\.20\.2\. .*`npm ci`.*\n$/);
});

it("Node 24 runs the program", () => {
  expect(onNode("24.99.0", "-e", "console.log('ran')")).toMatchObject({
    status: 0,
    stdout: "ran\n",
    stderr: "",
  });
});

it("every script that runs our own code checks first", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const { app } = JSON.parse(readFileSync("cdk.json", "utf8")) as { app: string };
  const bare = [...Object.values(scripts), app].filter(
    (line) => /\bnode\b.*\.ts\b/.test(line) && !line.includes(check.join(" ")),
  );
  expect(bare).toEqual([]);
  expect(scripts.pretest).toBe("node infra/require-node-24.mjs");
});
