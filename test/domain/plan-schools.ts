/** Small schools and large ones for the planner, drawn by fast-check or from a seed. */
import fc from "fast-check";
import {
  ourWeights,
  type PlanPair,
  type PlanRequest,
  type PlanStart,
} from "../../shared/domain/plan-request.ts";

/** A start on the fifteen-minute grid of a month whose day 0 is a Monday. */
export const startAt = (quarter: number, ifNeeded = false): PlanStart => {
  const day = Math.floor(quarter / 96);
  return { start: quarter * 15, ifNeeded, day, weekday: day % 7, minuteOfDay: (quarter % 96) * 15 };
};

/** Up to `most` pairs of few people crowded into the same two mornings. */
export const crowdedSchools = (most: number): fc.Arbitrary<PlanRequest> =>
  fc.record({
    pairs: fc
      .array(
        fc.record({
          student: fc.nat(3).map((number) => `s${number}`),
          mentor: fc.nat(2).map((number) => `m${number}`),
          minutes: fc.constantFrom(30, 45, 60),
          quarters: fc.uniqueArray(
            fc.tuple(fc.nat(1), fc.nat(8)).map(([day, quarter]) => day * 96 + 36 + quarter),
            { minLength: 1, maxLength: 4 },
          ),
          idealDay: fc.option(fc.nat(1), { nil: undefined }),
          last: fc.option(fc.record({ weekday: fc.nat(1), minuteOfDay: fc.constantFrom(540, 570) }), {
            nil: undefined,
          }),
          ifNeeded: fc.boolean(),
        }),
        { maxLength: most },
      )
      .map((drawn) =>
        drawn.map(
          ({ quarters, ifNeeded, ...pair }, index): PlanPair => ({
            ...pair,
            id: `p${index}`,
            starts: quarters.map((quarter, place) => startAt(quarter, ifNeeded && place === 0)),
          }),
        ),
      ),
    weights: fc.constant(ourWeights),
    bufferMinutes: fc.constantFrom(0, 15),
  });

/** A school with so many pairs, about three to a mentor, each with some sixty starts in the month. */
export function largeSchool(pairCount: number, seed: number): PlanRequest {
  let state = seed;
  const below = (limit: number): number => {
    // A linear congruential generator (Numerical Recipes), enough to scatter windows.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pairs = Array.from({ length: pairCount }, (_, index): PlanPair => {
    const quarters = new Set<number>();
    for (let window = 0; window < 10; window++) {
      const first = below(30) * 96 + 32 + below(40);
      for (let quarter = 0; quarter < 6; quarter++) quarters.add(first + quarter);
    }
    return {
      id: `p${index}`,
      student: `s${below(Math.ceil(pairCount * 0.9))}`,
      mentor: `m${below(Math.ceil(pairCount / 3))}`,
      minutes: 45,
      starts: [...quarters].map((quarter) => startAt(quarter, below(4) === 0)),
      idealDay: below(30),
      last: { weekday: below(5), minuteOfDay: 480 + below(40) * 15 },
    };
  });
  return { pairs, weights: ourWeights, bufferMinutes: 0 };
}
