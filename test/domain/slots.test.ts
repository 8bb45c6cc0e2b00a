/** A pair can meet exactly where both have time and nothing stands against it, at round times of the mentor's clock. */
import { describe, expect, test } from "vitest";
import { slotsOf } from "../../shared/domain/slots.ts";
import { aMentor, aSchool, aStudent, newYork, weekly } from "./a-pair.ts";
import { ask, meeting, november, starts } from "./slot-questions.ts";
import { instantOf, wallsOf } from "./walls.ts";

test("every Monday of December, on the hour", () => {
  expect(starts({})).toEqual([
    ...["12-07T09:00", "12-07T10:00", "12-07T11:00", "12-14T09:00", "12-14T10:00", "12-14T11:00"],
    ...["12-21T09:00", "12-21T10:00", "12-21T11:00", "12-28T09:00", "12-28T10:00", "12-28T11:00"],
  ]);
});

test("none that ends later than a moment after which nobody meets any more", () => {
  const until = instantOf("2026-12-14T11:00", newYork);
  expect(starts({ until })).toEqual([
    ...["12-07T09:00", "12-07T10:00", "12-07T11:00"],
    ...["12-14T09:00", "12-14T10:00"],
  ]);
  expect(slotsOf(ask({ until: instantOf("2026-12-07T09:30", newYork) }))).toEqual({
    starts: [],
    reason: "away",
  });
});

test("none that begins earlier than a moment before which nobody meets", () => {
  const from = instantOf("2026-12-21T10:00", newYork);
  expect(starts({ from })).toEqual([
    ...["12-21T10:00", "12-21T11:00", "12-28T09:00", "12-28T10:00", "12-28T11:00"],
  ]);
  expect(slotsOf(ask({ from: instantOf("2026-12-28T11:30", newYork) }))).toEqual({
    starts: [],
    reason: "away",
  });
});

describe("where the meeting fits into one stretch of time", () => {
  const one = (
    student: string,
    mentor: string,
    school = aSchool(),
    zones: readonly [string, string] = [newYork, newYork],
  ) =>
    starts({
      school,
      month: "2026-12",
      pair: {
        student: aStudent({ weekly: weekly(student) }, zones[0]),
        mentor: aMentor({ weekly: weekly(mentor) }, zones[1]),
      },
    }).filter((wall) => wall.startsWith("12-0"));

  test.each([
    // only what both have
    ["Mon 09:00-11:00", "Mon 10:00-12:00", 60, 60, ["12-07T10:00"]],
    // touching is not meeting
    ["Mon 09:00-10:00", "Mon 10:00-12:00", 60, 60, []],
    // exactly long enough, and a minute too short
    ["Mon 09:00-09:45", "Mon 09:00-12:00", 45, 15, ["12-07T09:00"]],
    ["Mon 09:00-09:44", "Mon 09:00-12:00", 45, 15, []],
    // step 20, length 45: at :00, :20 and :40 as long as it fits
    [
      "Mon 09:00-11:00",
      "Mon 09:00-12:00",
      45,
      20,
      ["12-07T09:00", "12-07T09:20", "12-07T09:40", "12-07T10:00"],
    ],
    // the first start is rounded up to a multiple of 20
    ["Mon 09:05-10:45", "Mon 09:00-12:00", 45, 20, ["12-07T09:20", "12-07T09:40", "12-07T10:00"]],
    // step 45 is a multiple of 15: the first is rounded to 15, then every 45 minutes
    ["Mon 09:05-11:30", "Mon 09:00-12:00", 30, 45, ["12-07T09:15", "12-07T10:00", "12-07T10:45"]],
    // step 90 is a multiple of 30
    ["Mon 09:05-12:00", "Mon 09:00-12:00", 30, 90, ["12-07T09:30", "12-07T11:00"]],
    // step 25 is a multiple of 5 only
    ["Mon 09:02-10:20", "Mon 09:00-12:00", 30, 25, ["12-07T09:05", "12-07T09:30"]],
    // step 120: on the hour, every second one
    ["Mon 08:30-12:30", "Mon 08:30-12:30", 60, 120, ["12-07T09:00", "12-07T11:00"]],
  ])("%s with %s, %i every %i", (student, mentor, minutes, step, expected) => {
    expect(one(student, mentor, meeting(minutes, step))).toEqual(expected);
  });

  test.each([
    // over midnight, Monday night to Tuesday; the night of November 30 reaches into the month
    ["Mon 22:00-02:00", "Mon 23:00-24:00", [newYork, newYork], ["12-07T23:00"]],
    ["Mon 22:30-02:00", "Mon 22:00-01:00", [newYork, newYork], ["12-01T00:00", "12-07T23:00", "12-08T00:00"]],
    // New York's Monday evening is Kathmandu's Tuesday morning, a quarter past: 19:00 is 05:45; December 1 is still November there
    ["Mon 19:00-22:00", "Tue 05:00-09:00", [newYork, "Asia/Kathmandu"], ["12-08T06:00", "12-08T07:00"]],
    // and the other way round the mentor's own hours are round
    [
      "Tue 05:00-09:00",
      "Mon 19:00-22:00",
      ["Asia/Kathmandu", newYork],
      ["12-07T19:00", "12-07T20:00", "12-07T21:00"],
    ],
    // half an hour apart: New York 20:00 is Kolkata 06:30
    ["Mon 20:00-22:00", "Tue 06:00-09:00", [newYork, "Asia/Kolkata"], ["12-08T07:00"]],
    // Chatham, UTC+13:45 in December: 14:00 in New York is 08:45 of the next day
    ["Mon 14:00-17:00", "Tue 08:00-11:00", [newYork, "Pacific/Chatham"], ["12-08T09:00", "12-08T10:00"]],
  ] as const)("%s with %s in %j", (student, mentor, zones, expected) => {
    expect(one(student, mentor, aSchool(), zones)).toEqual(expected);
  });
});

