/** A planner that may take few steps still gives a legal plan, and says how much better another one could be. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readInstance } from "../../../infra/local/planning/read-instance.ts";
import { faultsOfMonth } from "../../../infra/local/planning/verify-month.ts";
import { planMonth } from "../../../shared/domain/plan.ts";
import { planFreeTime } from "../../../shared/domain/plan-free-time.ts";
import { bestOf } from "../best-plan.ts";
import { crowdedSchools, schoolsOfSharedStudents } from "../plan-schools.ts";

const request = readInstance(readFileSync(new URL("golden/stress-two-200-seed1.json", import.meta.url)));

test("an overloaded school gets a plan with a gap, the same every time", () => {
  const best = planFreeTime(request);
  const early = planFreeTime(request, 1);
  expect(early.bound).toBeLessThan(best.cost);
  expect(early.cost).toBeGreaterThan(best.cost);
  expect(early.most).toBeGreaterThanOrEqual(best.placed.length);
  expect(planFreeTime(request, 1)).toEqual(early);
});

test("the best plan always lies between the bound and the cost", () => {
  fc.assert(
    fc.property(
      fc.oneof(crowdedSchools(5), schoolsOfSharedStudents),
      fc.constantFrom(1, 20, 60, 150),
      (asked, steps) => {
        const plan = planMonth(asked, steps);
        expect(faultsOfMonth(asked, plan)).toEqual([]);
        const best = bestOf(asked);
        expect(plan.bound).toBeLessThanOrEqual(best.cost);
        if (plan.placed.length === best.placed) expect(plan.cost).toBeGreaterThanOrEqual(best.cost);
        expect(plan.most).toBeGreaterThanOrEqual(best.placed);
        expect(plan.placed.length).toBeLessThanOrEqual(best.placed);
      },
    ),
    { numRuns: 150 },
  );
});
