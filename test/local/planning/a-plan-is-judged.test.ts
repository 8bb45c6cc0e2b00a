/** The judge of plans finds every kind of fault, and nothing to say against a plan that is right. */
import { expect, test } from "vitest";
import { faultsOfPlan } from "../../../infra/local/planning/verify.ts";
import { readMonth } from "../../domain/plan/month-file.ts";

const free = [
  [540, 660],
  [1980, 2100],
] as const;
const instance = readMonth({
  weights: { outside_mentor_preferred: 7 },
  students: [
    { id: "s1", free, preferred: [{ weekday: 0, from: 540, to: 600 }] },
    { id: "s2", free },
  ],
  mentors: [{ id: "m1", free, preferred: [{ weekday: 1, from: 540, to: 660 }] }],
  pairs: [
    { id: "p1", student: "s1", mentor: "m1", minutes: 60, ideal_day: 1, usual: { weekday: 0, start: 555 } },
    { id: "p2", student: "s2", mentor: "m1", minutes: 60, ideal_day: 0 },
  ],
});

test.each([
  // 2 for the day, 7 for the mentor's wish, 3 for the hour; 7 and 5 for the second of the day
  [
    [
      ["p1", 540],
      ["p2", 600],
    ],
    2 + 7 + 3 + 7 + 5,
  ],
  // 6 for the student's wish and 8 for the weekday
  [[["p1", 1980]], 6 + 8 + 1000],
  [[], 2000],
] as const)("nothing is wrong with %j at %i", (plan, objective) => {
  expect(faultsOfPlan(instance, { plan, objective })).toEqual([]);
});

test.each([
  [
    [
      ["p1", 540],
      ["p2", 585],
    ],
    "m1 is in p1 and p2 at once",
  ],
  [[["p1", 550]], "p1 at 550 is not on the grid"],
  [[["p1", 615]], "p1 at 615: s1 is not free"],
  [[["p3", 540]], "p3 is not a pair"],
  [
    [
      ["p1", 540],
      ["p1", 1980],
    ],
    "p1 is twice in the plan",
  ],
  [[["p1", 540]], "the objective is 1012, not 0"],
] as const)("%j: %s", (plan, fault) => {
  expect(faultsOfPlan(instance, { plan, objective: 0 })).toContain(fault);
});
