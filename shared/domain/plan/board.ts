/** The planner's board: every possible start of every pair in flat arrays, and who shares people with whom. */

/** Pairs, persons and mentors are numbers here. A pair's choices are `first[pair]` up to `first[pair + 1]`, in order of time. */
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
  /** The pairs of each mentor, those with the fewest choices first, and the mentor (counted among mentors only) of each pair. */
  mentorOf: Int32Array;
  firstOfMentor: Int32Array;
  pairsOfMentor: Int32Array;
  /** The pairs of each person, in either role; and who is in the pairs of several mentors. */
  firstOfPerson: Int32Array;
  pairsOfPerson: Int32Array;
  isShared: Uint8Array;
};

/** The part of a board that lists choices; the arrays may be longer than what is used. */
export type Choices = { first: Int32Array; at: Int32Array; day: Int32Array; cost: Int32Array };

export type Seats = {
  span: Int32Array;
  student: Int32Array;
  mentor: Int32Array;
  personCount: number;
  /** Points for leaving each pair out, beyond the place itself. */
  extraWhenUnplaced: Int32Array;
  /** 1 for each pair that keeps a place even if all others go without one. */
  mustBePlaced?: Uint8Array;
};

/** A board over listed choices. */
export function makeBoard(choices: Choices, seats: Seats, furtherOnOneDay: number): Board {
  const { student, mentor, personCount } = seats;
  const pairCount = student.length;
  const leavingOut = moreThanAnyPlan(choices, seats.extraWhenUnplaced, furtherOnOneDay);
  const mentorNumber = new Int32Array(personCount).fill(-1);
  const mentorOf = new Int32Array(pairCount);
  let mentorCount = 0;
  for (let pair = 0; pair < pairCount; pair++) {
    const person = mentor[pair]!;
    if (mentorNumber[person]! < 0) mentorNumber[person] = mentorCount++;
    mentorOf[pair] = mentorNumber[person]!;
  }
  const [firstOfMentor, pairsOfMentor] = group(mentorCount, mentorOf);
  fewestChoicesFirst(choices, mentorCount, firstOfMentor, pairsOfMentor);
  const [firstOfPerson, pairsOfPerson] = group(personCount, student, mentor);
  const isShared = new Uint8Array(personCount);
  for (let person = 0; person < personCount; person++)
    for (let index = firstOfPerson[person]! + 1; index < firstOfPerson[person + 1]!; index++)
      if (mentorOf[pairsOfPerson[index]!] !== mentorOf[pairsOfPerson[index - 1]!]) isShared[person] = 1;
  return {
    ...choices,
    ...seats,
    pairCount,
    mentorCount,
    mentorOf,
    firstOfMentor,
    pairsOfMentor,
    firstOfPerson,
    pairsOfPerson,
    isShared,
    furtherOnOneDay,
    leavingOut,
    unplaced: pricesOfLeavingOut(leavingOut, seats),
  };
}

/** Orders each mentor's pairs: in a search, whoever has little choice goes first. */
function fewestChoicesFirst(
  { first }: Choices,
  mentorCount: number,
  firstOfMentor: Int32Array,
  pairs: Int32Array,
): void {
  for (let mentor = 0; mentor < mentorCount; mentor++) {
    const from = firstOfMentor[mentor]!;
    for (let index = from + 1; index < firstOfMentor[mentor + 1]!; index++) {
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
function moreThanAnyPlan({ first, cost }: Choices, extra: Int32Array, furtherOnOneDay: number): number {
  let sum = 1 + extra.length * furtherOnOneDay;
  for (let pair = 0; pair < extra.length; pair++) {
    let most = 0;
    for (let choice = first[pair]!; choice < first[pair + 1]!; choice++)
      if (cost[choice]! > most) most = cost[choice]!;
    sum += most + extra[pair]!;
  }
  return sum;
}

function pricesOfLeavingOut(leavingOut: number, { extraWhenUnplaced, mustBePlaced }: Seats): Float64Array {
  const pairCount = extraWhenUnplaced.length;
  const prices = new Float64Array(pairCount);
  for (let pair = 0; pair < pairCount; pair++)
    prices[pair] = leavingOut * (mustBePlaced?.[pair] ? pairCount + 1 : 1) + extraWhenUnplaced[pair]!;
  return prices;
}

/** Which pairs have each number, as positions into one list; a pair that has it in two roles is there twice. */
function group(count: number, ...roles: readonly Int32Array[]): [first: Int32Array, members: Int32Array] {
  const first = new Int32Array(count + 1);
  for (const numbers of roles) addCounts(first, numbers);
  for (let number = 0; number < count; number++) first[number + 1]! += first[number]!;
  const members = new Int32Array(first[count]!);
  const next = first.slice(0, count);
  for (const numbers of roles) addMembers(members, next, numbers);
  return [first, members];
}

function addCounts(first: Int32Array, numbers: Int32Array): void {
  for (let pair = 0; pair < numbers.length; pair++) first[numbers[pair]! + 1]!++;
}

function addMembers(members: Int32Array, next: Int32Array, numbers: Int32Array): void {
  for (let pair = 0; pair < numbers.length; pair++) members[next[numbers[pair]!]!++] = pair;
}
