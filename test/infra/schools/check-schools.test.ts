/** `npm run school -- check` says what is right and what is wrong, and ends with 2 when anything is wrong. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "schools-"));
afterAll(() => rmSync(folder, { recursive: true }));
const riverside = readFileSync("infra/schools/riverside.yaml", "utf8");
writeFileSync(join(folder, "riverside.yaml"), riverside);
writeFileSync(
  join(folder, "lakeside.yaml"),
  riverside
    .replace("id: riverside", "id: lakeside")
    .replace("timeZone: America/New_York", "timeZone: Boston")
    .replace("minutes: 45", "minutes: 7"),
);

const check = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["infra/schools/check.ts", ...words], {
    encoding: "utf8",
  });
  const lines = (text: string) => text.replaceAll(`${folder}/`, "").split("\n").filter(Boolean);
  return { status, out: lines(stdout), errors: lines(stderr) };
};
const lineOf = (text: string) => riverside.slice(0, riverside.indexOf(text)).split("\n").length;

it("the schools of the house are right", () => {
  const { status, out, errors } = check("check");
  expect([status, errors]).toEqual([0, []]);
  expect(out.map((line) => line.split(":")[0])).toEqual([
    "harbour is right",
    "metro is right",
    "riverside is right",
  ]);
});

it("every fault of every school is told, with file, line, setting and rule", () => {
  expect(check("check", "--schools", folder)).toEqual({
    status: 2,
    out: [],
    errors: [
      `lakeside.yaml, line ${lineOf("timeZone:")}: timeZone is Boston: it does not name a region and a city; use an IANA time zone such as America/New_York.`,
      `lakeside.yaml, line ${lineOf("minutes: 45")}: meeting.minutes is 7: it must be a whole number from 15 to 180.`,
    ],
  });
});

it("one school is checked by itself", () => {
  const { status, out, errors } = check("check", "riverside", "--schools", folder);
  expect([status, errors]).toEqual([0, []]);
  expect(out).toEqual([
    expect.stringMatching(
      /^riverside is right: Riverside School of Medicine, America\/New_York, mail from mentoring@riverside\.example\.edu; \d+ of 3200 bytes used\.$/,
    ),
  ]);
});

it("a school with two files is refused, whichever of the two is meant", () => {
  const both = join(folder, "both");
  mkdirSync(both);
  for (const ending of ["yaml", "yml"]) writeFileSync(join(both, `riverside.${ending}`), riverside);
  const refused = {
    status: 2,
    out: [],
    errors: ["both/riverside.yml: there is riverside.yaml as well; keep one of the two."],
  };
  expect(check("check", "--schools", both)).toEqual(refused);
  expect(check("check", "riverside", "--schools", both)).toEqual(refused);
});

it("an unknown school is answered with those that are known", () => {
  expect(check("check", "hillside", "--schools", folder)).toEqual({
    status: 2,
    out: [],
    errors: [`${folder}: there is no school “hillside”; known are: lakeside, riverside.`],
  });
});

it.each([
  ["nowhere", "there is no such folder."],
  ["riverside.yaml", "this is no folder; give the one that the schools' files are in."],
])("--schools %s, with or without an id", (name, sentence) => {
  const refused = { status: 2, out: [], errors: [`${name}: ${sentence}`] };
  expect(check("check", "--schools", join(folder, name))).toEqual(refused);
  expect(check("check", "riverside", "--schools", join(folder, name))).toEqual(refused);
});

it.each([
  ["", []],
  ["", ["deploy"]],
  ["", ["check", "riverside", "metro"]],
  ["Unknown option '--all'. ", ["check", "--all"]],
])("%sUse: … is the answer to %j", (fault, words) => {
  expect(check(...words)).toEqual({
    status: 2,
    out: [],
    errors: [`${fault}Use: npm run school -- check [ID] [--schools FOLDER]`],
  });
});
