/** Makes a plan cheaper without losing anybody's place: a pair moves to a better time if those it sends on lose less than it gains. */
import { type Board, blockers, cheapestOpen, costNow, leave, take } from "./plan-board.ts";

/** More rounds than this have never gained a point. */
const roundsMax = 12;

export function improve(board: Board): void {
  for (let round = 0; round < roundsMax; round++) {
    let moved = false;
    for (let pair = 0; pair < board.pairCount; pair++) {
      if (board.chosen[pair]! >= 0 && moveToBetter(board, pair)) moved = true;
    }
    if (!moved) return;
  }
}

/** The first cheaper choice that pays for itself. */
function moveToBetter(board: Board, pair: number): boolean {
  const present = board.chosen[pair]!;
  const presentCost = costNow(board, pair, present);
  for (let choice = board.firstChoice[pair]!; choice < board.firstChoice[pair + 1]!; choice++) {
    if (board.cost[choice]! >= presentCost) return false;
    if (choice !== present && exchange(board, pair, choice)) return true;
  }
  return false;
}

/** Takes the choice, sends those in the way to their best open places, and takes it all back unless the sum is lower. */
function exchange(board: Board, pair: number, choice: number): boolean {
  const movers = [pair, ...blockers(board, pair, choice)];
  const before = movers.map((mover) => board.chosen[mover]!);
  let gain = 0;
  for (const mover of movers.toReversed()) {
    gain += costNow(board, mover, board.chosen[mover]!);
    leave(board, mover);
  }
  for (const [index, mover] of movers.entries()) {
    const to = index === 0 ? choice : cheapestOpen(board, mover);
    if (to < 0) {
      gain = Number.NEGATIVE_INFINITY;
      break;
    }
    gain -= costNow(board, mover, to);
    take(board, mover, to);
  }
  if (gain > 0) return true;
  for (const mover of movers) if (board.chosen[mover]! >= 0) leave(board, mover);
  for (const [index, mover] of movers.entries()) take(board, mover, before[index]!);
  return false;
}
