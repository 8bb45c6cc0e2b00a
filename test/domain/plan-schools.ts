/** Small schools and large ones for the planner, drawn by fast-check or from a seed. */
import fc from "fast-check";
import type { PlanPair, PlanRequest, PlanStarts } from "../../shared/domain/plan-request.ts";
import { usualPlanWeights } from "../../shared/domain/plan-weights.ts";

/** 1970-01-05, a Monday: day 0 of the schools here. */
export const monday = 4;

/** Starts on the fifteen-minute grid of a month, counted in quarters of an hour from its first midnight. */
export const startsAt = (quarters: readonly number[], ifNeeded: readonly number[] = []): PlanStarts => ({
  at: Int32Array.from(quarters, (quarter) => quarter * 15),
  wall: Int32Array.from(quarters, (quarter) => monday * 1440 + quarter * 15),
  ifNeeded: Uint8Array.from(quarters, (quarter) => (ifNeeded.includes(quarter) ? 1 : 0)),
});

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
          idealDay: fc.option(
            fc.nat(1).map((day) => monday + day),
            { nil: undefined },
          ),
          missedLastMonth: fc.boolean(),
          last: fc.option(fc.record({ weekday: fc.nat(1), minuteOfDay: fc.constantFrom(540, 570) }), {
            nil: undefined,
          }),
          ifNeeded: fc.boolean(),
          lastIfNeeded: fc.boolean(),
        }),
        { maxLength: most },
      )
      .map((drawn) =>
        drawn.map(
          ({ quarters, ifNeeded, ...pair }, index): PlanPair => ({
            ...pair,
            id: `p${index}`,
            starts: startsAt(quarters, ifNeeded ? [quarters[0]!] : []),
          }),
        ),
      ),
    weights: fc.constant(usualPlanWeights),
    bufferMinutes: fc.constantFrom(0, 15),
  });

/** One mentor of two or three pairs, who all have time nearly all day on three days. */
export const mentorsOfManyTimes: fc.Arbitrary<PlanRequest> = fc
  .array(
    fc.record({
      minutes: fc.constantFrom(30, 45, 60),
      idealDay: fc.nat(2).map((day) => monday + day),
      quarters: fc
        .uniqueArray(fc.nat(38), { minLength: 28, maxLength: 38 })
        .map((drawn) => drawn.map((place) => (place % 3) * 96 + 36 + Math.floor(place / 3))),
      last: fc.option(fc.record({ weekday: fc.nat(2), minuteOfDay: fc.constantFrom(540, 570) }), {
        nil: undefined,
      }),
    }),
    { minLength: 2, maxLength: 3 },
  )
  .map((drawn) => ({
    pairs: drawn.map(
      ({ quarters, ...pair }, index): PlanPair => ({
        ...pair,
        id: `p${index}`,
        student: `s${index}`,
        mentor: "m",
        starts: startsAt(quarters.toSorted((one, other) => one - other)),
      }),
    ),
    weights: usualPlanWeights,
    bufferMinutes: 0,
  }));

/** Three students of two or three mentors each, who all have time on the same morning. */
export const schoolsOfSharedStudents: fc.Arbitrary<PlanRequest> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.nat(2), fc.nat(2)), {
      selector: ([student, mentor]) => `${student} ${mentor}`,
      minLength: 5,
      maxLength: 7,
    }),
    fc.array(
      fc.tuple(
        fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }),
        fc.nat(2).map((day) => monday + day),
        fc.constantFrom(30, 45, 60),
      ),
      { minLength: 7, maxLength: 7 },
    ),
  )
  .map(([seats, times]) => ({
    pairs: seats.map(([student, mentor], index): PlanPair => {
      const [quarters, idealDay, minutes] = times[index]!;
      return {
        id: `p${index}`,
        student: `s${student}`,
        mentor: `m${mentor}`,
        minutes,
        // Two hours of one day, the later ones of the next.
        starts: startsAt(quarters.map((quarter) => (quarter > 5 ? 96 : 0) + 36 + quarter)),
        idealDay,
      };
    }),
    weights: usualPlanWeights,
    bufferMinutes: 0,
  }));

/** The same starts, the last one first. */
export const reversed = ({ at, wall, ifNeeded }: PlanStarts): PlanStarts => ({
  at: at.toReversed(),
  wall: wall.toReversed(),
  ifNeeded: ifNeeded.toReversed(),
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
      starts: startsAt(
        [...quarters],
        [...quarters].filter(() => below(4) === 0),
      ),
      idealDay: monday + below(30),
      last: { weekday: below(5), minuteOfDay: 480 + below(40) * 15 },
    };
  });
  return { pairs, weights: usualPlanWeights, bufferMinutes: 0 };
}