describe("in the weeks the clocks change", () => {
  test("a fixed hour in New York moves against Kolkata", () => {
    const pair = {
      student: aStudent({ weekly: weekly("Mon 08:00-09:00") }),
      mentor: aMentor({ weekly: weekly("Mon 17:30-20:30") }, "Asia/Kolkata"),
    };
    // UTC−5 until March 8, UTC−4 from then on
    expect(
      starts({ school: meeting(30, 30), pair, month: "2026-03", now: november - 300 * 86_400_000 }),
    ).toEqual([
      ...["03-02T18:30", "03-02T19:00", "03-09T17:30", "03-09T18:00", "03-16T17:30", "03-16T18:00"],
      ...["03-23T17:30", "03-23T18:00", "03-30T17:30", "03-30T18:00"],
    ]);
  });

  test("London and New York are four hours apart for a week in autumn", () => {
    const pair = {
      student: aStudent({ weekly: weekly("Thu 12:00-14:00") }),
      mentor: aMentor({ weekly: weekly("Thu 17:00-18:00") }, "Europe/London"),
    };
    // 17:00 is 12:00 in New York, but 13:00 on October 29
    const found = slotsOf(ask({ pair, month: "2026-10", now: instantOf("2026-09-20T09:00", newYork) }));
    expect(
      wallsOf(
        found.starts.map(({ startAt }) => startAt / 60_000),
        newYork,
      ),
    ).toEqual([
      ...["2026-10-01T12:00", "2026-10-08T12:00", "2026-10-15T12:00", "2026-10-22T12:00", "2026-10-29T13:00"],
    ]);
  });

  test("the hour that is skipped has no start, the hour that comes twice has two", () => {
    const nights = weekly("Sun 00:00-04:00");
    const pair = { student: aStudent({ weekly: nights }), mentor: aMentor({ weekly: nights }) };
    const on = (month: string, date: string) =>
      starts({ pair, month, now: instantOf("2026-01-01T00:00", newYork) }).filter((wall) =>
        wall.startsWith(date),
      );
    expect(on("2026-03", "03-08")).toEqual(["03-08T00:00", "03-08T01:00", "03-08T03:00"]);
    expect(on("2026-11", "11-01")).toEqual([
      "11-01T00:00",
      "11-01T01:00",
      "11-01T01:00",
      "11-01T02:00",
      "11-01T03:00",
    ]);
  });

  test("after Lord Howe's half hour the first start is round by the new clock", () => {
    const nights = weekly("Sun 01:15-05:00");
    const zone = "Australia/Lord_Howe";
    const pair = { student: aStudent({ weekly: nights }, zone), mentor: aMentor({ weekly: nights }, zone) };
    // from 1:15 the next full hour would be 2:00, which is 2:30 that night; so 3:00
    const question = { pair, month: "2026-10", now: 0, school: aSchool({ timeZone: zone }) };
    expect(starts(question).filter((wall) => wall.startsWith("10-04"))).toEqual([
      "10-04T03:00",
      "10-04T04:00",
    ]);
  });
});

test("a time that one of them would rather keep is marked, as is a meeting that only touches it", () => {
  const pair = {
    student: aStudent({ weekly: weekly("Mon 09:00-10:30", "Mon 10:30-12:00 if needed") }),
    mentor: aMentor({ weekly: weekly("Mon 09:00-09:30 if needed", "Mon 09:30-12:00") }),
  };
  const found = slotsOf(ask({ pair, school: meeting(30, 15) })).starts.slice(0, 11);
  expect(found.map(({ ifNeeded }) => (ifNeeded ? "if needed" : "free"))).toEqual([
    ...["if needed", "if needed"], // 9:00, 9:15
    ...["free", "free", "free"], // 9:30, 9:45, 10:00
    ...["if needed", "if needed", "if needed", "if needed", "if needed"], // 10:15 to 11:15
    "if needed", // 11:30
  ]);
});
