/** The planner's desk: who sits where at the moment, what a shared person's minutes are priced at, and how much work is left. */
import type { Board } from "./board.ts";

/** A minute of a shared person at which only one meeting can be, and what a meeting that covers it has to pay. */
export type Toll = { at: number; points: number };

/** For one mentor only: what a meeting of this person that covers the minute pays besides; infinite when it is forbidden. */
export type Condition = { mentor: number; person: number; at: number; points: number };

export type Desk = {
  board: Board;
  /** The choice of each pair, or -1. */
  chosen: Int32Array;
  /** Of each person. */
  tolls: (readonly Toll[])[];
  /** The least each mentor's month can cost, tolls included, with nobody else's meetings in the way. */
  least: Float64Array;
  /** Steps of work that may still be taken; a count and never a clock, so that every machine finds the same. */
  steps: number;
};

const noTolls: readonly Toll[] = [];

export const makeDesk = (board: Board, steps: number): Desk => ({
  board,
  chosen: new Int32Array(board.pairCount).fill(-1),
  tolls: new Array(board.personCount).fill(noTolls),
  least: new Float64Array(board.mentorCount),
  steps,
});

/** Two meetings of one person with different mentors at the same time, and the minute in the middle of what they share. */
export type Clash = { person: number; one: number; other: number; at: number };

/** The first clash of a person as the desk stands. A minute from the middle is in the way of more other starts than one from an edge. */
export function clashOf({ board, chosen }: Desk, person: number): Clash | undefined {
  const { firstOf, pairsOf, mentor, at, span } = board;
  const end = firstOf[person + 1]!;
  for (let i = firstOf[person]!; i < end; i++) {
    const one = pairsOf[i]!;
    if (chosen[one]! < 0) continue;
    const from = at[chosen[one]!]!;
    const to = from + span[one]!;
    for (let j = i + 1; j < end; j++) {
      const other = pairsOf[j]!;
      if (chosen[other]! < 0 || mentor[one] === mentor[other]) continue;
      const otherFrom = at[chosen[other]!]!;
      const otherTo = otherFrom + span[other]!;
      if (from < otherTo && otherFrom < to)
        return { person, one, other, at: (Math.max(from, otherFrom) + Math.min(to, otherTo)) >> 1 };
    }
  }
  return undefined;
}

/** The mentors whose pairs this person is in, each once. */
export function mentorsOf({ firstOf, pairsOf, mentor: mentorOf }: Board, person: number): number[] {
  const found: number[] = [];
  for (let index = firstOf[person]!; index < firstOf[person + 1]!; index++) {
    const mentor = mentorOf[pairsOf[index]!]!;
    if (!found.includes(mentor)) found.push(mentor);
  }
  return found;
}

/** The shared persons in a mentor's pairs, each once. */
export function sharedPersonsOf(board: Board, mentor: number): number[] {
  const found: number[] = [];
  for (let index = board.firstOf[mentor]!; index < board.endAsMentor[mentor]!; index++) {
    const pair = board.pairsOf[index]!;
    addIfShared(found, board, board.student[pair]!);
    addIfShared(found, board, board.mentor[pair]!);
  }
  return found;
}

function addIfShared(found: number[], { isShared }: Board, person: number): void {
  if (isShared[person] && !found.includes(person)) found.push(person);
}

/** True when a meeting of this person covers the minute; meetings with one mentor may be left aside. */
export function isTaken({ board, chosen }: Desk, person: number, minute: number, besides = -1): boolean {
  for (let index = board.firstOf[person]!; index < board.firstOf[person + 1]!; index++) {
    const pair = board.pairsOf[index]!;
    const choice = chosen[pair]!;
    if (choice < 0 || board.mentor[pair] === besides) continue;
    const from = board.at[choice]!;
    if (from <= minute && minute < from + board.span[pair]!) return true;
  }
  return false;
}

/** True when the person has a toll that nobody pays. */
export const hasUnusedToll = (desk: Desk, person: number): boolean =>
  desk.tolls[person]!.some(({ at }) => !isTaken(desk, person, at));
