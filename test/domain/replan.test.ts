/** After a change, those without a time get one, and announced meetings move only where that makes room, never inside the notice. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planMonth } from "../../shared/domain/plan.ts";
import type { PlanPair, PlanRequest } from "../../shared/domain/plan-request.ts";
import { usualPlanWeights } from "../../shared/domain/plan-weights.ts";
import { clash, replanMonth, type Standing } from "../../shared/domain/replan.ts";
import { planRoom } from "../../shared/domain/replan-order.ts";
import { crowdedSchools, monday, schoolsOfSharedStudents, startsAt } from "./plan-schools.ts";

const nine = 36;
const pair = (id: string, student: string, quarters: number[], idealDay?: number): PlanPair => ({
  id,
  student,
  mentor: "m",
  minutes: 60,
  starts: startsAt(quarters),
  idealDay,
});
const request = (pairs: PlanPair[]): PlanRequest => ({ pairs, weights: usualPlanWeights, bufferMinutes: 0 });
const told = (id: string, quarter: number): Standing => ({
  pair: id,
  at: quarter * 15,
  wall: monday * 1440 + quarter * 15,
});

describe("a pair that joins later", () => {
  test("takes what is free, and nobody moves for its wishes or theirs", () => {
    const pairs = [pair("a", "s1", [nine, nine + 96], monday + 1), pair("b", "s2", [nine, nine + 4], monday)];
    expect(replanMonth(request(pairs), [told("a", nine)], 0)).toEqual({
      placed: [{ pair: "b", start: (nine + 4) * 15 }],
      moved: [],
      unplaced: [],
      cost: 5,
      leastUnplaced: 0,
    });
  });

  test("makes an announced meeting move when there is no other way", () => {
    const pairs = [pair("a", "s1", [nine, nine + 4]), pair("b", "s2", [nine])];
    expect(replanMonth(request(pairs), [told("a", nine)], 0)).toEqual({
      placed: [{ pair: "b", start: nine * 15 }],
      moved: [{ pair: "a", from: nine * 15, to: (nine + 4) * 15 }],
      unplaced: [],
      cost: 5,
      leastUnplaced: 0,
    });
  });

  test("makes one announced meeting move rather than two, however far away its other time is", () => {
    const near = (id: string, quarters: number[]) => ({
      ...pair(id, `s${id}`, quarters, monday),
      minutes: 30,
    });
    const pairs = [
      pair("a", "sa", [nine, nine + 25 * 96], monday),
      near("b", [nine + 8, nine + 16]),
      near("c", [nine + 10, nine + 20]),
      pair("d", "sd", [nine, nine + 8]),
    ];
    const standing = [told("a", nine), told("b", nine + 8), told("c", nine + 10)];
    expect(replanMonth(request(pairs), standing, 0)).toMatchObject({
      placed: [{ pair: "d", start: nine * 15 }],
      moved: [{ pair: "a", from: nine * 15, to: (nine + 25 * 96) * 15 }],
    });
  });

  test.each([
    ["ben", "n", "clash-with-other-mentor"],
    ["ann", "m", "mentor-time-exhausted"],
  ])(
    "goes without where two meetings would have to change places, and hears why: %s with %s",
    (student, mentor, reason) => {
      const pairs = [
        pair("a", "ada", [nine, nine + 96]),
        pair("b", "ben", [nine, nine + 96]),
        { ...pair("c", student, [nine]), mentor },
      ];
      expect(planRoom(request(pairs), [told("a", nine + 96), told("b", nine)], 0).unplaced).toEqual([
        { pair: "c", reason },
      ]);
    },
  );

  test("goes without when that meeting is inside the notice, or would have to move into it", () => {
    const pairs = [pair("a", "s1", [nine, nine + 4, 300]), pair("b", "s2", [nine])];
    const without = {
      placed: [],
      moved: [],
      unplaced: [{ pair: "b", reason: "mentor-time-exhausted" }],
      cost: 0,
      leastUnplaced: 1,
    };
    expect(replanMonth(request(pairs), [told("a", nine)], nine * 15 + 1)).toEqual(without);
    const earlier = [pair("a", "s1", [nine, nine + 4]), pair("b", "s2", [nine + 4])];
    expect(replanMonth(request(earlier), [told("a", nine + 4)], (nine + 1) * 15)).toEqual(without);
  });

  test("moves nobody only to choose who goes without, were it for the second time", () => {
    const pairs = [
      pair("a", "s1", [nine, nine + 96]),
      pair("b", "s2", [nine]),
      { ...pair("c", "s3", [nine + 96]), missedLastMonth: true },
    ];
    const { placed, moved } = replanMonth(request(pairs), [told("a", nine + 96)], 0);
    expect({ placed, moved }).toEqual({ placed: [{ pair: "b", start: nine * 15 }], moved: [] });
  });

  test("never has another called off, were it for two", () => {
    const pairs = [
      { ...pair("long", "s1", [nine]), minutes: 120 },
      pair("b", "s2", [nine]),
      pair("c", "s3", [nine + 4]),
    ];
    const { placed, moved, unplaced } = replanMonth(request(pairs), [told("long", nine)], 0);
    expect({ placed, moved, unplaced: unplaced.length }).toEqual({ placed: [], moved: [], unplaced: 2 });
  });
});

describe("announced meetings that stand closer than the school's buffer is now", () => {
  const day = 96;
  const standing = [told("a", nine), told("b", nine + 4)];
  const stand = [pair("a", "s1", [nine, nine + day]), pair("b", "s2", [nine + 4, nine + day])];
  const replan = (pairs: PlanPair[], earliest: number, told = standing) =>
    replanMonth({ ...request(pairs), bufferMinutes: 15 }, told, earliest);

  test("stay where they are, and others take what they leave", () => {
    const pairs = [...stand, pair("c", "s3", [nine, nine + 4, nine + 9])];
    expect(replan(pairs, 0)).toEqual({
      placed: [{ pair: "c", start: (nine + 9) * 15 }],
      moved: [],
      unplaced: [],
      cost: 0,
      leastUnplaced: 0,
    });
  });

  test("do not keep others from making room, were the two inside the notice", () => {
    const pairs = [
      ...stand,
      pair("c", "s3", [nine + day, nine + day + 8]),
      pair("d", "s4", [nine + day]),
      pair("e", "s1", [nine, nine + 4]),
    ];
    for (const earliest of [0, (nine + 5) * 15])
      expect(replan(pairs, earliest, [...standing, told("c", nine + day)])).toEqual({
        placed: [{ pair: "d", start: (nine + day) * 15 }],
        moved: [{ pair: "c", from: (nine + day) * 15, to: (nine + day + 8) * 15 }],
        unplaced: [{ pair: "e", reason: "mentor-time-exhausted" }],
        cost: 5,
        leastUnplaced: 1,
      });
  });

  test.each([
    ["the mentor is free at a time of one of them", [nine + 6, nine + day], "clash-with-other-mentor"],
    ["the mentor is in another meeting then", [nine + day], "mentor-time-exhausted"],
    ["the mentor is in another meeting at the time of one of them", [nine + 4], "mentor-time-exhausted"],
  ])("leave a true reason to whoever goes without: %s", (_what, quarters, reason) => {
    const ofAnother = (id: string, student: string, starts: number[]) => ({
      ...pair(id, student, starts),
      mentor: "n",
    });
    const pairs = [
      ...stand,
      ofAnother("c", "s3", [nine + day]),
      ofAnother("d", "s2", quarters),
      { ...ofAnother("e", "s4", [nine + 4]), minutes: 15 },
    ];
    const announced = [...standing, told("c", nine + day), told("e", nine + 4)];
    expect(replan(pairs, 0, announced).unplaced).toEqual([{ pair: "d", reason }]);
  });
});

test("however dear a school makes its wishes, nobody moves for them", () => {
  const pairs = [
    pair("a", "s1", [nine, nine + 4]),
    ...Array.from({ length: 80 }, (_, index) => ({
      ...pair(`b${index}`, `t${index}`, [nine], monday + 30),
      mentor: `m${index}`,
    })),
  ];
  const weights = { ...usualPlanWeights, perDayFromIdeal: 1_000_000 };
  const { placed, moved } = replanMonth({ ...request(pairs), weights }, [told("a", nine)], 0);
  expect({ placed: placed.length, moved }).toEqual({ placed: 80, moved: [] });
});

/** The most new places, and the fewest moves for them, by trying everything. */
function bestOf(
  { pairs, bufferMinutes }: PlanRequest,
  standing: readonly Standing[],
  earliest: number,
  isAllowed: (at: ReadonlyMap<string, number>) => boolean = () => true,
) {
  const before = new Map(standing.map(({ pair, at }) => [pair, at]));
  const at = new Map<string, number>();
  let best = { placed: -1, moved: 0 };
  const clashes = (one: PlanPair, start: number): boolean =>
    pairs.some((other) => {
      const start2 = at.get(other.id);
      if (start2 === undefined || other.id === one.id) return false;
      const shared = [one.student, one.mentor].some((who) => who === other.student || who === other.mentor);
      return (
        shared &&
        start < start2 + other.minutes + bufferMinutes &&
        start2 < start + one.minutes + bufferMinutes
      );
    });
  const tryFrom = (index: number, placed: number, moved: number): void => {
    const one = pairs[index];
    if (!one) {
      const isBetter = placed > best.placed || (placed === best.placed && moved < best.moved);
      if (isBetter && isAllowed(at)) best = { placed, moved };
      return;
    }
    const has = before.get(one.id);
    const starts =
      has === undefined
        ? [...one.starts.at]
        : [
            has,
            ...(has >= earliest ? one.starts.at.filter((start) => start >= earliest && start !== has) : []),
          ];
    for (const start of starts) {
      if (clashes(one, start)) continue;
      at.set(one.id, start);
      tryFrom(
        index + 1,
        placed + (has === undefined ? 1 : 0),
        moved + (has === undefined || has === start ? 0 : 1),
      );
      at.delete(one.id);
    }
    if (has === undefined) tryFrom(index + 1, placed, moved);
  };
  tryFrom(0, 0, 0);
  return best;
}

