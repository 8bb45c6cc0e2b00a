/** Nobody is in two meetings at once, however dear the weights are. */
import { expect, test } from "vitest";
import { faultsOfMonth } from "../../../infra/local/planning/verify-month.ts";
import { planMonth } from "../../../shared/domain/plan.ts";
import { usualPlanWeights } from "../../../shared/domain/plan-weights.ts";
import { startsAt } from "../plan-schools.ts";

test.each([5, 1e9, 1e13, 1e15])("a further meeting on one day costs %d points", (furtherOnOneDay) => {
  const pair = (id: string, student: string, mentor: string) => ({
    id,
    student,
    mentor,
    minutes: 60,
    starts: startsAt([36]),
  });
  // At the only time, one of m's students is with n already.
  const asked = {
    pairs: [pair("p1", "ann", "n"), pair("p2", "ann", "m"), pair("p3", "ben", "m")],
    weights: { ...usualPlanWeights, furtherOnOneDay },
    bufferMinutes: 0,
  };
  const plan = planMonth(asked);
  expect(plan.placed.map(({ pair: placed }) => placed)).toEqual(["p1", "p3"]);
  expect(faultsOfMonth(asked, plan)).toEqual([]);
});
