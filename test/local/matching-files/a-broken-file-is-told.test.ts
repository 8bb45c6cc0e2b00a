/** A file that cannot be matched gets one sentence that says where it is broken. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readInstance } from "../../../infra/local/matching-files/instance.ts";

const student = { id: "s1", wants: 1, ranked: [["m1", 80]] };
const mentor = { id: "m1", capacity: 1, ranked: ["s1"] };
const whole = { format: "mentor-match/1", students: [student], mentors: [mentor] };

test.each<[broken: unknown, sentence: string]>([
  [[], "the file must be a group of named values."],
  [{ ...whole, format: undefined }, "its format must be “mentor-match/1”, and it says none."],
  [
    { ...whole, format: "mentor-month/1" },
    "its format must be “mentor-match/1”, and it says “mentor-month/1”, which `npm run plan` takes.",
  ],
  [{ ...whole, students: undefined }, "students must be a list."],
  [{ ...whole, mentors: [null] }, "mentors, entry 1 must be a group of named values."],
  [{ ...whole, students: [{ ...student, id: 7 }] }, "students, entry 1: id must be a text."],
  [{ ...whole, students: [student, student] }, "the student s1 is twice in the file."],
  [{ ...whole, mentors: [mentor, mentor] }, "the mentor m1 is twice in the file."],
  [
    { ...whole, students: [{ ...student, wants: 1.5 }] },
    "student s1: wants must be a whole number from 0 to 10.",
  ],
  [
    { ...whole, mentors: [{ ...mentor, capacity: -1 }] },
    "mentor m1: capacity must be a whole number from 0 to 100,000.",
  ],
  [
    { ...whole, mentors: [{ ...mentor, ranked: ["s2"] }] },
    'mentor m1: ranked names the student "s2", who is not in the file.',
  ],
  [{ ...whole, mentors: [{ ...mentor, ranked: ["s1", "s1"] }] }, "mentor m1: ranked names s1 twice."],
  [
    { ...whole, students: [{ ...student, ranked: [["m2", 80]] }] },
    'student s1: ranked names the mentor "m2", who is not in the file.',
  ],
  [
    { ...whole, students: [{ ...student, ranked: [["m1", 101]] }] },
    "student s1: the score of m1 must be a whole number from 0 to 100.",
  ],
  [
    { ...whole, students: [{ ...student, ranked: [["m1", 50, 7]] }] },
    'student s1: ranked, entry 1 (["m1",50,7]) must be a mentor and a score.',
  ],
  [
    { ...whole, students: [{ ...student, ranked: ["m1"] }] },
    "student s1: each entry of ranked must be a list.",
  ],
  [
    {
      ...whole,
      students: [
        {
          ...student,
          ranked: [
            ["m1", 80],
            ["m1", 70],
          ],
        },
      ],
    },
    "student s1: ranked names m1 twice.",
  ],
  [
    {
      ...whole,
      mentors: [mentor, { ...mentor, id: "m2" }],
      students: [
        {
          ...student,
          ranked: [
            ["m1", 80],
            ["m2", 81],
          ],
        },
      ],
    },
    "student s1: ranked is not best first at m2.",
  ],
])("%j", (broken, sentence) => {
  expect(readInstance(Buffer.from(JSON.stringify(broken)))).toEqual({ ok: false, refusal: sentence });
});

test("a file that was cut short, or is not in UTF-8", () => {
  expect(readInstance(Buffer.from(JSON.stringify(whole).slice(0, -5)))).toEqual({
    ok: false,
    refusal: "this is not JSON; it may have been cut short.",
  });
  expect(readInstance(Buffer.from(`\uFEFF${JSON.stringify(whole)}`, "utf16le"))).toEqual({
    ok: false,
    refusal: "this is not text in UTF-8; save the file in that encoding.",
  });
});

const folder = mkdtempSync(join(tmpdir(), "match-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each<[arguments_: string[], sentence: string]>([
  [[], "Say one file. Use: npm run match -- FILE [--mode stable|nobody-left-out] [--json] [--school ID]"],
  [["missing.json"], "There is no file missing.json."],
  [[folder], `${folder} is a folder; give the path of a file.`],
  [[join(folder, "broken.json")], `${join(folder, "broken.json")}: students must be a list.`],
  [
    [join(folder, "broken.json"), "--school", "riverside"],
    `--school is for a roster, and ${join(folder, "broken.json")} is none. Leave it out.`,
  ],
  [["broken.json", "--mode", "best"], '--mode takes stable or nobody-left-out, not "best".'],
])("the command %j ends with exit code 2", (given, sentence) => {
  writeFileSync(join(folder, "broken.json"), JSON.stringify({ format: "mentor-match/1" }));
  let ended = { status: 0, stderr: "" };
  try {
    execFileSync(process.execPath, ["infra/local/match.ts", ...given], {
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (error) {
    ended = error as typeof ended;
  }
  expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status: 2, stderr: `${sentence}\n` });
});