/** Whether all can come to these times one by one, each when nobody is in the way. */
function oneByOne({ pairs, bufferMinutes }: PlanRequest, standing: readonly Standing[]) {
  const pairOf = new Map(pairs.map((one) => [one.id, one]));
  return (times: ReadonlyMap<string, number>): boolean => {
    const now = new Map(standing.map((one) => [one.pair, one.at]));
    const isFree = (id: string, start: number): boolean =>
      [...now].every(
        ([other, at]) =>
          other === id || !clash(pairOf.get(id)!, start, pairOf.get(other)!, at, bufferMinutes),
      );
    for (;;) {
      const waiting = [...times].filter(([id, start]) => now.get(id) !== start);
      const next = waiting.find(([id, start]) => isFree(id, start));
      if (!next) return waiting.length === 0;
      now.set(...next);
    }
  };
}

test("in crowded schools: as many as possible, with as few moves as possible", () => {
  fc.assert(
    fc.property(
      fc.oneof(crowdedSchools(6), schoolsOfSharedStudents),
      fc.nat(3),
      fc.constantFrom(0, 36 * 15 + 31, 96 * 15),
      (asked, later, earliest) => {
        const first = asked.pairs.slice(0, Math.max(0, asked.pairs.length - later));
        const standing = planMonth({ ...asked, pairs: first }).placed.map(
          ({ pair: id, start }): Standing => ({ pair: id, at: start, wall: monday * 1440 + start }),
        );
        const pairs = asked.pairs.filter(
          ({ id }) => standing.some((one) => one.pair === id) || !first.some((one) => one.id === id),
        );
        const { placed, moved, unplaced, leastUnplaced } = replanMonth(
          { ...asked, pairs },
          standing,
          earliest,
        );
        expect({ placed: placed.length, moved: moved.length }).toEqual(
          bestOf({ ...asked, pairs }, standing, earliest),
        );
        expect(unplaced.length).toBe(leastUnplaced);
        for (const { from, to } of moved) expect(Math.min(from, to)).toBeGreaterThanOrEqual(earliest);
      },
    ),
    { numRuns: 200 },
  );
});

