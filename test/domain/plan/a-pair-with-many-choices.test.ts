/** A pair whose cheapest choices are all taken by others gets a dearer one, however many it has. */
import { expect, test } from "vitest";
import { faultsOfMonth } from "../../../infra/local/planning/verify-month.ts";
import { planMonth } from "../../../shared/domain/plan.ts";
import { usualPlanWeights } from "../../../shared/domain/plan-weights.ts";
import { monday, startsAt } from "../plan-schools.ts";

const pair = (id: number, quarters: readonly number[]) => ({
  id: `p${id}`,
  student: `s${id}`,
  mentor: "m",
  minutes: 60,
  starts: startsAt(quarters),
  idealDay: monday,
});

/** One pair could begin at every quarter hour of the first so many hours and one more; each hour but the last belongs to another. */
const request = (hours: number) => ({
  pairs: [
    pair(
      0,
      Array.from({ length: 4 * hours + 1 }, (_, quarter) => quarter),
    ),
    ...Array.from({ length: hours }, (_, hour) => pair(hour + 1, [4 * hour])),
  ],
  weights: usualPlanWeights,
  bufferMinutes: 0,
});

test.each([3, 7, 8, 9, 15, 16, 17, 20])("after %i hours of others", (hours) => {
  const asked = request(hours);
  const plan = planMonth(asked);
  expect(faultsOfMonth(asked, plan)).toEqual([]);
  expect(plan.placed[0]).toEqual({ pair: "p0", start: startsAt([4 * hours]).at[0] });
  // Everybody after the first on this day costs 5 points.
  expect({ cost: plan.cost, bound: plan.bound }).toEqual({ cost: 5 * hours, bound: 5 * hours });
});
