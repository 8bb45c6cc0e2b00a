/** A month file that is broken is refused in one sentence that says what is wrong and where. */
import { expect, test } from "vitest";
import { Broken } from "../../../infra/local/matching-files/checked-json.ts";
import { readInstance } from "../../../infra/local/planning/read-instance.ts";
import type { PeoplesTimes } from "../../../shared/domain/plan-free-time.ts";
import { usualMonth } from "../../domain/plan/month-file.ts";

const { weights } = usualMonth;
const preferred = [
  { weekday: 0, from: 540, to: 600 },
  { weekday: 2, from: 600, to: 720 },
];
const student = { id: "s1", free: [[540, 600]], preferred };
const pair = { id: "p1", student: "s1", mentor: "m1", minutes: 30, ideal_day: 3 };
const good = {
  ...usualMonth,
  students: [student],
  mentors: [{ id: "m1", free: [[540, 600]] }],
  pairs: [pair],
};
const bytesOf = (file: unknown) => Buffer.from(JSON.stringify(file));
const withFree = (free: unknown) => ({ ...good, students: [{ ...student, free }] });
const withPair = (changes: object) => ({ ...good, pairs: [{ ...pair, ...changes }] });

/** The free time and preferred windows of a person in a list. */
const timesOf = ({ free, freeFrom, freeTo, preferred, preferredFrom }: PeoplesTimes, person: number) => ({
  free: [...free.subarray(freeFrom[person], freeTo[person])],
  preferred: [...preferred.subarray(preferredFrom[person], preferredFrom[person + 1])],
});

test("a good one is read, whether its lists are long or short, spaced or not", () => {
  const long = Array.from({ length: 12 }, (_, index) => [index * 100, index * 100 + 50]);
  const late = { id: "s2", free: [[900, 960]] };
  const file = {
    ...good,
    students: [{ ...student, free: long }, late, { ...student, id: "m1", free: long }],
  };
  for (const text of [JSON.stringify(file), JSON.stringify(file, null, 2), `\uFEFF${JSON.stringify(file)}`]) {
    const read = readInstance(Buffer.from(text));
    expect(read.studentIds).toEqual(["s1", "s2", "m1"]);
    expect(timesOf(read.students, 0)).toEqual({
      free: long.flat(),
      preferred: [540, 600, 2 * 1440 + 600, 2 * 1440 + 720],
    });
    expect(timesOf(read.students, 1)).toEqual({ free: [900, 960], preferred: [] });
    expect(timesOf(read.students, 2)).toEqual({
      free: long.flat(),
      preferred: [540, 600, 2 * 1440 + 600, 2 * 1440 + 720],
    });
    expect(timesOf(read.mentors, 0)).toEqual({ free: [540, 600], preferred: [] });
    expect([...read.mentorAsStudent]).toEqual([2]);
  }
  expect(timesOf(readInstance(bytesOf(withFree([]))).students, 0).free).toEqual([]);
});

test("pairs are read into columns, where -1 stands for what is not given", () => {
  const usual = { weekday: 2, start: 555 };
  const bare = { id: "p2", student: "s1", mentor: "m1", minutes: 45, ideal_day: null, usual: null };
  expect(readInstance(bytesOf({ ...good, pairs: [{ ...pair, usual }, bare] })).pairs).toEqual({
    ids: ["p1", "p2"],
    student: Int32Array.of(0, 0),
    mentor: Int32Array.of(0, 0),
    minutes: Int32Array.of(30, 45),
    idealDay: Int32Array.of(3, -1),
    usual: Int32Array.of(2 * 1440 + 555, -1),
  });
});

test.each([
  [
    { ...good, format: "mentor-month/2" },
    "its format must be “mentor-month/1”, and it says “mentor-month/2”.",
  ],
  [
    { ...good, format: "mentor-match/1" },
    "its format must be “mentor-month/1”, and it says “mentor-match/1”, which `npm run match` takes.",
  ],
  [{ ...good, days: undefined }, "days must be a whole number from 1 to 366."],
  [{ ...good, weights: { ...weights, unplaced: -1 } }, "weights: unplaced must be a whole number"],
  [{ ...good, students: {} }, "students must be a list."],
  [{ ...good, students: [student, student] }, "the student s1 is twice in the file."],
  [{ ...good, students: [{ free: [] }] }, "students, entry 1: id must be a text."],
  [withFree(undefined), "student s1: free must be a list."],
  [
    withFree([
      [0, 30],
      [45, "x"],
    ]),
    'student s1: free, interval 2 ([45,"x"]) must be two whole numbers',
  ],
  [withFree([[0, 30, 45]]), "student s1: free, interval 1 ([0,30,45]) must be two whole numbers"],
  [withFree([[-15, 30]]), "student s1: free, interval 1 ([-15,30]) begins before the month."],
  [withFree([[60, 30]]), "student s1: free, interval 1 ([60,30]) ends before it starts"],
  [withFree([[44_000, 44_700]]), "ends after the month, which has 44640 minutes."],
  [
    withFree([
      [100, 200],
      [150, 300],
    ]),
    "interval 2 ([150,300]) begins before the one before it ends",
  ],
  [withFree(Array.from({ length: 9 }, () => [100, 200])), "interval 2 ([100,200]) begins before"],
  [
    { ...good, students: [{ ...student, preferred: [{ weekday: 7, from: 0, to: 30 }] }] },
    "student s1: preferred, window 1: weekday must be a whole number from 0 to 6.",
  ],
  [withPair({ mentor: "m2" }), "pair p1 names the mentor m2, who is not in the file."],
  [withPair({ student: null }), "pair p1: student must be an id."],
  [withPair({ minutes: 0 }), "pair p1: minutes must be a whole number from 1 to 1,440."],
  [withPair({ ideal_day: -1 }), "pair p1: ideal_day must be a whole number from 0 to 31."],
  [withPair({ usual: { weekday: 1 } }), "pair p1: usual: start must be a whole number from 0 to 1,439."],
  [{ ...good, pairs: [pair, pair] }, "the pair p1 is twice in the file."],
])("%j", (file, sentence) => {
  expect(() => readInstance(bytesOf(file))).toThrow(sentence);
});

test("what is not JSON is said to be none", () => {
  expect(() => readInstance(Buffer.from(JSON.stringify(good).slice(0, -5)))).toThrow("this is not JSON");
  expect(() => readInstance(Buffer.from("[]"))).toThrow("the file must be a group of named values.");
});

const longText = JSON.stringify(
  withFree([
    [60, 120],
    [300, 420],
    [600, 700],
  ]),
);

test.each([
  ["a number that 32 bits would make a small one", longText.replace("[600,700]", "[4294967896,4294967996]")],
  ["a NUL in a list", longText.replace("[300,", "[\x180,")],
  ["a form feed in a list", longText.replace("[300,", "[\f300,")],
  ["a byte that is no UTF-8", Buffer.concat([Buffer.from(longText), Buffer.from([0x20, 0xe4])])],
  [
    "a text in place of a list, whatever it says",
    longText.replace('[{"id":"m1","free":[[540,600]]', '[{"id":"m1","free":"cut 0"'),
  ],
])("refuses %s", (_what, text) => {
  expect(text.toString()).not.toBe(longText);
  expect(() => readInstance(Buffer.from(text as string))).toThrow(Broken);
});
