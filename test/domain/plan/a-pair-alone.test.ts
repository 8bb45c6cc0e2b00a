/** A pair that is planned by itself gets what the planner of whole schools gives to a school of this pair alone. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { UnplacedReason } from "../../../shared/domain/meetings.ts";
import { planPairAlone } from "../../../shared/domain/plan/pair-alone.ts";
import { planMonth } from "../../../shared/domain/plan.ts";
import type { PlanPair } from "../../../shared/domain/plan-request.ts";
import { type PlanWeights, usualPlanWeights } from "../../../shared/domain/plan-weights.ts";
import { accept, type Result, refuse } from "../../../shared/domain/result.ts";
import { monday, startsAt } from "../plan-schools.ts";

/** Few enough points that many times cost the same, and the dearest that a school may set. */
const points = fc.oneof(fc.nat(3), fc.constantFrom(8, 1_000_000));
const weights: fc.Arbitrary<PlanWeights> = fc.oneof(
  fc.constant(usualPlanWeights),
  fc.record({
    unplaced: points,
    unplacedAgain: points,
    perDayFromIdeal: points,
    ifNeeded: points,
    ifNeededAgain: points,
    otherWeekday: points,
    otherTime: points,
    furtherOnOneDay: points,
  }),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const quarters = fc.tuple(fc.nat(27), fc.nat(8)).map(([day, quarter]) => day * 96 + 36 + quarter);
const pairs: fc.Arbitrary<PlanPair> = fc.record({
  id: fc.constant("m-1"),
  student: fc.constant("s"),
  mentor: fc.constant("m"),
  minutes: fc.constantFrom(30, 45, 60),
  // In no order, as they may come.
  starts: fc
    .tuple(fc.uniqueArray(quarters, { maxLength: 40 }), fc.func(fc.boolean()))
    .map(([drawn, isIfNeeded]) => startsAt(drawn, drawn.filter(isIfNeeded))),
  reason: maybe(fc.constantFrom<UnplacedReason>("away", "spacing", "notice", "mentor-time-exhausted")),
  idealDay: maybe(fc.nat(31).map((day) => monday + day)),
  last: maybe(fc.record({ weekday: fc.nat(6), minuteOfDay: fc.constantFrom(540, 570, 600) })),
  lastIfNeeded: maybe(fc.boolean()),
  missedLastMonth: maybe(fc.boolean()),
});

const inASchoolOfItsOwn = (pair: PlanPair, weights: PlanWeights): Result<number, UnplacedReason> => {
  const { placed, unplaced } = planMonth({ pairs: [pair], weights, bufferMinutes: 15 });
  expect(placed.length + unplaced.length).toBe(1);
  return placed[0] ? accept(placed[0].start) : refuse(unplaced[0]!.reason);
};

test("whatever its times, habits and the school's weights", () => {
  fc.assert(
    fc.property(pairs, weights, (pair, weights) => {
      expect(planPairAlone(pair, weights)).toEqual(inASchoolOfItsOwn(pair, weights));
    }),
    { numRuns: 2000 },
  );
});

test.each<[string, Partial<PlanPair>, Result<number, UnplacedReason>]>([
  ["no time and no reason", { starts: startsAt([]) }, refuse("no-common-window")],
  ["no time for a reason", { starts: startsAt([]), reason: "away" }, refuse("away")],
  ["two times that cost the same", { starts: startsAt([40, 36]) }, accept(36 * 15)],
  ["a time that is free after one if needed", { starts: startsAt([36, 40], [36]) }, accept(40 * 15)],
])("%s", (_, more, expected) => {
  const pair = { id: "m-1", student: "s", mentor: "m", minutes: 45, starts: startsAt([36]), ...more };
  expect(planPairAlone(pair, usualPlanWeights)).toEqual(expected);
});
