/** Putting one mentor's planned month on the desk, and reading it off again. */
import type { Board } from "./board.ts";
import type { Desk } from "./desk.ts";
import { unconditional } from "./listing.ts";
import type { MentorPlanner } from "./mentor-month.ts";

/** Seats the mentor's pairs as in the planner's last answer. */
export function seat({ board, chosen }: Desk, mentor: number, choices: Int32Array): void {
  const from = board.firstOf[mentor]!;
  for (let index = from; index < board.endAsMentor[mentor]!; index++)
    chosen[board.pairsOf[index]!] = choices[index - from]!;
}

/** Plans a mentor by himself or herself, with an eye on the others' meetings, and seats the month that costs least. */
export function seatAlone(desk: Desk, planner: MentorPlanner, mentor: number): void {
  desk.least[mentor] = planner.plan(mentor, unconditional);
  seat(desk, mentor, planner.choices);
}

/** What the seated months of the mentors from one up to another cost, tolls left aside. */
export function costOfMentors({ board, chosen }: Desk, from: number, to: number): number {
  let sum = 0;
  for (let mentor = from; mentor < to; mentor++) {
    for (let index = board.firstOf[mentor]!; index < board.endAsMentor[mentor]!; index++) {
      const pair = board.pairsOf[index]!;
      const choice = chosen[pair]!;
      if (choice < 0) sum += board.unplaced[pair]!;
      else sum += board.cost[choice]! + (isFurther(board, chosen, mentor, index) ? board.furtherOnOneDay : 0);
    }
  }
  return sum;
}

/** True when an earlier pair of the mentor meets on the same day as this one. */
function isFurther({ day, firstOf, pairsOf }: Board, chosen: Int32Array, mentor: number, index: number) {
  const onDay = day[chosen[pairsOf[index]!]!];
  for (let before = firstOf[mentor]!; before < index; before++) {
    const other = chosen[pairsOf[before]!]!;
    if (other >= 0 && day[other] === onDay) return true;
  }
  return false;
}
