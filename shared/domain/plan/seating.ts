/** Putting one mentor's planned month on the desk, and reading it off again. */
import type { Desk } from "./desk.ts";
import type { MentorPlanner } from "./mentor-month.ts";

/** Seats the mentor's pairs as in the planner's last answer. */
export function seat({ board, chosen }: Desk, mentor: number, choices: Int32Array): void {
  const from = board.firstOfMentor[mentor]!;
  for (let index = from; index < board.firstOfMentor[mentor + 1]!; index++)
    chosen[board.pairsOfMentor[index]!] = choices[index - from]!;
}

/** Plans every mentor by himself or herself, with an eye on those planned before. */
export function seatEverybody(desk: Desk, planner: MentorPlanner): void {
  for (let mentor = 0; mentor < desk.board.mentorCount; mentor++) {
    desk.least[mentor] = planner.plan({ mentor, conditions: [], others: "avoided" });
    seat(desk, mentor, planner.choices);
  }
}

/** What the seated month of one mentor costs, tolls left aside. */
export function costOfMentor({ board, chosen }: Desk, mentor: number): number {
  const days = new Set<number>();
  let sum = 0;
  for (let index = board.firstOfMentor[mentor]!; index < board.firstOfMentor[mentor + 1]!; index++) {
    const pair = board.pairsOfMentor[index]!;
    const choice = chosen[pair]!;
    if (choice < 0) {
      sum += board.unplaced[pair]!;
      continue;
    }
    sum += board.cost[choice]! + (days.has(board.day[choice]!) ? board.furtherOnOneDay : 0);
    days.add(board.day[choice]!);
  }
  return sum;
}
