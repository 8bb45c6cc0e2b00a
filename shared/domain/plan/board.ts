/** The planner's board: every possible start of every pair in flat arrays, and who shares people with whom. */

/**
 * Pairs and persons are numbers here; mentors come before those who are students only. A pair's choices are `first[pair]` up to
 * `first[pair + 1]`, in order of time.
 */
export type Board = {
  pairCount: number;
  personCount: number;
  mentorCount: number;
  first: Int32Array;
  /** Of each choice: its start in minutes, its day, and what it costs by itself. */
  at: Int32Array;
  day: Int32Array;
  cost: Int32Array;
  /** Of each pair: its meeting with the buffer after it in minutes, the person who is the student, and the one who is the mentor. */
  span: Int32Array;
  student: Int32Array;
  mentor: Int32Array;
  /** What leaving out any pair costs at least; more than all that placed meetings could cost together. */
  leavingOut: number;
  /** What leaving out each pair costs. */
  unplaced: Float64Array;
  furtherOnOneDay: number;
  /**
   * The pairs of each person are `pairsOf[firstOf[person]]` up to `firstOf[person + 1]`. Those in which the person is the mentor come
   * first, up to `endAsMentor[person]`, and of these the ones with the fewest choices.
   */
  pairsOf: Int32Array;
  firstOf: Int32Array;
  endAsMentor: Int32Array;
  /** Who is in the pairs of several mentors. */
  isShared: Uint8Array;
};

/** The part of a board that lists choices; the arrays may be longer than what is used. */
export type Choices = { first: Int32Array; at: Int32Array; day: Int32Array; cost: Int32Array };

export type Seats = {
  span: Int32Array;
  student: Int32Array;
  mentor: Int32Array;
  personCount: number;
  mentorCount: number;
  /** Points for leaving each pair out, beyond the place itself. */
  extraWhenUnplaced?: Int32Array;
  /** 1 for each pair that keeps a place even if all others go without one. */
  mustBePlaced?: Uint8Array;
};

/** A board over listed choices. */
export function makeBoard(choices: Choices, seats: Seats, furtherOnOneDay: number): Board {
  const leavingOut = moreThanAnyPlan(choices, seats, furtherOnOneDay);
  const { pairsOf, firstOf, endAsMentor, isShared } = groupPairs(choices, seats);
  return {
    pairCount: seats.student.length,
    personCount: seats.personCount,
    mentorCount: seats.mentorCount,
    first: choices.first,
    at: choices.at,
    day: choices.day,
    cost: choices.cost,
    span: seats.span,
    student: seats.student,
    mentor: seats.mentor,
    leavingOut,
    unplaced: pricesOfLeavingOut(leavingOut, seats),
    furtherOnOneDay,
    pairsOf,
    firstOf,
    endAsMentor,
    isShared,
  };
}

type Groups = Pick<Board, "pairsOf" | "firstOf" | "endAsMentor" | "isShared">;

function groupPairs(choices: Choices, { student, mentor, personCount, mentorCount }: Seats): Groups {
  const firstOf = new Int32Array(personCount + 1);
  addCounts(firstOf, mentor);
  addCounts(firstOf, student);
  for (let person = 0; person < personCount; person++) firstOf[person + 1]! += firstOf[person]!;
  const pairsOf = new Int32Array(firstOf[personCount]!);
  const next = firstOf.slice(0, personCount);
  addMembers(pairsOf, next, mentor);
  const endAsMentor = next.slice(0, mentorCount);
  addMembers(pairsOf, next, student);
  fewestChoicesFirst(choices, pairsOf, firstOf, endAsMentor);
  const isShared = new Uint8Array(personCount);
  for (let person = 0; person < personCount; person++)
    for (let index = firstOf[person]! + 1; index < firstOf[person + 1]!; index++)
      if (mentor[pairsOf[index]!] !== mentor[pairsOf[index - 1]!]) isShared[person] = 1;
  return { pairsOf, firstOf, endAsMentor, isShared };
}

/** Orders each mentor's pairs: in a search, whoever has little choice goes first. */
function fewestChoicesFirst(
  { first }: Choices,
  pairs: Int32Array,
  firstOf: Int32Array,
  endAsMentor: Int32Array,
): void {
  for (let mentor = 0; mentor < endAsMentor.length; mentor++) {
    const from = firstOf[mentor]!;
    for (let index = from + 1; index < endAsMentor[mentor]!; index++) {
      const pair = pairs[index]!;
      const choices = first[pair + 1]! - first[pair]!;
      let place = index;
      for (; place > from; place--) {
        const before = pairs[place - 1]!;
        if (first[before + 1]! - first[before]! <= choices) break;
        pairs[place] = before;
      }
      pairs[place] = pair;
    }
  }
}

/** More than what any plan costs, so that one more place always wins. */
function moreThanAnyPlan({ first, cost }: Choices, seats: Seats, furtherOnOneDay: number): number {
  const pairCount = seats.student.length;
  const end = first[pairCount]!;
  let dearest = 0;
  for (let choice = 0; choice < end; choice++) if (cost[choice]! > dearest) dearest = cost[choice]!;
  let more = 1 + pairCount * (dearest + furtherOnOneDay);
  for (const extra of seats.extraWhenUnplaced ?? []) more += extra;
  return more;
}

function pricesOfLeavingOut(leavingOut: number, seats: Seats): Float64Array {
  const { extraWhenUnplaced, mustBePlaced } = seats;
  const pairCount = seats.student.length;
  const prices = new Float64Array(pairCount).fill(leavingOut);
  if (mustBePlaced)
    for (let pair = 0; pair < pairCount; pair++) if (mustBePlaced[pair]) prices[pair]! *= pairCount + 1;
  if (extraWhenUnplaced)
    for (let pair = 0; pair < pairCount; pair++) prices[pair]! += extraWhenUnplaced[pair]!;
  return prices;
}

function addCounts(first: Int32Array, numbers: Int32Array): void {
  for (let pair = 0; pair < numbers.length; pair++) first[numbers[pair]! + 1]!++;
}

function addMembers(members: Int32Array, next: Int32Array, numbers: Int32Array): void {
  for (let pair = 0; pair < numbers.length; pair++) members[next[numbers[pair]!]!++] = pair;
}
