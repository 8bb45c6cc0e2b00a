/** The schools that come with the product pass their own check, and an unknown one is answered with those that are known. */
import { mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import type * as z from "zod/mini";
import { findSchool, readSchools } from "../../../infra/schools/read-school.ts";
import { schoolSchema } from "../../../shared/domain/school-schema.ts";

const folder = join(import.meta.dirname, "../../../infra/schools");

test("three schools in three zones", () => {
  const schools = readSchools(folder);
  expect(schools.ok && schools.value.map(({ id, timeZone, mayJoin }) => [id, timeZone, mayJoin[0]])).toEqual([
    ["harbour", "America/Chicago", "@harbour.example.edu"],
    ["metro", "America/Los_Angeles", "@metro.example.edu"],
    ["riverside", "America/New_York", "@riverside.example.edu"],
  ]);
});

/** The names of all settings below a rule, groups before what is in them. */
function settingsIn({ _zod: { def } }: z.core.$ZodType): string[] {
  type Rule = z.core.$ZodType;
  const { shape, element, innerType } = def as {
    shape?: Record<string, Rule>;
    element?: Rule;
    innerType?: Rule;
  };
  if (shape) return Object.entries(shape).flatMap(([name, rule]) => [name, ...settingsIn(rule)]);
  const below = element ?? innerType;
  return below ? settingsIn(below) : [];
}

test("the file that others are copied from has every setting, in use or in a comment", () => {
  const text = readFileSync(join(folder, "riverside.yaml"), "utf8");
  const names = settingsIn(schoolSchema);
  expect(names.filter((name) => !new RegExp(`\\b${name}:`).test(text))).toEqual([]);
  expect(names).toContain("perSecond");
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
