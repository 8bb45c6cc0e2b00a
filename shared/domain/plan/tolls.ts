/** Raises tolls where mentors clash over a shared person, which moves meetings apart and lifts the proven least cost. */
import { type Clash, clashOf, type Desk, mentorsOf, sharedPersonsOf } from "./desk.ts";
import { conditional, type Question } from "./listing.ts";
import type { MentorPlanner } from "./mentor-month.ts";
import { seat, seatAlone } from "./seating.ts";

/** How often one person's clashes are looked at before they are left to the search. */
const looksMax = 12;

/**
 * Goes through those who clash until none is left, or all have been looked at too often. A toll is never higher than what
 * both mentors lose by leaving the minute: so it is added to both months and paid back once (Lagrangian dual ascent).
 * Returns everybody who may have a clash or a toll now.
 */
export function raiseTolls(desk: Desk, planner: MentorPlanner): ReadonlySet<number> {
  const looks = new Uint8Array(desk.board.personCount);
  const left = new Set<number>();
  const waiting = whoClashes(desk);
  for (let next = 0; next < waiting.length; next++) {
    const person = waiting[next]!;
    const clash = clashOf(desk, person);
    if (!clash) continue;
    if (looks[person]! >= looksMax || desk.steps <= 0) {
      left.add(person);
      continue;
    }
    looks[person]!++;
    for (const mentor of part(desk, planner, clash)) waiting.push(...sharedPersonsOf(desk.board, mentor));
    if (desk.tolls[person]!.length > 0) left.add(person);
  }
  return left;
}

function whoClashes(desk: Desk): number[] {
  const { personCount, isShared } = desk.board;
  const found: number[] = [];
  for (let person = 0; person < personCount; person++)
    if (isShared[person] && clashOf(desk, person)) found.push(person);
  return found;
}

/**
 * Parts two mentors that clash: by a toll where it costs both, or by moving the one whom it costs nothing.
 * Returns the mentors who may sit elsewhere now; everybody still sits where it costs least.
 */
function part(desk: Desk, planner: MentorPlanner, { person, at, one, other }: Clash): readonly number[] {
  const { least, board } = desk;
  const first = board.mentor[one]!;
  const second = board.mentor[other]!;
  const lossOfFirst = planner.plan(first, without(first, person, at)) - least[first]!;
  if (lossOfFirst === 0) {
    seat(desk, first, planner.choices);
    return [first];
  }
  const monthOfFirst = planner.choices.slice();
  const lossOfSecond = planner.plan(second, without(second, person, at)) - least[second]!;
  if (lossOfSecond === 0) {
    seat(desk, second, planner.choices);
    return [second];
  }
  const toll = Math.min(lossOfFirst, lossOfSecond);
  addToll(desk, person, at, toll);
  // To stay costs neither of them more than to leave; who gains nothing by staying leaves.
  least[first]! += toll;
  least[second]! += toll;
  if (lossOfSecond === toll) seat(desk, second, planner.choices);
  else seat(desk, first, monthOfFirst);
  const payers = mentorsOf(board, person);
  // A third mentor of the same person may have to pay as well.
  for (const mentor of payers) if (mentor !== first && mentor !== second) seatAlone(desk, planner, mentor);
  return payers;
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
