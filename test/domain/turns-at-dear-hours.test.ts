/** Pairs of one mentor take turns at the hour that he or she gives only if needed. */
import { expect, test } from "vitest";
import type { Availability } from "../../shared/domain/availability.ts";
import { planMonth } from "../../shared/domain/plan.ts";
import { planPairOf } from "../../shared/domain/plan-request.ts";
import { usualPlanWeights } from "../../shared/domain/plan-weights.ts";
import { isIfNeeded, slotsOf } from "../../shared/domain/slots.ts";
import { aMentor, aSchool, aStudent, newYork, weekly } from "./a-pair.ts";
import { instantOf, wallsOf } from "./walls.ts";

const minute = 60_000;
/** One evening a month, of two hours. */
const evenings = ["2026-12-10", "2027-01-14", "2027-02-11", "2027-03-11"];
const onThose = (...windows: string[]): Partial<Availability> => ({
  overrides: evenings.map((date) => ({
    date,
    windows: weekly(...windows.map((window) => `Thu ${window}`)).map(({ day: _, ...window }) => window),
  })),
});
const mentor = aMentor(onThose("17:00-18:00", "18:00-19:00 if needed"));
const student = aStudent(onThose("17:00-19:00"));

function planOf(
  month: string,
  last: ReadonlyMap<string, number>,
  ifNeededAgain: number,
): Map<string, number> {
  const pairs = ["first", "second"].map((id) => {
    const pair = { mentor, student: { ...student, id } };
    const { starts } = slotsOf({ school: aSchool(), pair, month, now: 0, busy: { student: [], mentor: [] } });
    return planPairOf({ id, pair, month, minutes: 60, slots: starts, lastMeetingAt: last.get(id) });
  });
  const weights = { ...usualPlanWeights, ifNeededAgain };
  const { placed } = planMonth({ pairs, weights, bufferMinutes: 0 });
  return new Map(placed.map(({ pair, start }) => [pair, start * minute]));
}

/** Who has the hour that the mentor would rather keep, month by month. */
function whoGivesWay(ifNeededAgain: number): string[] {
  let last = new Map([
    ["first", instantOf("2026-12-10T17:00", newYork)],
    ["second", instantOf("2026-12-10T18:00", newYork)],
  ]);
  return evenings.slice(1).map((evening) => {
    last = planOf(evening.slice(0, 7), last, ifNeededAgain);
    expect(
      wallsOf(
        [...last.values()].map((at) => at / minute),
        newYork,
      ).toSorted(),
    ).toEqual([`${evening}T17:00`, `${evening}T18:00`]);
    return last.get("first")! < last.get("second")! ? "second" : "first";
  });
}

test("the pair that gave way last month has the good hour in this one", () => {
  expect(whoGivesWay(usualPlanWeights.ifNeededAgain)).toEqual(["first", "second", "first"]);
});

test("a school that sets nothing on it keeps everybody's habit", () => {
  expect(whoGivesWay(0)).toEqual(["second", "second", "second"]);
});

test.each([
  ["2026-12-10T17:00", 60, false],
  ["2026-12-10T17:00", 61, true],
  ["2026-12-10T18:00", 60, true],
  // Outside of everything that is given: nobody gave an hour up there by the plan.
  ["2026-12-10T18:30", 60, false],
  ["2026-12-11T17:00", 60, false],
])("a meeting at %s of %i minutes was at an hour given up: %s", (wall, minutes, expected) => {
  expect(isIfNeeded({ student, mentor }, instantOf(wall, newYork), minutes)).toBe(expected);
});
