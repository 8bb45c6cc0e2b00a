/** A pair without any start is told the true reason: the limit that took the last of their common times. */
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
