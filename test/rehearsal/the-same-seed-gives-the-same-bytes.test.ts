/** A rehearsal is the same, byte for byte, for one seed, wherever the machine stands; another seed is another story. */
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Played = { report: string; files: Map<string, string> };

async function rehearse(name: string, seed: string, zone: string): Promise<Played> {
  const out = join(folder, name);
  const options = [
    "--roster",
    "infra/local/seed/roster.csv",
    "--month",
    "2026-12",
    "--seed",
    seed,
    "--out",
    out,
  ];
  const { stdout: report } = await promisify(execFile)(
    process.execPath,
    ["infra/local/rehearse.ts", ...options],
    {
      env: { ...process.env, TZ: zone },
    },
  );
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => /\.\w+$/.test(file));
  return {
    report,
    files: new Map(files.sort().map((file) => [file, readFileSync(join(out, file), "latin1")])),
  };
}

it("prints the figures and leaves the mails, the same ones for the same seed in any zone", {
  timeout: 180_000,
}, async () => {
  const [here, there, other] = await Promise.all([
    rehearse("here", "7", "UTC"),
    rehearse("there", "7", "Australia/Lord_Howe"),
    rehearse("other", "8", "UTC"),
  ]);
  expect(there).toEqual(here);
  expect(here.report).toMatch(/^People\n {2}students {25,}10\n/);
  const mails = Number(/^ {2}all +(\d+)$/m.exec(here.report)![1]);
  const later = Number(/months that follow +(\d+)$/m.exec(here.report)?.[1] ?? 0);
  const notSent = [...here.report.matchAll(/^ {2}not sent: \w+ +(\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
  expect(mails).toBeGreaterThan(60);
  const emls = [...here.files.keys()].filter((file) => file.endsWith(".eml")).length;
  expect(emls).toBeGreaterThanOrEqual(mails);
  expect(emls).toBeLessThanOrEqual(mails + later + notSent);
  expect([...here.files.keys()]).toContain("index.html");

  expect(other.files).not.toEqual(here.files);
});
