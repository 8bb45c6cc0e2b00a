/** The planner's board: every possible start of every pair in flat arrays, and who sits where at the moment. */
import type { PlanPair, PlanStart } from "./plan-request.ts";

/** Pairs and persons are numbers here. A pair's choices are `firstChoice[pair]` up to `firstChoice[pair + 1]`, cheapest first. */
export type Board = {
  pairCount: number;
  firstChoice: Int32Array;
  startAt: Int32Array;
  day: Int32Array;
  cost: Int32Array;
  minutes: Int32Array;
  student: Int32Array;
  mentor: Int32Array;
  bufferMinutes: number;
  furtherOnOneDay: number;
  /** The choice each pair has taken, or -1. */
  chosen: Int32Array;
  /** All pairs of each person, and those that are placed. */
  pairsOf: number[][];
  meetings: number[][];
};

/** An empty board. `costOf` is asked once for each start and answers in whole points. */
export function makeBoard(
  pairs: readonly PlanPair[],
  bufferMinutes: number,
  furtherOnOneDay: number,
  costOf: (pair: PlanPair, start: PlanStart) => number,
): Board {
  const choices = pairs.reduce((sum, { starts }) => sum + starts.length, 0);
  const persons = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = persons.get(id) ?? persons.size;
    persons.set(id, number);
    return number;
  };
  const board: Board = {
    pairCount: pairs.length,
    firstChoice: new Int32Array(pairs.length + 1),
    startAt: new Int32Array(choices),
    day: new Int32Array(choices),
    cost: new Int32Array(choices),
    minutes: Int32Array.from(pairs, ({ minutes }) => minutes),
    student: Int32Array.from(pairs, ({ student }) => numberOf(student)),
    mentor: Int32Array.from(pairs, ({ mentor }) => numberOf(mentor)),
    bufferMinutes,
    furtherOnOneDay,
    chosen: new Int32Array(pairs.length).fill(-1),
    pairsOf: [],
    meetings: [],
  };
  let choice = 0;
  for (const [pair, request] of pairs.entries()) {
    const priced = request.starts.map((start) => ({ start, cost: costOf(request, start) }));
    priced.sort((a, b) => a.cost - b.cost || a.start.start - b.start.start);
    for (const { start, cost } of priced) {
      board.startAt[choice] = start.start;
      board.day[choice] = start.day;
      board.cost[choice++] = cost;
    }
    board.firstChoice[pair + 1] = choice;
  }
  board.meetings = Array.from({ length: persons.size }, () => []);
  board.pairsOf = Array.from({ length: persons.size }, () => []);
  for (let pair = 0; pair < pairs.length; pair++) {
    board.pairsOf[board.mentor[pair]!]!.push(pair);
    board.pairsOf[board.student[pair]!]!.push(pair);
  }
  return board;
}

export function take(board: Board, pair: number, choice: number): void {
  board.chosen[pair] = choice;
  board.meetings[board.student[pair]!]!.push(pair);
  board.meetings[board.mentor[pair]!]!.push(pair);
}

export function leave(board: Board, pair: number): void {
  board.chosen[pair] = -1;
  for (const person of [board.student[pair]!, board.mentor[pair]!]) {
    const meetings = board.meetings[person]!;
    meetings.splice(meetings.indexOf(pair), 1);
  }
}

/** The placed pairs that keep this pair from this choice, each once. */
export function blockers(board: Board, pair: number, choice: number): number[] {
  const found: number[] = [];
  const from = board.startAt[choice]! - board.bufferMinutes;
  const to = board.startAt[choice]! + board.minutes[pair]! + board.bufferMinutes;
  for (let side = 0; side < 2; side++) {
    for (const other of board.meetings[side === 0 ? board.student[pair]! : board.mentor[pair]!]!) {
      const start = board.startAt[board.chosen[other]!]!;
      if (start < to && from < start + board.minutes[other]! && other !== pair && !found.includes(other))
        found.push(other);
    }
  }
  return found;
}

/** True when nobody keeps this pair from this choice. */
export function isOpen(board: Board, pair: number, choice: number): boolean {
  const from = board.startAt[choice]! - board.bufferMinutes;
  const to = board.startAt[choice]! + board.minutes[pair]! + board.bufferMinutes;
  for (let side = 0; side < 2; side++) {
    for (const other of board.meetings[side === 0 ? board.student[pair]! : board.mentor[pair]!]!) {
      const start = board.startAt[board.chosen[other]!]!;
      if (start < to && from < start + board.minutes[other]! && other !== pair) return false;
    }
  }
  return true;
}

/** What a choice would cost this pair as the board stands, its own present place left aside. */
export function costNow(board: Board, pair: number, choice: number): number {
  const mentor = board.mentor[pair]!;
  for (const other of board.meetings[mentor]!) {
    if (
      other !== pair &&
      board.mentor[other] === mentor &&
      board.day[board.chosen[other]!] === board.day[choice]
    )
      return board.cost[choice]! + board.furtherOnOneDay;
  }
  return board.cost[choice]!;
}

/** The cheapest choice that nobody is in the way of, the earlier of two, or -1. */
export function cheapestOpen(board: Board, pair: number): number {
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let choice = board.firstChoice[pair]!; choice < board.firstChoice[pair + 1]!; choice++) {
    if (board.cost[choice]! >= bestCost) break;
    const cost = costNow(board, pair, choice);
    if (cost < bestCost && isOpen(board, pair, choice)) [best, bestCost] = [choice, cost];
  }
  return best;
}

/** The cost of all that is placed. */
export function totalCost(board: Board): number {
  let total = 0;
  const daysOfMentors = new Set<string>();
  for (let pair = 0; pair < board.pairCount; pair++) {
    const choice = board.chosen[pair]!;
    if (choice < 0) continue;
    const mentorsDay = `${board.mentor[pair]} ${board.day[choice]}`;
    total += board.cost[choice]! + (daysOfMentors.has(mentorsDay) ? board.furtherOnOneDay : 0);
    daysOfMentors.add(mentorsDay);
  }
  return total;
}
