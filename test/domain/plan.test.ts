/** A month's plan keeps every rule, leaves out nobody for whom there is room, and is the same however it is asked. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultsOfMonth } from "../../infra/local/planning/verify-month.ts";
import { planMonth } from "../../shared/domain/plan.ts";
import type { PlanPair, PlanRequest } from "../../shared/domain/plan-request.ts";
import { usualPlanWeights } from "../../shared/domain/plan-weights.ts";
import { bestOf } from "./best-plan.ts";
import {
  crowdedSchools,
  largeSchool,
  mentorsOfManyTimes,
  monday,
  reversed,
  schoolsOfSharedStudents,
  startsAt,
} from "./plan-schools.ts";

const nine = 36;

const pair = (
  id: string,
  student: string,
  mentor: string,
  quarters: number[],
  more: Partial<PlanPair> = {},
): PlanPair => ({
  id,
  student,
  mentor,
  minutes: 60,
  starts: startsAt(quarters),
  ...more,
});

const request = (pairs: PlanPair[], bufferMinutes = 0): PlanRequest => ({
  pairs,
  weights: usualPlanWeights,
  bufferMinutes,
});

/** Who meets when, in quarters of an hour after midnight of day 0. */
const planned = (asked: PlanRequest) => {
  const plan = planMonth(asked);
  expect(faultsOfMonth(asked, plan)).toEqual([]);
  return Object.fromEntries([
    ...plan.placed.map(({ pair, start }) => [pair, start / 15]),
    ...plan.unplaced.map(({ pair, reason }) => [pair, reason]),
  ]);
};

describe("room is found", () => {
  test("for two pairs of one mentor, back to back", () => {
    expect(planned(request([pair("a", "s1", "m", [nine, nine + 4]), pair("b", "s2", "m", [nine])]))).toEqual({
      a: nine + 4,
      b: nine,
    });
  });

  test("not back to back where time must be kept between meetings", () => {
    const pairs = [pair("a", "s1", "m", [nine, nine + 4]), pair("b", "s2", "m", [nine])];
    expect(Object.values(planned(request(pairs, 15)))).toContain("mentor-time-exhausted");
    expect(planned(request([pair("a", "s1", "m", [nine, nine + 5]), pairs[1]!], 15))).toEqual({
      a: nine + 5,
      b: nine,
    });
  });

  test("by moving three others on, each to the place of the next", () => {
    const pairs = [
      pair("a", "s1", "m", [nine, nine + 4], { idealDay: monday }),
      pair("b", "s2", "m", [nine + 4, nine + 8]),
      pair("c", "s3", "m", [nine + 8, nine + 12]),
      pair("d", "s4", "m", [nine, nine + 4]),
    ];
    expect(planMonth(request(pairs)).placed).toHaveLength(4);
  });

  test("by moving on two short meetings that lie under one long one", () => {
    const pairs = [
      pair("long", "s1", "m", [nine], { minutes: 60, idealDay: monday + 3 }),
      pair("short-1", "s2", "m", [nine, 200], { minutes: 30, idealDay: monday }),
      pair("short-2", "s3", "m", [nine + 2, 204], { minutes: 30, idealDay: monday }),
    ];
    expect(planned(request(pairs))).toEqual({ long: nine, "short-1": 200, "short-2": 204 });
  });

  test("for somebody who is a student in one pair and the mentor in another", () => {
    expect(
      planned(request([pair("a", "ana", "ben", [nine]), pair("b", "cem", "ana", [nine, nine + 4])])),
    ).toEqual({
      a: nine,
      b: nine + 4,
    });
  });

  test("not where there is none", () => {
    expect(planned(request([pair("a", "s1", "m", [nine]), pair("b", "s2", "m", [nine + 3])]))).toEqual({
      a: nine,
      b: "mentor-time-exhausted",
    });
  });
});

