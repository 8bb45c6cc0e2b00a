/** Raises tolls where mentors clash over a shared person, which moves meetings apart and lifts the proven least cost. */
import type { Board } from "./board.ts";
import { type Clash, clashOf, type Desk, mentorsOf } from "./desk.ts";
import { conditional, type Question } from "./listing.ts";
import type { MentorPlanner } from "./mentor-month.ts";
import { seat, seatAlone } from "./seating.ts";

/** How often one person's clashes are looked at before they are left to the search. */
const looksMax = 12;

/** People whose clashes are to be looked at, each once. */
type Waiting = { persons: number[]; isWaiting: Uint8Array };

/**
 * Goes through those who clash until none is left, or all have been looked at too often. A toll is never higher than what
 * both mentors lose by leaving the minute: so it is added to both months and paid back once (Lagrangian dual ascent).
 * Every clash is with one of the mentors in `clashing`. Returns everybody who may have a clash or a toll now.
 */
export function raiseTolls(
  desk: Desk,
  planner: MentorPlanner,
  clashing: readonly number[],
): ReadonlySet<number> {
  const { board } = desk;
  const looks = new Uint8Array(board.personCount);
  const left = new Set<number>();
  const waiting: Waiting = { persons: [], isWaiting: new Uint8Array(board.personCount) };
  for (const mentor of clashing) waitAfterMove(waiting, board, mentor);
  const monthOfFirst = new Int32Array(planner.choices.length);
  for (let next = 0; next < waiting.persons.length; next++) {
    const person = waiting.persons[next]!;
    waiting.isWaiting[person] = 0;
    const clash = clashOf(desk, person);
    if (!clash) continue;
    if (looks[person]! >= looksMax || desk.steps <= 0) {
      left.add(person);
      continue;
    }
    looks[person]!++;
    part(desk, planner, clash, waiting, monthOfFirst);
    if (desk.tolls[person]!.length > 0) left.add(person);
  }
  return left;
}

function wait({ persons, isWaiting }: Waiting, person: number): void {
  if (isWaiting[person]) return;
  isWaiting[person] = 1;
  persons.push(person);
}

/** Those who are shared in the pairs of a mentor who sits elsewhere now may clash. */
function waitAfterMove(waiting: Waiting, board: Board, mentor: number): void {
  const { firstOf, endAsMentor, pairsOf, student, isShared } = board;
  if (isShared[mentor]) wait(waiting, mentor);
  for (let index = firstOf[mentor]!; index < endAsMentor[mentor]!; index++) {
    const person = student[pairsOf[index]!]!;
    if (isShared[person]) wait(waiting, person);
  }
}

/**
 * Parts two mentors that clash: by a toll where it costs both, or by moving the one whom it costs nothing.
 * Everybody still sits where it costs least.
 */
function part(
  desk: Desk,
  planner: MentorPlanner,
  { person, at, one, other }: Clash,
  waiting: Waiting,
  monthOfFirst: Int32Array,
): void {
  const { least, board } = desk;
  const first = board.mentor[one]!;
  const second = board.mentor[other]!;
  const lossOfFirst = planner.plan(first, without(first, person, at)) - least[first]!;
  if (lossOfFirst === 0) {
    seat(desk, first, planner.choices);
    waitAfterMove(waiting, board, first);
    return;
  }
  monthOfFirst.set(planner.choices);
  const lossOfSecond = planner.plan(second, without(second, person, at)) - least[second]!;
  if (lossOfSecond === 0) {
    seat(desk, second, planner.choices);
    waitAfterMove(waiting, board, second);
    return;
  }
  const toll = Math.min(lossOfFirst, lossOfSecond);
  addToll(desk, person, at, toll);
  // To stay costs neither of them more than to leave; who gains nothing by staying leaves.
  least[first]! += toll;
  least[second]! += toll;
  if (lossOfSecond === toll) seat(desk, second, planner.choices);
  else seat(desk, first, monthOfFirst);
  for (const mentor of mentorsOf(board, person)) {
    // A third mentor of the same person may have to pay as well.
    if (mentor !== first && mentor !== second) seatAlone(desk, planner, mentor);
    waitAfterMove(waiting, board, mentor);
  }
}

/** The month without a certain minute of a person. */
const without = (mentor: number, person: number, at: number): Question =>
  conditional([{ mentor, person, at, points: Number.POSITIVE_INFINITY }]);

function addToll({ tolls }: Desk, person: number, at: number, points: number): void {
  const known = tolls[person]!;
  const same = known.find((toll) => toll.at === at);
  if (same) same.points += points;
  else tolls[person] = [...known, { at, points }];
}
