/** A circle: mentors whose months depend on one another through shared people, and are planned together. */
import { type Desk, isTaken, mentorsOf, sharedPersonsOf } from "./desk.ts";
import { costOfMentors } from "./seating.ts";

export type Circle = {
  mentors: readonly number[];
  pairs: readonly number[];
  /** The people its mentors share, with each other or with mentors outside. */
  persons: readonly number[];
  /** Those of them whom nobody outside shares: their tolls are the circle's own affair. Other tolls are paid like any cost. */
  inner: ReadonlySet<number>;
  innerTolls: number;
};

export function circleOf(desk: Desk, mentors: readonly number[]): Circle {
  const { board, tolls } = desk;
  const found = new Set<number>();
  const pairs: number[] = [];
  for (const mentor of mentors) {
    for (const person of sharedPersonsOf(board, mentor)) found.add(person);
    for (let index = board.firstOf[mentor]!; index < board.endAsMentor[mentor]!; index++)
      pairs.push(board.pairsOf[index]!);
  }
  const persons = [...found];
  const inner = new Set(
    persons.filter((person) => mentorsOf(board, person).every((mentor) => mentors.includes(mentor))),
  );
  let innerTolls = 0;
  for (const person of inner) for (const { points } of tolls[person]!) innerTolls += points;
  return { mentors, pairs, persons, inner, innerTolls };
}

/** What the circle costs as it sits, with the tolls it pays for people who are shared with mentors outside. */
export function costOfCircle(desk: Desk, { mentors, persons, inner }: Circle): number {
  let sum = 0;
  for (const mentor of mentors) sum += costOfMentors(desk, mentor, mentor + 1);
  for (const person of persons) {
    if (inner.has(person)) continue;
    for (const { at, points } of desk.tolls[person]!)
      for (const mentor of mentorsOf(desk.board, person))
        if (mentors.includes(mentor) && isTakenBy(desk, person, at, mentor)) sum += points;
  }
  return sum;
}

function isTakenBy({ board, chosen }: Desk, person: number, minute: number, mentor: number): boolean {
  for (let index = board.firstOf[person]!; index < board.firstOf[person + 1]!; index++) {
    const pair = board.pairsOf[index]!;
    const choice = chosen[pair]!;
    if (choice < 0 || board.mentor[pair] !== mentor) continue;
    const from = board.at[choice]!;
    if (from <= minute && minute < from + board.span[pair]!) return true;
  }
  return false;
}

/** Mentors outside who must join because a toll that they share with the circle is paid by nobody. */
export function sharersOfUnusedToll(desk: Desk, { mentors, persons, inner }: Circle): number[] {
  for (const person of persons) {
    if (inner.has(person)) continue;
    for (const { at } of desk.tolls[person]!)
      if (!isTaken(desk, person, at))
        return mentorsOf(desk.board, person).filter((mentor) => !mentors.includes(mentor));
  }
  return [];
}

export function seatsOf({ chosen }: Desk, { pairs }: Circle): Int32Array {
  const seats = new Int32Array(pairs.length);
  for (let index = 0; index < pairs.length; index++) seats[index] = chosen[pairs[index]!]!;
  return seats;
}

export function seatAgain({ chosen }: Desk, { pairs }: Circle, seats: Int32Array): void {
  for (let index = 0; index < pairs.length; index++) chosen[pairs[index]!] = seats[index]!;
}
