/** Plans those mentors together whose months cannot be planned one by one, in circles that grow only as far as they must. */
import { circleOf } from "./circle.ts";
import { searchClashes } from "./clash-search.ts";
import { clashOf, type Desk, hasUnusedToll, mentorsOf } from "./desk.ts";
import type { MentorPlanner } from "./mentor-month.ts";

/** What no plan of these mentors can cost less than, all tolls counted that they may have to pay. */
type Proof = { mentors: readonly number[]; bound: number };

/**
 * Leaves a plan without clashes on the desk, and returns what no plan of the whole board can cost less than.
 * Nobody but these persons has clashes or tolls.
 */
export function planTogether(desk: Desk, planner: MentorPlanner, persons: ReadonlySet<number>): number {
  const proofOf = new Map<number, Proof>();
  const partsOf = (mentors: readonly number[]): Proof[] => {
    const parts: Proof[] = [];
    for (const mentor of mentors)
      if (!parts.some((part) => part.mentors.includes(mentor)))
        parts.push(proofOf.get(mentor) ?? { mentors: [mentor], bound: desk.least[mentor]! });
    return parts;
  };
  for (const person of persons) {
    let joining: readonly number[] =
      clashOf(desk, person) || hasUnusedToll(desk, person) ? mentorsOf(desk.board, person) : [];
    while (joining.length > 0) {
      const parts = partsOf(joining);
      const mentors = parts.flatMap((part) => part.mentors).sort((one, other) => one - other);
      const found = planCircle(desk, planner, mentors, sumOf(parts));
      const proof = { mentors, bound: found.bound };
      for (const mentor of mentors) proofOf.set(mentor, proof);
      joining = found.joining.length > 0 ? [mentors[0]!, ...found.joining] : [];
    }
  }
  let bound = 0;
  for (let mentor = 0; mentor < desk.board.mentorCount; mentor++)
    if (!proofOf.has(mentor)) bound += desk.least[mentor]!;
  for (const proof of new Set(proofOf.values())) bound += proof.bound;
  for (const person of persons) for (const { points } of desk.tolls[person]!) bound -= points;
  return bound;
}

const sumOf = (parts: readonly Proof[]): number => parts.reduce((sum, { bound }) => sum + bound, 0);

/** Plans a circle of mentors of whom it is known what they cost at least, tolls counted. */
function planCircle(
  desk: Desk,
  planner: MentorPlanner,
  mentors: readonly number[],
  atLeast: number,
): { bound: number; joining: readonly number[] } {
  const circle = circleOf(desk, mentors);
  const found = searchClashes(desk, planner, circle);
  return { bound: Math.max(found.bound + circle.innerTolls, atLeast), joining: found.joining };
}
