/** Other meetings, short notice, the month, the last meeting and closed days take starts away, to the minute. */
import { describe, expect, test } from "vitest";
import type { SlotQuestion } from "../../shared/domain/slots.ts";
import { aMentor, aSchool, aStudent, newYork, weekly } from "./a-pair.ts";
import { meeting, starts, stretch } from "./slot-questions.ts";
import { instantOf } from "./walls.ts";

describe("other meetings, with the free time kept around them", () => {
  const buffered = (bufferMinutes: number) =>
    aSchool({ meeting: { minutes: 30, stepMinutes: 15, bufferMinutes } });
  const on = (question: Partial<SlotQuestion>) => starts(question).filter((wall) => wall.startsWith("12-07"));

  test.each([
    // a meeting of the student at 10:00; half an hour just before and just after still fits
    [0, ["09:00", "09:15", "09:30", "10:30", "10:45", "11:00", "11:15", "11:30"]],
    // with 15 minutes kept on either side
    [15, ["09:00", "09:15", "10:45", "11:00", "11:15", "11:30"]],
    // 20 minutes: the first start after it is rounded up
    [20, ["09:00", "11:00", "11:15", "11:30"]],
  ])("buffer %i", (buffer, times) => {
    const taken = [stretch("2026-12-07T10:00", "2026-12-07T10:30")];
    const expected = times.map((time) => `12-07T${time}`);
    expect(on({ school: buffered(buffer), busy: { student: taken, mentor: [] } })).toEqual(expected);
    expect(on({ school: buffered(buffer), busy: { student: [], mentor: taken } })).toEqual(expected);
  });

  test("both people's count, sorted or not", () => {
    const busy = {
      student: [
        stretch("2026-12-07T11:00", "2026-12-07T12:00"),
        stretch("2026-12-07T09:00", "2026-12-07T09:30"),
      ],
      mentor: [stretch("2026-12-07T10:30", "2026-12-07T11:00")],
    };
    expect(on({ school: buffered(0), busy })).toEqual(["12-07T09:30", "12-07T09:45", "12-07T10:00"]);
  });
});

describe("notice is elapsed time, to the minute", () => {
  const school = aSchool({ meeting: { noticeMinutes: 1440 } });
  test.each([
    ["2026-12-27T10:00", ["12-28T10:00", "12-28T11:00"]], // exactly a day before
    ["2026-12-27T10:01", ["12-28T11:00"]],
    ["2026-12-27T09:59", ["12-28T10:00", "12-28T11:00"]],
  ])("at %s", (now, expected) => {
    expect(starts({ school, now: instantOf(now, newYork) })).toEqual(expected);
  });

  test("a second past the minute is past it", () => {
    expect(starts({ school, now: instantOf("2026-12-27T10:00", newYork) + 1000 })).toEqual(["12-28T11:00"]);
  });

  test("a day before includes the hour that the clocks gained", () => {
    const nights = weekly("Sun 08:00-11:00");
    const pair = { student: aStudent({ weekly: nights }), mentor: aMentor({ weekly: nights }) };
    // from Saturday 9:00 summer time, 24 hours lead to Sunday 8:00
    const question = { pair, school, month: "2026-11", now: instantOf("2026-10-31T09:00", newYork) };
    expect(starts(question).slice(0, 3)).toEqual(["11-01T08:00", "11-01T09:00", "11-01T10:00"]);
  });

  test("may be set aside for one question", () => {
    expect(starts({ school, now: instantOf("2026-12-28T09:30", newYork), noticeMinutes: 30 })).toEqual([
      "12-28T10:00",
      "12-28T11:00",
    ]);
  });
});