describe("habits are kept where they can be", () => {
  const tuesdayNine = 96 + nine;
  test.each([
    ["the day that spaces meetings evenly", [nine, tuesdayNine], { idealDay: monday + 1 }, tuesdayNine],
    ["last time's weekday", [nine, tuesdayNine], { last: { weekday: 1, minuteOfDay: 600 } }, tuesdayNine],
    [
      "last time's hour",
      [tuesdayNine, tuesdayNine + 4],
      { last: { weekday: 1, minuteOfDay: 600 } },
      tuesdayNine + 4,
    ],
    ["the earlier of two equal ones", [tuesdayNine + 4, tuesdayNine], {}, tuesdayNine],
  ])("%s", (_what, quarters, more, expected) => {
    expect(planned(request([pair("a", "s", "m", quarters, more)]))).toEqual({ a: expected });
  });

  test("a time that is free comes before one that is only if needed", () => {
    const starts = startsAt([nine, nine + 4], [nine]);
    expect(planned(request([{ ...pair("a", "s", "m", []), starts }]))).toEqual({ a: nine + 4 });
  });

  test("a mentor's meetings are spread over days", () => {
    const both = [
      pair("a", "s1", "m", [nine, tuesdayNine]),
      pair("b", "s2", "m", [nine + 4, tuesdayNine + 4]),
    ];
    const days = planMonth(request(both)).placed.map(({ start }) => Math.floor(start / 1440));
    expect(days.toSorted()).toEqual([0, 1]);
  });
});

test("an empty school has an empty plan, and two pairs with one id are a fault", () => {
  expect(planMonth(request([]))).toEqual({ placed: [], unplaced: [], cost: 0, most: 0, bound: 0 });
  expect(() => planMonth(request([pair("a", "s", "m", [nine]), pair("a", "t", "m", [nine])]))).toThrow(
    "id a",
  );
});

const figuresOf = (asked: PlanRequest) => {
  const { placed, cost, most, bound } = planMonth(asked);
  return { placed: placed.length, most, cost, bound };
};

/** The best of all plans, and the claim that it is. */
const provenBest = (asked: PlanRequest) => {
  const { placed, cost } = bestOf(asked);
  return { placed, most: placed, cost, bound: cost };
};

describe("in crowded schools", () => {
  test("every rule is kept", () => {
    fc.assert(
      fc.property(crowdedSchools(14), (asked) => {
        expect(faultsOfMonth(asked, planMonth(asked))).toEqual([]);
      }),
      {
        numRuns: 300,
      },
    );
  });

  test("of up to five pairs, the plan is the best that trying everything finds", () => {
    fc.assert(
      fc.property(crowdedSchools(5), (asked) => {
        expect(figuresOf(asked)).toEqual(provenBest(asked));
      }),
      { numRuns: 300 },
    );
  });

  test("also where every student has two or three mentors", () => {
    fc.assert(
      fc.property(schoolsOfSharedStudents, (asked) => {
        expect(figuresOf(asked)).toEqual(provenBest(asked));
      }),
      { numRuns: 200 },
    );
  });

  test("also where one mentor has few pairs and very many times", () => {
    fc.assert(
      fc.property(mentorsOfManyTimes, (asked) => {
        expect(figuresOf(asked)).toEqual(provenBest(asked));
      }),
      { numRuns: 40 },
    );
  });

  test("the plan does not depend on the order of pairs and starts", () => {
    const shuffled = crowdedSchools(10).chain((asked) =>
      fc
        .shuffledSubarray([...asked.pairs], { minLength: asked.pairs.length })
        .map(
          (pairs) =>
            [
              asked,
              { ...asked, pairs: pairs.map((one) => ({ ...one, starts: reversed(one.starts) })) },
            ] as const,
        ),
    );
    fc.assert(
      fc.property(shuffled, ([asked, other]) => {
        expect(planMonth(other)).toEqual(planMonth(asked));
      }),
    );
  });
});

test("a large school is planned whole, by the rules, and twice the same", () => {
  const asked = largeSchool(1300, 7);
  const plan = planMonth(asked);
  expect(faultsOfMonth(asked, plan)).toEqual([]);
  expect(plan.unplaced).toEqual([]);
  expect(planMonth(largeSchool(1300, 7))).toEqual(plan);
});
