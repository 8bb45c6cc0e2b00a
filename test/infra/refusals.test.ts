/** A wrong school, or a restored table of none, stops the deployment with a sentence before anything is made. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const directory = mkdtempSync(join(tmpdir(), "schools-"));
afterAll(() => rmSync(directory, { recursive: true }));

const deploy = (context: Record<string, unknown>) =>
  spawnSync(process.execPath, ["infra/app.ts"], {
    encoding: "utf8",
    env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context) },
  });

it("a wrong setting is told on stderr, with exit code 2 and nothing on stdout", () => {
  const right = readFileSync("infra/schools/riverside.yaml", "utf8");
  const wrong = right.replace(/^timeZone: .*$/m, "timeZone: Boston");
  expect(wrong).not.toBe(right);
  writeFileSync(join(directory, "riverside.yaml"), wrong);
  const { status, stdout, stderr } = deploy({ schools: directory });
  expect(stderr).toMatch(/riverside\.yaml.*timeZone.*IANA time zone/);
  expect(stderr).not.toContain("    at ");
  expect([status, stdout]).toEqual([2, ""]);
});

it("a restored table under an id that no school has is told, with the ids there are", () => {
  const { status, stdout, stderr } = deploy({ restoredTables: { riversid: "riverside-restored" } });
  expect([status, stdout, stderr]).toEqual([
    2,
    "",
    "restoredTables in cdk.json: there is no school “riversid” in infra/schools; known are: harbour, metro, riverside.\n",
  ]);
});
