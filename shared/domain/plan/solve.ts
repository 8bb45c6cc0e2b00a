/** Plans a whole board: everybody alone, then apart where they clash, then together where that is not enough. */
import type { Board } from "./board.ts";
import { makeDesk } from "./desk.ts";
import { mentorPlanner } from "./mentor-month.ts";
import { costOfMentors, seatAlone } from "./seating.ts";
import { planTogether } from "./together.ts";
import { raiseTolls } from "./tolls.ts";

/** The choice of each pair, or -1; what that costs, and what any plan costs at least, both with the board's prices of leaving out. */
export type Solution = { chosen: Int32Array; cost: number; bound: number };

/** Always a plan without clashes; the best one, proven, unless the steps run out before. */
export function solve(board: Board, steps: number): Solution {
  const desk = makeDesk(board, steps);
  const planner = mentorPlanner(desk);
  const clashing: number[] = [];
  for (let mentor = 0; mentor < board.mentorCount; mentor++) {
    seatAlone(desk, planner, mentor);
    if (planner.mayClash) clashing.push(mentor);
  }
  const bound = planTogether(desk, planner, raiseTolls(desk, planner, clashing));
  return { chosen: desk.chosen, cost: costOfMentors(desk, 0, board.mentorCount), bound };
}
