/** A pair reaches the planner with its starts and habits read off the mentor's wall. */
import { expect, test } from "vitest";
import { planPairOf } from "../../shared/domain/plan-request.ts";
import { aMentor, aStudent, newYork } from "./a-pair.ts";
import { instantOf } from "./walls.ts";

const pair = { student: aStudent({}, newYork), mentor: aMentor({}, "Asia/Kolkata") };
// Thursday 20:00 in New York is Friday 06:30 in Kolkata.
const startAt = instantOf("2026-12-10T20:00", newYork);
const ask = { id: "pair-1", pair, month: "2026-12", minutes: 45, slots: [{ startAt, ifNeeded: true }] };
const dayOf = (date: string) => Date.parse(date) / 86_400_000;

test("the first meeting is aimed at the middle of the month", () => {
  expect(planPairOf(ask)).toEqual({
    id: "pair-1",
    student: "student",
    mentor: "mentor",
    minutes: 45,
    starts: {
      at: Int32Array.of(startAt / 60_000),
      wall: Int32Array.of(dayOf("2026-12-11") * 1440 + 390),
      ifNeeded: Uint8Array.of(1),
    },
    reason: undefined,
    missedLastMonth: undefined,
    idealDay: dayOf("2026-12-15"),
    last: undefined,
    lastIfNeeded: false,
  });
});

test("a later one at the same day of the month, weekday and hour as the last", () => {
  const lastMeetingAt = instantOf("2026-11-12T20:00", newYork);
  const { idealDay, last } = planPairOf({ ...ask, lastMeetingAt });
  expect({ idealDay, last }).toEqual({
    idealDay: dayOf("2026-12-13"),
    last: { weekday: 4, minuteOfDay: 390 },
  });
});

test("or at the last day of a month that is shorter", () => {
  const lastMeetingAt = instantOf("2027-01-30T20:00", newYork);
  expect(planPairOf({ ...ask, month: "2027-02", lastMeetingAt }).idealDay).toBe(dayOf("2027-02-28"));
});
