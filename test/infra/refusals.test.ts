/** A wrong school stops the deployment with a sentence before anything is made. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const directory = mkdtempSync(join(tmpdir(), "schools-"));
afterAll(() => rmSync(directory, { recursive: true }));

it("a wrong setting is told on stderr, with exit code 2 and nothing on stdout", () => {
  const right = readFileSync("infra/schools/riverside.yaml", "utf8");
  const wrong = right.replace(/^timeZone: .*$/m, "timeZone: Boston");
  expect(wrong).not.toBe(right);
  writeFileSync(join(directory, "riverside.yaml"), wrong);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["infra/app.ts"], {
    encoding: "utf8",
    env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify({ schools: directory }) },
  });
  expect(stderr).toMatch(/riverside\.yaml.*timeZone.*IANA time zone/);
  expect(stderr).not.toContain("    at ");
  expect([status, stdout]).toEqual([2, ""]);
});
