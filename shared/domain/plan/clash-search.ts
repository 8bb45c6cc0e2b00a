/**
 * The exact months of a circle: each clash over a shared person's minute is settled one way and the other, the cheaper first,
 * until a plan without clashes is the cheapest of all (conflict-based search: Sharon et al., Artificial Intelligence 219, 2015, 40-66).
 */
import { type Circle, costOfCircle, seatAgain, sharersOfUnusedToll } from "./circle.ts";
import { clashOf, type Desk } from "./desk.ts";
import { seatInTurn } from "./in-turn.ts";
import type { MentorPlanner } from "./mentor-month.ts";
import { type Node, openMinuteOf, rootOf, settleMinute } from "./settled-minutes.ts";
import { waitingLine } from "./waiting-line.ts";

/** `bound`: no plan of the circle costs less. `joining`: mentors outside without whom its best plan cannot be told. */
export type Found = { bound: number; joining: readonly number[] };

/** Leaves the circle in legal seats unless others must join: in the best ones, or when the steps run out in the best that were met. */
export function searchClashes(desk: Desk, planner: MentorPlanner, circle: Circle): Found {
  let best: { seats: Int32Array; cost: number } = {
    seats: new Int32Array(0),
    cost: Number.POSITIVE_INFINITY,
  };
  // Of plans that are not proven to be the best of their kind, what they could cost at least.
  let unproven = Number.POSITIVE_INFINITY;
  const line = waitingLine<Node>(isBefore);
  line.add(rootOf(desk, planner, circle));
  for (let number = 1; ; ) {
    const node = line.next();
    const bound = Math.min(node?.bound ?? Number.POSITIVE_INFINITY, unproven);
    if (!node || node.bound >= best.cost || desk.steps <= 0) {
      // A plan in turn may be better than what was met while there were steps.
      const inTurn = bound < best.cost ? seatInTurn(desk, planner, circle) : Number.POSITIVE_INFINITY;
      if (inTurn >= best.cost) seatAgain(desk, circle, best.seats);
      return { bound: Math.min(bound, best.cost, inTurn), joining: sharersOfUnusedToll(desk, circle) };
    }
    seatAgain(desk, circle, node.seats);
    desk.steps -= circle.pairs.length;
    const minute = openMinuteOf(desk, circle, node);
    if (!minute || minute.kind === "unused-toll") {
      const joining = [...clashingOutside(desk, circle), ...sharersOfUnusedToll(desk, circle)];
      if (joining.length > 0) return { bound, joining };
      const cost = costOfCircle(desk, circle);
      if (cost < best.cost) best = { seats: node.seats, cost };
      if (cost === node.bound) continue;
      if (!minute) {
        unproven = Math.min(unproven, node.bound);
        continue;
      }
    }
    for (const child of settleMinute(desk, planner, circle, node, minute)) {
      child.number = number++;
      if (child.bound < best.cost) line.add(child);
    }
  }
}

const isBefore = (one: Node, other: Node): boolean =>
  one.bound !== other.bound
    ? one.bound < other.bound
    : one.clashes !== other.clashes
      ? one.clashes < other.clashes
      : one.number > other.number;

function clashingOutside(desk: Desk, { mentors, persons }: Circle): number[] {
  const { mentor: mentorOf } = desk.board;
  for (const person of persons) {
    const clash = clashOf(desk, person);
    if (clash)
      return [mentorOf[clash.one]!, mentorOf[clash.other]!].filter((mentor) => !mentors.includes(mentor));
  }
  return [];
}
