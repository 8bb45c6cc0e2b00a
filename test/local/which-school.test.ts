/** Which school a roster or a start belongs to when nobody names one. */
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { schoolById, schoolOfRoster, usualSchool } from "../../infra/local/choose-school.ts";

const folder = mkdtempSync(join(tmpdir(), "schools-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with schools like Riverside, each with its id in place of that. */
function schools(...ids: string[]): string {
  const directory = mkdtempSync(join(folder, "some-"));
  const riverside = readFileSync("infra/schools/riverside.yaml", "utf8");
  for (const id of ids) writeFileSync(join(directory, `${id}.yaml`), riverside.replaceAll("riverside", id));
  return directory;
}

const roster = (...addresses: string[]): Uint8Array =>
  new TextEncoder().encode(
    ["role,name,email", ...addresses.map((it) => `student,Wei Aydin,${it}`)].join("\n"),
  );

it("is the one whose addresses the roster holds most of", () => {
  const mixed = roster("a@hill.example.edu", "b@lake.example.edu", "c@lake.example.edu");
  const { school, fits } = schoolOfRoster(mixed, schools("hill", "lake"));
  expect([school.id, fits]).toEqual(["lake", true]);
});

it("is the same in whatever letters the roster is saved", () => {
  const text = new TextDecoder().decode(roster("a@lake.example.edu"));
  const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
  const { school, fits } = schoolOfRoster(utf16, schools("hill", "lake"));
  expect([school.id, fits]).toEqual(["lake", true]);
});

it("is the only one there is, whatever it is called and wherever the addresses are from", () => {
  const alone = schools("lake");
  const { school, fits } = schoolOfRoster(roster("a@elsewhere.example.org"), alone);
  expect([school.id, fits, usualSchool(alone).id]).toEqual(["lake", false, "lake"]);
});

it("is the example among several", () => {
  const several = schools("lake", "riverside");
  const { school, fits } = schoolOfRoster(roster("a@elsewhere.example.org"), several);
  expect([school.id, fits, usualSchool(several).id]).toEqual(["riverside", false, "riverside"]);
});

it("is asked for where several are there and not the example, and where there is none", () => {
  const sentence =
    "Which school is it? Give its roster, and with --school one of those in infra/schools: hill, lake.";
  const several = schools("lake", "hill");
  expect(() => schoolOfRoster(roster("a@elsewhere.example.org"), several)).toThrow(sentence);
  expect(() => usualSchool(several)).toThrow(sentence);
  expect(() => usualSchool(schools())).toThrow("There is no school in infra/schools; write one first.");
});

it("may have a file that ends in .yml, but not one of each ending", () => {
  const several = schools("hill", "lake");
  renameSync(join(several, "lake.yaml"), join(several, "lake.yml"));
  expect(schoolById("lake", several).id).toBe("lake");
  expect(schoolOfRoster(roster("a@lake.example.edu"), several).school.id).toBe("lake");
  copyFileSync(join(several, "lake.yml"), join(several, "lake.yaml"));
  expect(() => schoolById("lake", several)).toThrow(
    `${join(several, "lake.yml")}: there is lake.yaml as well; keep one of the two.`,
  );
  expect(() => schoolById("pond", several)).toThrow(
    'There is no school "pond". The schools in infra/schools are: hill, lake.',
  );
});
