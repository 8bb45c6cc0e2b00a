/** A pair without any start is told the true reason: the limit that took the last of their common times that are not past. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Availability } from "../../shared/domain/availability.ts";
import { type SlotQuestion, slotsOf } from "../../shared/domain/slots.ts";
import { aMentor, aSchool, aStudent, newYork, weekly } from "./a-pair.ts";
import { instantOf } from "./walls.ts";

// One common hour in the month: Monday, December 7, 9:00.
const only = { weekly: [], overrides: [{ date: "2026-12-07", windows: weekly("Mon 09:00-10:00") }] };
const hour: [number, number] = [
  instantOf("2026-12-07T09:00", newYork) / 60_000,
  instantOf("2026-12-07T10:00", newYork) / 60_000,
];
const december7 = { from: "2026-12-07", to: "2026-12-07", name: "Closed" };
const free = { student: [], mentor: [] };

const reason = (student: Partial<Availability>, parts: Partial<SlotQuestion> = {}) =>
  slotsOf({
    school: aSchool({ meeting: { spacingDays: 14, noticeMinutes: 1440 } }),
    pair: { student: aStudent(student), mentor: aMentor({ weekly: weekly("Mon 08:00-12:00") }) },
    month: "2026-12",
    now: instantOf("2026-11-20T09:00", newYork),
    busy: free,
    ...parts,
  }).reason;

const away = { ...only, absences: [{ from: "2026-12-01", to: "2026-12-10", kind: "on-call" as const }] };
const taken = { student: [hour], mentor: [] };
const lately = instantOf("2026-11-24T09:00", newYork);
const tooLate = instantOf("2026-12-06T09:01", newYork);

test("there is none while a start is left", () => {
  expect(reason(only)).toBeUndefined();
});

describe("no common window", () => {
  test.each([
    ["nobody said when", {}],
    ["never on the same day", { weekly: weekly("Tue 08:00-12:00") }],
    ["the same day, but one after the other", { weekly: weekly("Mon 12:00-18:00") }],
    ["too short a time in common", { weekly: weekly("Mon 11:30-18:00") }],
    [
      "every common date taken back",
      { weekly: weekly("Wed 08:00-09:00"), overrides: [{ date: "2026-12-07", windows: [] }] },
    ],
  ])("%s", (_what, student) => {
    expect(reason(student)).toBe("no-common-window");
  });

  test("even if they were away, and busy, and late as well", () => {
    const student = { weekly: weekly("Tue 08:00-12:00"), absences: away.absences };
    expect(reason(student, { busy: taken, lastMeetingAt: lately, now: tooLate })).toBe("no-common-window");
  });
});

describe("away", () => {
  test("by an absence of either, even if the hour is taken too", () => {
    expect(reason(away)).toBe("away");
    expect(reason(away, { busy: taken })).toBe("away");
    const mentor = aMentor({ weekly: weekly("Mon 08:00-12:00"), absences: away.absences });
    expect(reason(only, { pair: { student: aStudent(only), mentor } })).toBe("away");
  });

  test("by a closed day or an exam week", () => {
    expect(reason(only, { school: aSchool({ closedDays: [december7] }) })).toBe("away");
    expect(reason(only, { school: aSchool({ examWeeks: [december7] }) })).toBe("away");
    expect(
      reason(only, { school: aSchool({ examWeeks: [{ ...december7, stages: ["MS4"] }] }) }),
    ).toBeUndefined();
  });
});

describe("taken by other meetings", () => {
  test("of the student with another mentor, or of the mentor; and by the free time kept around them", () => {
    expect(reason(only, { busy: taken })).toBe("clash-with-other-mentor");
    expect(reason(only, { busy: { student: [], mentor: [hour] } })).toBe("mentor-time-exhausted");
    expect(reason(only, { busy: { student: [hour], mentor: [hour] } })).toBe("mentor-time-exhausted");
    const before = { student: [[hour[0] - 30, hour[0]] as const], mentor: [] };
    expect(reason(only, { busy: before })).toBeUndefined();
    expect(reason(only, { busy: before, school: aSchool({ meeting: { bufferMinutes: 5 } }) })).toBe(
      "clash-with-other-mentor",
    );
  });

  test("together with absences: the meetings took what these had left", () => {
    const student = {
      weekly: weekly("Mon 09:00-10:00"),
      absences: [{ from: "2026-12-08", to: "2026-12-31", kind: "away" as const }],
    };
    expect(reason(student, { busy: taken })).toBe("clash-with-other-mentor");
  });

  test("even if the last meeting was lately", () => {
    expect(reason(only, { busy: taken, lastMeetingAt: lately })).toBe("clash-with-other-mentor");
  });
});

test("spacing, even if the notice is too short as well", () => {
  expect(reason(only, { lastMeetingAt: lately })).toBe("spacing");
  expect(reason(only, { lastMeetingAt: lately, now: tooLate })).toBe("spacing");
});

test("notice", () => {
  expect(reason(only, { now: tooLate })).toBe("notice");
  expect(reason(only, { now: tooLate - 60_000 })).toBeUndefined();
  expect(reason(only, { now: tooLate, noticeMinutes: 60 })).toBeUndefined();
});

describe("what is past is no reason", () => {
  // Common times on December 7, 14, 21 and 28, at 9:00; the first two are past, the third leaves the notice.
  const mondays = weekly("Mon 09:00-10:00");
  const now = instantOf("2026-12-16T09:00", newYork);
  const lateInMonth = { from: "2026-12-17", to: "2026-12-31" };
  const hours = [21, 28].map((day): [number, number] => [
    instantOf(`2026-12-${day}T09:00`, newYork) / 60_000,
    instantOf(`2026-12-${day}T10:00`, newYork) / 60_000,
  ]);
  const closed = { ...lateInMonth, name: "Break" };

  test.each<[string, Partial<Availability>, Partial<SlotQuestion>, string]>([
    ["an absence", { absences: [{ ...lateInMonth, kind: "away" }] }, {}, "away"],
    ["an exam week", {}, { school: aSchool({ examWeeks: [closed] }) }, "away"],
    ["a school break", {}, { school: aSchool({ closedDays: [closed] }) }, "away"],
    ["the mentor's meetings", {}, { busy: { student: [], mentor: hours } }, "mentor-time-exhausted"],
    ["the student's meetings", {}, { busy: { student: hours, mentor: [] } }, "clash-with-other-mentor"],
    ["the last meeting", {}, { lastMeetingAt: instantOf("2026-12-15T09:00", newYork) }, "spacing"],
  ])("where the later times fall to %s", (_what, student, parts, expected) => {
    const question = { now, ...parts };
    expect(reason({ weekly: mondays }, { now })).toBeUndefined();
    expect(reason({ weekly: mondays, ...student }, question)).toBe(expected);
  });

  test("where none of the common times is to come", () => {
    expect(reason(only, { now: hour[0] * 60_000 + 1 })).toBe("times-past");
    expect(reason(only, { now: instantOf("2026-12-31T23:59", newYork) })).toBe("times-past");
    expect(reason({ weekly: mondays }, { now: instantOf("2026-12-28T09:01", newYork) })).toBe("times-past");
  });

  test("even if they were away, and busy, and had just met", () => {
    const after = instantOf("2026-12-16T09:00", newYork);
    expect(reason(away, { busy: taken, lastMeetingAt: lately, now: after })).toBe("times-past");
  });

  test("but times that never meet were never there", () => {
    expect(reason({ weekly: weekly("Tue 08:00-12:00") }, { now })).toBe("no-common-window");
  });

  test("and the notice is one for as long as a start is to come", () => {
    expect(reason(only, { now: hour[0] * 60_000 })).toBe("notice");
    expect(reason(only, { now: hour[0] * 60_000 + 1, noticeMinutes: 0 })).toBe("times-past");
    // December 21 at too short notice, December 28 in an absence
    const student = {
      weekly: mondays,
      absences: [{ from: "2026-12-22", to: "2026-12-31", kind: "away" as const }],
    };
    expect(reason(student, { now: instantOf("2026-12-20T12:00", newYork) })).toBe("notice");
    // and nobody had time on December 21 either
    const both = { ...student, absences: [{ ...student.absences[0]!, from: "2026-12-21" }] };
    expect(reason(both, { now: instantOf("2026-12-20T12:00", newYork) })).toBe("away");
  });

  test("the notice exactly where a shorter one would do, in every minute of a day", () => {
    // Every 45 minutes: what an absence or a meeting cuts off moves all later starts of the stretch.
    const long = { overrides: [{ date: "2026-12-07", windows: weekly("Mon 09:00-12:00") }] };
    const school = aSchool({ meeting: { minutes: 30, stepMinutes: 45, noticeMinutes: 1440 } });
    const minute = fc.integer({ min: 530, max: 730 });
    const stretch = fc.tuple(minute, minute).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const dayBegins = instantOf("2026-12-07T00:00", newYork) / 60_000;
    const wall = (at: number) =>
      `2026-12-07T${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
    fc.assert(
      fc.property(minute, stretch, stretch, (at, [from, to], [busyFrom, busyTo]) => {
        const student = { ...long, absences: [{ from: wall(from), to: wall(to), kind: "away" as const }] };
        const parts: Partial<SlotQuestion> = {
          school,
          now: (dayBegins + at) * 60_000,
          busy: { student: [[dayBegins + busyFrom, dayBegins + busyTo]], mentor: [] },
        };
        const wouldDo = reason(student, { ...parts, noticeMinutes: 0 }) === undefined;
        expect(reason(student, parts) === "notice").toBe(wouldDo);
      }),
      { numRuns: 500 },
    );
  });
});
