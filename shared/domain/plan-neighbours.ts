/** Plans a handful of pairs that share people anew, the best way there is while everybody else stays where they are. */
import { type Board, costNow, isOpen, leave, take } from "./plan-board.ts";

/** Dearer than any sum of points, so that a place for one more pair always wins. */
const withoutPlace = 1e9;

/** A pair and those nearest to it through shared people, first its mentor's, at most so many. */
export function neighboursOf(board: Board, pair: number, most: number): number[] {
  const group = [pair];
  for (let index = 0; index < group.length; index++) {
    for (const person of [board.mentor[group[index]!]!, board.student[group[index]!]!]) {
      for (const other of board.pairsOf[person]!) {
        if (group.length === most) return group;
        if (!group.includes(other)) group.push(other);
      }
    }
  }
  return group;
}

/**
 * Gives the group the most places possible and then the least cost, by branch and bound; the looks bound the work.
 * Keeps what there was unless something better is found. True when the group's plan has become better.
 */
export function replan(board: Board, group: readonly number[], looks: number): boolean {
  const before = group.map((pair) => board.chosen[pair]!);
  const search = clear(board, group, looks);
  search.best = search.valueBefore;
  descend(search, 0, 0);
  for (const [index, pair] of search.order.entries()) {
    const choice = search.found ? search.found[index]! : before[group.indexOf(pair)]!;
    if (choice >= 0) take(board, pair, choice);
  }
  return search.found !== undefined;
}

type Search = {
  board: Board;
  /** Those with the fewest open choices first. */
  order: number[];
  open: number[][];
  /** The least that the pairs from each place of the order on can cost. */
  least: number[];
  valueBefore: number;
  best: number;
  path: number[];
  found: number[] | undefined;
  looks: number;
};

/** Takes the group off the board and lists what is open to each of its pairs. */
function clear(board: Board, group: readonly number[], looks: number): Search {
  let valueBefore = 0;
  for (const pair of group) {
    const choice = board.chosen[pair]!;
    valueBefore += choice < 0 ? withoutPlace : costNow(board, pair, choice);
    if (choice >= 0) leave(board, pair);
  }
  const openOf = new Map(group.map((pair) => [pair, openChoices(board, pair)]));
  const order = [...group].sort((a, b) => openOf.get(a)!.length - openOf.get(b)!.length || a - b);
  const open = order.map((pair) => openOf.get(pair)!);
  const least = new Array<number>(order.length + 1).fill(0);
  for (let index = order.length - 1; index >= 0; index--) {
    const cheapest = open[index]![0];
    least[index] = least[index + 1]! + (cheapest === undefined ? withoutPlace : board.cost[cheapest]!);
  }
  return { board, order, open, least, valueBefore, best: 0, path: [], found: undefined, looks };
}

function openChoices(board: Board, pair: number): number[] {
  const open: number[] = [];
  for (let choice = board.firstChoice[pair]!; choice < board.firstChoice[pair + 1]!; choice++)
    if (isOpen(board, pair, choice)) open.push(choice);
  return open;
}

function descend(search: Search, index: number, value: number): void {
  const { board, order, open, least, path } = search;
  const pair = order[index];
  if (pair === undefined) {
    search.best = value;
    search.found = [...path];
    return;
  }
  const rest = value + least[index + 1]!;
  for (const choice of open[index]!) {
    if (rest + board.cost[choice]! >= search.best || search.looks-- <= 0) break;
    if (!isOpen(board, pair, choice)) continue;
    const cost = costNow(board, pair, choice);
    if (rest + cost >= search.best) continue;
    take(board, pair, choice);
    path.push(choice);
    descend(search, index + 1, value + cost);
    path.pop();
    leave(board, pair);
  }
  if (rest + withoutPlace >= search.best) return;
  path.push(-1);
  descend(search, index + 1, value + withoutPlace);
  path.pop();
}
