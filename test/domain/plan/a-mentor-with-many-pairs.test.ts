/** A mentor of more pairs than a table of their subsets can hold is planned exactly all the same. */
import { expect, test } from "vitest";
import { faultsOfMonth } from "../../../infra/local/planning/verify-month.ts";
import { planMonth } from "../../../shared/domain/plan.ts";
import { usualPlanWeights } from "../../../shared/domain/plan-weights.ts";
import { pickStarts } from "../../../shared/domain/replan.ts";
import { largeSchool, monday, startsAt } from "../plan-schools.ts";

const nine = 36;
const hoursOf = (days: readonly number[]) =>
  days.flatMap((day) => [0, 4, 8].map((quarter) => day * 96 + nine + quarter));

/** Each of so many students has three hours on each of two days that follow one another, around a circle of days. */
const request = (pairs: number, days: number) => ({
  pairs: Array.from({ length: pairs }, (_, index) => ({
    id: `p${index}`,
    student: `s${index}`,
    mentor: "m",
    minutes: 60,
    starts: startsAt(hoursOf([index % days, (index + 1) % days].sort((one, other) => one - other))),
    idealDay: monday + (index % days),
  })),
  weights: usualPlanWeights,
  bufferMinutes: 0,
});

test.each([
  // Everybody on the ideal day: two or three a day, of which the later ones cost 5 points each.
  [20, 10, { placed: 20, cost: 50 }],
  // Three hours a day hold 18 pairs; four more want a place in six days than there are.
  [22, 6, { placed: 18, cost: 4 * 1000 + 12 * 5 }],
])("%i pairs on %i days", (pairs, days, expected) => {
  const asked = request(pairs, days);
  const plan = planMonth(asked);
  expect(faultsOfMonth(asked, plan)).toEqual([]);
  expect({ placed: plan.placed.length, cost: plan.cost }).toEqual(expected);
  expect({ most: plan.most, bound: plan.bound }).toEqual({ most: expected.placed, bound: expected.cost });
});

test.each([4, 7, 10, 16, 22, 24])(
  "twelve pairs with time all over the month, who hate to share a day (%i)",
  (seed) => {
    const { pairs, bufferMinutes } = largeSchool(12, seed);
    const asked = {
      pairs: pairs.map((pair) => ({ ...pair, mentor: "m" })),
      weights: { ...usualPlanWeights, furtherOnOneDay: 50 },
      bufferMinutes,
    };
    const plan = planMonth(asked);
    expect(faultsOfMonth(asked, plan)).toEqual([]);
    expect([plan.placed.length, plan.cost]).toEqual([plan.most, plan.bound]);
  },
);

test("a month that is too large to finish keeps clear of another mentor's meetings all the same", () => {
  const { pairs, bufferMinutes } = largeSchool(14, 7);
  const ofOne = pairs.map((pair, index) => ({
    ...pair,
    id: `p1${index}`,
    student: `s${index}`,
    mentor: "m",
  }));
  const asked = { pairs: ofOne, weights: { ...usualPlanWeights, furtherOnOneDay: 50 }, bufferMinutes };
  const alone = planMonth(asked);
  expect(alone.bound).toBeLessThan(alone.cost);
  // One of the students has another mentor, whose only time is the one that was found.
  const shared = ofOne[4]!;
  const found = alone.placed.find(({ pair }) => pair === shared.id)!.start;
  const other = { ...shared, id: "p0", mentor: "n", starts: pickStarts(shared.starts, (at) => at === found) };
  const asOfBoth = { ...asked, pairs: [other, ...ofOne] };
  expect(faultsOfMonth(asOfBoth, planMonth(asOfBoth))).toEqual([]);
});
