/** A legal plan for a circle, quickly: each mentor in turn takes what the others leave, as long as that makes it better. */
import { type Circle, costOfCircle } from "./circle.ts";
import type { Desk } from "./desk.ts";
import type { Question } from "./listing.ts";
import type { MentorPlanner } from "./mentor-month.ts";
import { seat } from "./seating.ts";

const roundsMax = 4;

/** Seats the circle without a clash inside or outside, and returns what it costs; mentors outside stay as they are. */
export function seatInTurn(desk: Desk, planner: MentorPlanner, circle: Circle): number {
  for (const pair of circle.pairs) desk.chosen[pair] = -1;
  const question: Question = {
    conditions: [],
    clashPoints: Number.POSITIVE_INFINITY,
    tollFree: circle.inner,
  };
  const costs = new Map<number, number>();
  for (let round = 0; round < roundsMax; round++) {
    let better = false;
    for (const mentor of circle.mentors) {
      const cost = planner.plan(mentor, question);
      if (cost >= (costs.get(mentor) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(mentor, cost);
      seat(desk, mentor, planner.choices);
      better = true;
    }
    if (!better) break;
  }
  return costOfCircle(desk, circle);
}
