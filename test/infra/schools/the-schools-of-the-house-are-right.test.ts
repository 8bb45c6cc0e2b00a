/** The schools that come with the product pass their own check, and an unknown one is answered with those that are known. */
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { findSchool, readSchools } from "../../../infra/schools/read-school.ts";

const folder = join(import.meta.dirname, "../../../infra/schools");

test("three schools in three zones", () => {
  const schools = readSchools(folder);
  expect(schools.ok && schools.value.map(({ id, timeZone, mayJoin }) => [id, timeZone, mayJoin[0]])).toEqual([
    ["harbour", "America/Chicago", "@harbour.example.edu"],
    ["metro", "America/Los_Angeles", "@metro.example.edu"],
    ["riverside", "America/New_York", "@riverside.example.edu"],
  ]);
});

test("one by its id", () => {
  const school = findSchool(folder, "metro");
  expect(school.ok && school.value.name).toBe("Metro University School of Medicine");
});

test("an unknown id", () => {
  const shown = relative(process.cwd(), folder);
  expect(findSchool(folder, "../riverside")).toEqual({
    ok: false,
    refusal: [
      {
        file: shown,
        sentence: `${shown}: there is no school “../riverside”; known are: harbour, metro, riverside.`,
      },
    ],
  });
});

test("a folder without schools", () => {
  const empty = mkdtempSync(join(tmpdir(), "schools-"));
  expect(readSchools(empty)).toEqual({
    ok: false,
    refusal: [
      { file: empty, sentence: `${empty}: there is no school here; each has a file like riverside.yaml.` },
    ],
  });
  rmdirSync(empty);
});
