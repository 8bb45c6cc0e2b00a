/** A rehearsal that would begin outside the school year is refused, since no month of it would open. */
import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it.each(["2026-07", "2027-06"])("%s is refused, and no month is played", (month) => {
  const options = [
    "infra/local/rehearse.ts",
    ...["--roster", "infra/local/seed/roster.csv", "--school", "riverside", "--month", month],
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  expect([status, stdout, stderr]).toEqual([
    2,
    "",
    "The school year of riverside lasts from 2026-08-17 to 2027-05-28, and no month outside it opens. Give a --month from 2026-08 to 2027-05, or change schoolYear in the school's file.\n",
  ]);
});
