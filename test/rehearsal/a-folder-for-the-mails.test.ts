/** The folder for a rehearsal's mails is tried before anything is played. */
import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const roster = "infra/local/seed/roster.csv";
const rehearse = (out: string) => {
  const options = ["infra/local/rehearse.ts", "--roster", roster, "--out", out];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  return { status, stdout, stderr };
};

it.each([roster, `${roster}/mails`])("%s is refused, and no month is played", (out) => {
  expect(rehearse(out)).toEqual({
    status: 2,
    stdout: "",
    stderr: `${out} is no folder. Name one with --out.\n`,
  });
});
