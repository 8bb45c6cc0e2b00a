/** Finds room for as many pairs as it can: the pairs with the fewest possibilities first, then by asking others to move on. */
import { type Board, blockers, cheapestOpen, leave, take } from "./plan-board.ts";

/** How far a chain of moves may go. */
const chainMaxLength = 8;
/** How many choices are looked at to find room for one pair, so that a large school ends in time. */
const looksMax = 20_000;

/** Fills an empty board. A pair once placed keeps a place, though perhaps another one. */
export function placeAsManyAsPossible(board: Board): void {
  const choices = (pair: number): number => board.firstChoice[pair + 1]! - board.firstChoice[pair]!;
  const order = Array.from({ length: board.pairCount }, (_, pair) => pair).sort(
    (a, b) => choices(a) - choices(b) || a - b,
  );
  for (const pair of order) {
    const open = cheapestOpen(board, pair);
    if (open >= 0) take(board, pair, open);
  }
  findRoom(board, order);
}

/** Tries chains of moves for each pair without a place until none helps any more. */
function findRoom(board: Board, order: readonly number[]): void {
  for (let helped = true; helped; ) {
    helped = false;
    for (const pair of order) {
      if (board.chosen[pair]! >= 0 || board.firstChoice[pair] === board.firstChoice[pair + 1]) continue;
      for (let length = 1; length <= chainMaxLength; length++) {
        const search: Search = { board, undo: [], settled: new Set(), hopeless: new Map(), looks: looksMax };
        if (settle(search, pair, length)) {
          helped = true;
          break;
        }
        if (search.looks <= 0) break;
      }
    }
  }
}

type Search = {
  board: Board;
  /** What to put back, newest last: the pair and the choice it had. */
  undo: { pair: number; choice: number }[];
  /** Pairs that have moved in this chain and stay where they are. */
  settled: Set<number>;
  /** Pairs that found no place with so many moves left. */
  hopeless: Map<number, number>;
  looks: number;
};

/** Puts a pair somewhere, moving on those in its way; changes nothing when that fails. */
function settle(search: Search, pair: number, movesLeft: number): boolean {
  const { board } = search;
  if ((search.hopeless.get(pair) ?? -1) >= movesLeft) return false;
  const open = cheapestOpen(board, pair);
  search.looks -= board.firstChoice[pair + 1]! - board.firstChoice[pair]!;
  if (open >= 0) {
    move(search, pair, open);
    return true;
  }
  if (movesLeft === 0) return false;
  search.settled.add(pair);
  for (let choice = board.firstChoice[pair]!; choice < board.firstChoice[pair + 1]!; choice++) {
    if (search.looks-- <= 0) break;
    const inTheWay = blockers(board, pair, choice);
    if (inTheWay.some((other) => search.settled.has(other))) continue;
    const mark = search.undo.length;
    for (const other of inTheWay) move(search, other, -1);
    move(search, pair, choice);
    if (inTheWay.every((other) => settle(search, other, movesLeft - 1))) return true;
    takeBack(search, mark);
  }
  search.settled.delete(pair);
  search.hopeless.set(pair, movesLeft);
  return false;
}

function move({ board, undo }: Search, pair: number, choice: number): void {
  undo.push({ pair, choice: board.chosen[pair]! });
  put(board, pair, choice);
}

function takeBack({ board, undo }: Search, mark: number): void {
  while (undo.length > mark) {
    const { pair, choice } = undo.pop()!;
    put(board, pair, choice);
  }
}

function put(board: Board, pair: number, choice: number): void {
  if (board.chosen[pair]! >= 0) leave(board, pair);
  if (choice >= 0) take(board, pair, choice);
}
