/** Of schools whose best plans are known from other solvers, the planner finds the best and proves it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readInstance } from "../../../infra/local/planning/read-instance.ts";
import { faultsOfPlan } from "../../../infra/local/planning/verify.ts";
import { planFreeTime } from "../../../shared/domain/plan-free-time.ts";
import { type MonthFile, readMonth } from "./month-file.ts";

const golden = (name: string) => readFileSync(new URL(`golden/${name}.json`, import.meta.url));
const optima = JSON.parse(golden("optima").toString()) as Record<
  string,
  { placed: number; objective: number }
>;

test.each(Object.entries(optima))("%s", (name, { placed, objective }) => {
  const instance = readInstance(golden(name));
  const plan = planFreeTime(instance);
  expect({ placed: plan.placed.length, most: plan.most, cost: plan.cost, bound: plan.bound }).toEqual({
    placed,
    most: placed,
    cost: objective,
    bound: objective,
  });
  const given = plan.placed.map(({ pair, start }) => [pair, start] as const);
  expect(faultsOfPlan(instance, { plan: given, objective })).toEqual([]);
});

test("the order of people, pairs and windows makes no difference", () => {
  const file = JSON.parse(golden("stress-two-200-seed1").toString()) as MonthFile;
  const turned: MonthFile = {
    ...file,
    students: file.students.toReversed(),
    mentors: file.mentors.toReversed().map((mentor) => ({
      ...mentor,
      preferred: mentor.preferred!.toReversed(),
    })),
    pairs: file.pairs.toReversed(),
  };
  expect(planFreeTime(readMonth(turned))).toEqual(planFreeTime(readMonth(file)));
});
