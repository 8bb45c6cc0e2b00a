/** Makes a plan better, one neighbourhood at a time: room for those still without a place, better times for those who have one. */
import { type Board, costNow } from "./plan-board.ts";
import { neighboursOf, replan } from "./plan-neighbours.ts";

/** How many pairs are planned anew together in each round: what a few can settle is settled before many are tried. */
const pairsInRounds = [
  { forPlace: 6, forTime: 3 },
  { forPlace: 8, forTime: 5 },
  { forPlace: 10, forTime: 8 },
  { forPlace: 12, forTime: 8 },
  { forPlace: 8, forTime: 8 },
];
/** How many choices are looked at for one neighbourhood, so that a large school ends in time. */
const looksForTime = 4_000;
const looksForPlace = 20_000;

/** Never takes a place away without giving another pair one for it. */
export function improve(board: Board): void {
  for (const { forPlace, forTime } of pairsInRounds) {
    for (let pair = 0; pair < board.pairCount; pair++) {
      if (!couldBeBetter(board, pair)) continue;
      if (board.chosen[pair]! < 0) replan(board, neighboursOf(board, pair, forPlace), looksForPlace);
      else replan(board, neighboursOf(board, pair, forTime), looksForTime);
    }
  }
}

function couldBeBetter(board: Board, pair: number): boolean {
  const [cheapest, end] = [board.firstChoice[pair]!, board.firstChoice[pair + 1]!];
  if (cheapest === end) return false;
  const choice = board.chosen[pair]!;
  return choice < 0 || costNow(board, pair, choice) > board.cost[cheapest]!;
}