test("with too few steps, everybody who was told a time keeps it", () => {
  fc.assert(
    fc.property(schoolsOfSharedStudents, (asked) => {
      const standing = planMonth(asked).placed.map(
        ({ pair: id, start }): Standing => ({ pair: id, at: start, wall: monday * 1440 + start }),
      );
      const { placed, unplaced } = replanMonth(asked, standing, 0, 1);
      const without = asked.pairs.length - standing.length;
      expect({ placed: placed.length, unplaced: unplaced.length }).toEqual({ placed: 0, unplaced: without });
    }),
    { numRuns: 60 },
  );
});

describe("the changes of a plan that makes room", () => {
  test("come in the order in which each finds its time free", () => {
    const pairs = [
      pair("a", "s1", [nine, nine + 4]),
      pair("b", "s2", [nine + 4, nine + 8]),
      pair("c", "s3", [nine]),
    ];
    const standing = [told("a", nine), told("b", nine + 4)];
    expect(planRoom(request(pairs), standing, 0)).toEqual({
      changes: [
        { pair: "b", start: (nine + 8) * 15 },
        { pair: "a", start: (nine + 4) * 15 },
        { pair: "c", start: nine * 15 },
      ],
      unplaced: [],
    });
  });

  // To make room for c, a would move to where b is, and b into a part of the time that a gives up.
  const inACircle = [
    pair("a", "s1", [nine, nine + 4, nine + 16]),
    { ...pair("b", "s2", [nine + 4, nine + 2]), minutes: 30 },
    { ...pair("c", "s3", [nine]), minutes: 30 },
  ];
  const announced = [told("a", nine), told("b", nine + 4)];

  test("are those of the next best plan where two meetings would have to change places", () => {
    const pairs = [...inACircle, pair("d", "s4", [nine + 16, nine + 25 * 96], monday)];
    const standing = [...announced, told("d", nine + 16)];
    expect(replanMonth(request(pairs), standing, 0).moved.map((one) => one.pair)).toEqual(["a", "b"]);
    expect(planRoom(request(pairs), standing, 0)).toEqual({
      changes: [
        { pair: "d", start: (nine + 25 * 96) * 15 },
        { pair: "a", start: (nine + 16) * 15 },
        { pair: "c", start: nine * 15 },
      ],
      unplaced: [],
    });
  });

  test("are made elsewhere also where two meetings would have to change places", () => {
    const elsewhere = (id: string, quarters: number[]) => ({ ...pair(id, `s${id}`, quarters), mentor: "n" });
    const [a, ...others] = inACircle;
    const pairs = [
      { ...a!, starts: startsAt([nine, nine + 4]) },
      ...others,
      elsewhere("e", [nine, nine + 4]),
      elsewhere("f", [nine]),
    ];
    expect(planRoom(request(pairs), [...announced, told("e", nine)], 0)).toEqual({
      changes: [
        { pair: "e", start: (nine + 4) * 15 },
        { pair: "f", start: nine * 15 },
      ],
      unplaced: [{ pair: "c", reason: "mentor-time-exhausted" }],
    });
  });

  test("are none where two meetings would have to change places", () => {
    const pairs = [
      pair("a", "s1", [nine, nine + 5]),
      { ...pair("b", "s2", [nine, nine + 4]), minutes: 75 },
      pair("c", "s3", [nine + 9]),
      { ...pair("d", "s4", [nine + 5]), minutes: 15 },
    ];
    expect(planRoom(request(pairs), [told("a", nine), told("b", nine + 4)], 0)).toMatchObject({
      changes: [{ pair: "c", start: (nine + 9) * 15 }],
    });
  });

  test("never put anybody into two meetings on the way, and are those of the best plan that can be made so", () => {
    fc.assert(
      fc.property(fc.oneof(crowdedSchools(6), schoolsOfSharedStudents), fc.nat(3), (asked, later) => {
        const first = asked.pairs.slice(0, Math.max(0, asked.pairs.length - later));
        const standing = planMonth({ ...asked, pairs: first }).placed.map(
          ({ pair: id, start }): Standing => ({ pair: id, at: start, wall: monday * 1440 + start }),
        );
        const pairOf = new Map(asked.pairs.map((one) => [one.id, one]));
        const now = new Map(standing.map((one) => [one.pair, one.at]));
        const { changes, unplaced } = planRoom(asked, standing, 0);
        for (const { pair: id, start } of changes) {
          for (const [other, at] of now)
            if (other !== id)
              expect(clash(pairOf.get(id)!, start, pairOf.get(other)!, at, asked.bufferMinutes)).toBe(false);
          now.set(id, start);
        }
        expect(now.size + unplaced.length).toBe(asked.pairs.length);
        const moved = standing.filter((one) => now.get(one.pair) !== one.at).length;
        expect({ placed: now.size - standing.length, moved }).toEqual(
          bestOf(asked, standing, 0, oneByOne(asked, standing)),
        );
      }),
      { numRuns: 200 },
    );
  });
});