describe("the month is the school's", () => {
  const always = weekly(
    ...["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((day) => `${day} 00:00-24:00`),
  );
  test("a meeting lies in it as a whole", () => {
    const pair = { student: aStudent({ weekly: always }), mentor: aMentor({ weekly: always }) };
    const found = starts({ pair, school: meeting(90, 60) });
    expect([found[0], found.at(-1), found.length]).toEqual(["12-01T00:00", "12-31T22:00", 31 * 24 - 1]);
  });

  test("also for people who live by another clock", () => {
    const pair = {
      student: aStudent({ weekly: always }, "Asia/Tokyo"),
      mentor: aMentor({ weekly: always }, "Asia/Tokyo"),
    };
    const found = starts({ pair });
    // Tokyo is 14 hours ahead of New York
    expect([found[0], found.at(-1), found.length]).toEqual(["12-01T14:00", "01-01T13:00", 31 * 24]);
  });
});

describe("the last meeting keeps the next one at a distance, in days of the school's calendar", () => {
  const school = aSchool({ meeting: { spacingDays: 14 } });
  test.each([
    ["2026-11-30T09:00", ["12-14", "12-21", "12-28"]], // 14 days later to the day, though at an earlier hour or a later one
    ["2026-11-30T23:30", ["12-14", "12-21", "12-28"]],
    ["2026-12-01T00:00", ["12-21", "12-28"]],
    ["2026-11-16T09:00", ["12-07", "12-14", "12-21", "12-28"]],
  ])("last met %s", (last, dates) => {
    const found = starts({ school, lastMeetingAt: instantOf(last, newYork) });
    expect([...new Set(found.map((wall) => wall.slice(0, 5)))]).toEqual(dates);
  });
});

describe("and so does the next one, where its time is set already", () => {
  const school = aSchool({ meeting: { spacingDays: 14 } });
  test.each([
    ["2027-01-04T09:00", ["12-07", "12-14", "12-21"]], // 14 days before to the day, though at a later hour
    ["2027-01-03T23:30", ["12-07", "12-14"]],
    ["2027-01-11T00:00", ["12-07", "12-14", "12-21", "12-28"]],
  ])("meets next %s", (next, dates) => {
    const found = starts({ school, nextMeetingAt: instantOf(next, newYork) });
    expect([...new Set(found.map((wall) => wall.slice(0, 5)))]).toEqual(dates);
  });

  test("to the end of the day, and both at once", () => {
    const evenings = weekly("Mon 22:00-24:00");
    const pair = { student: aStudent({ weekly: evenings }), mentor: aMentor({ weekly: evenings }) };
    const question = { school, pair, nextMeetingAt: instantOf("2027-01-04T09:00", newYork) };
    const lastMeetingAt = instantOf("2026-12-07T09:00", newYork);
    expect(starts({ ...question, lastMeetingAt })).toEqual(["12-21T22:00", "12-21T23:00"]);
  });
});

describe("days without meetings", () => {
  const dates = (school: ReturnType<typeof aSchool>, parts: Partial<SlotQuestion> = {}) => [
    ...new Set(starts({ school, ...parts }).map((wall) => wall.slice(0, 5))),
  ];
  const days = { from: "2026-12-14", to: "2026-12-21", name: "Break" };

  test.each([
    ["closed", aSchool({ closedDays: [days] }), ["12-07", "12-28"]],
    ["exams of everybody", aSchool({ examWeeks: [days] }), ["12-07", "12-28"]],
    [
      "exams of the student's stage",
      aSchool({ examWeeks: [{ ...days, stages: ["MS1", "MS2"] }] }),
      ["12-07", "12-28"],
    ],
    [
      "exams of another stage",
      aSchool({ examWeeks: [{ ...days, stages: ["MS3"] }] }),
      ["12-07", "12-14", "12-21", "12-28"],
    ],
  ])("%s", (_what, school, expected) => {
    expect(dates(school)).toEqual(expected);
  });

  test("end at the school's midnight, not at the people's", () => {
    const monday = weekly("Mon 12:00-18:00");
    const pair = {
      student: aStudent({ weekly: monday }, "Asia/Tokyo"),
      mentor: aMentor({ weekly: monday }, "Asia/Tokyo"),
    };
    const school = aSchool({ closedDays: [{ from: "2026-12-06", to: "2026-12-06", name: "Sunday" }] });
    // Sunday ends in New York when it is Monday 14:00 in Tokyo
    expect(starts({ school, pair }).filter((wall) => wall.startsWith("12-07"))).toEqual([
      "12-07T14:00",
      "12-07T15:00",
      "12-07T16:00",
      "12-07T17:00",
    ]);
  });
});
