/** The choices of one mentor's pairs as priced for one question, in arrays that are used again for every mentor. */
import type { Board } from "./board.ts";
import { clashesCost, scale, tollPaidIsWorth } from "./cost-scale.ts";
import { type Condition, type Desk, isTaken } from "./desk.ts";

export type Question = {
  mentor: number;
  conditions: readonly Condition[];
  /** Whether other mentors' meetings with the same people are avoided where that costs nothing, or respected at any price. */
  others: "avoided" | "respected";
  /** People whose tolls do not count. */
  tollFree?: ReadonlySet<number>;
};

/**
 * The mentor's pairs are bits here. First each is priced; then, if need be, the candidates that can be part of the best plan
 * are listed: those of a pair are `begin[bit]` up to `begin[bit + 1]`, in order of time.
 */
export type Listing = {
  count: number;
  /** Of each bit: its pair; where its choices' prices stand in `priced`, or -1 where they are what the board says. */
  pair: Int32Array;
  pricedFrom: Int32Array;
  priced: Float64Array;
  /** What the pair that is being priced pays for covering minutes. */
  surcharges: Float64Array;
  surchargeCount: number;
  /** What a pair costs without a place; the least it can cost at all, and the choice that does, or -1. */
  without: Float64Array;
  least: Float64Array;
  cheapest: Int32Array;
  /** The choice that each pair has in the best plan so far, or -1. */
  taken: Int32Array;
  begin: Int32Array;
  choice: Int32Array;
  at: Int32Array;
  end: Int32Array;
  day: Int32Array;
  cost: Float64Array;
  /** Bits in the order in which the first plan is made. */
  order: Int32Array;
};

export const makeListing = (pairs: number, candidates: number): Listing => ({
  count: 0,
  pair: new Int32Array(pairs),
  pricedFrom: new Int32Array(pairs),
  priced: new Float64Array(candidates),
  surcharges: new Float64Array(48),
  surchargeCount: 0,
  without: new Float64Array(pairs),
  least: new Float64Array(pairs),
  cheapest: new Int32Array(pairs),
  taken: new Int32Array(pairs),
  begin: new Int32Array(pairs + 1),
  choice: new Int32Array(candidates),
  at: new Int32Array(candidates),
  end: new Int32Array(candidates),
  day: new Int32Array(candidates),
  cost: new Float64Array(candidates),
  order: new Int32Array(pairs),
});

/** The same listing, or a larger one where a mentor has more than it can hold. */
export function roomFor(listing: Listing, { board }: Desk, mentor: number): Listing {
  const from = board.firstOfMentor[mentor]!;
  const to = board.firstOfMentor[mentor + 1]!;
  let candidates = 0;
  for (let index = from; index < to; index++) {
    const pair = board.pairsOfMentor[index]!;
    candidates += board.first[pair + 1]! - board.first[pair]!;
  }
  if (listing.without.length >= to - from && listing.choice.length >= candidates) return listing;
  return makeListing(
    Math.max(2 * (to - from), listing.without.length),
    Math.max(2 * candidates, listing.choice.length),
  );
}

/** Prices what each pair of the mentor could take. Returns the sum of the least costs. */
export function price(listing: Listing, desk: Desk, question: Question): number {
  const { board } = desk;
  const { first } = board;
  const from = board.firstOfMentor[question.mentor]!;
  listing.count = board.firstOfMentor[question.mentor + 1]! - from;
  let size = 0;
  let sum = 0;
  for (let bit = 0; bit < listing.count; bit++) {
    const pair = board.pairsOfMentor[from + bit]!;
    listing.pair[bit] = pair;
    const without = board.unplaced[pair]! * scale;
    listing.without[bit] = without;
    if (findSurcharges(listing, desk, pair, question) === 0) {
      listing.pricedFrom[bit] = -1;
      const cheapest = cheapestOf(board.cost, first[pair]!, first[pair + 1]!);
      listing.cheapest[bit] = cheapest;
      listing.least[bit] = cheapest < 0 ? without : board.cost[cheapest]! * scale;
    } else {
      listing.pricedFrom[bit] = size;
      surcharge(listing, size, board, pair);
      const end = size + first[pair + 1]! - first[pair]!;
      const cheapest = cheapestOf(listing.priced, size, end);
      const least = cheapest < 0 ? Number.POSITIVE_INFINITY : listing.priced[cheapest]!;
      listing.cheapest[bit] = least < without ? first[pair]! + cheapest - size : -1;
      listing.least[bit] = Math.min(least, without);
      size = end;
    }
    sum += listing.least[bit]!;
  }
  return sum;
}

/** The first of the lowest, or -1 when there is none. */
function cheapestOf(costs: Int32Array | Float64Array, from: number, to: number): number {
  if (from === to) return -1;
  let cheapest = from;
  let least = costs[from]!;
  for (let index = from + 1; index < to; index++) {
    if (costs[index]! < least) {
      least = costs[index]!;
      cheapest = index;
    }
  }
  return cheapest;
}

function surcharge(
  { priced, surcharges, surchargeCount }: Listing,
  size: number,
  { first, at, cost, span }: Board,
  pair: number,
): void {
  const length = span[pair]!;
  let place = size;
  for (let choice = first[pair]!; choice < first[pair + 1]!; choice++) {
    const start = at[choice]!;
    let points = cost[choice]! * scale;
    for (let index = 0; index < surchargeCount; index += 3)
      if (start < surcharges[index + 1]! && surcharges[index]! < start + length)
        points += surcharges[index + 2]!;
    priced[place++] = points;
  }
}

/** What a choice of a bit's pair costs here; infinite when it is forbidden. */
export function priceOf(
  { pair, pricedFrom, priced }: Listing,
  board: Board,
  bit: number,
  choice: number,
): number {
  const from = pricedFrom[bit]!;
  return from < 0 ? board.cost[choice]! * scale : priced[from + choice - board.first[pair[bit]!]!]!;
}

/** Lists the candidates that cost at most so much more than their pair's cheapest; no other can be part of a better plan. */
export function listWithin(listing: Listing, board: Board, allowed: number): void {
  const { first, at, day, span } = board;
  const { count, begin, pair: pairs, least } = listing;
  let size = 0;
  for (let bit = 0; bit < count; bit++) {
    const pair = pairs[bit]!;
    const most = least[bit]! + allowed;
    begin[bit] = size;
    for (let choice = first[pair]!; choice < first[pair + 1]!; choice++) {
      const cost = priceOf(listing, board, bit, choice);
      if (!(cost <= most) || cost === Number.POSITIVE_INFINITY) continue;
      listing.choice[size] = choice;
      listing.at[size] = at[choice]!;
      listing.end[size] = at[choice]! + span[pair]!;
      listing.day[size] = day[choice]!;
      listing.cost[size++] = cost;
    }
  }
  begin[count] = size;
}

/** Writes what meetings of this pair pay for covering certain minutes: from, to, scaled points, and again; how many numbers. */
function findSurcharges(listing: Listing, desk: Desk, pair: number, question: Question): number {
  const { board } = desk;
  const [student, mentor] = [board.student[pair]!, board.mentor[pair]!];
  listing.surchargeCount = 0;
  if (board.isShared[student]) findSurchargesOf(listing, desk, student, question);
  if (board.isShared[mentor]) findSurchargesOf(listing, desk, mentor, question);
  return listing.surchargeCount;
}

function findSurchargesOf(listing: Listing, desk: Desk, person: number, question: Question): void {
  const { board, chosen } = desk;
  const { mentor, conditions, others, tollFree } = question;
  const tolls = tollFree?.has(person) ? undefined : desk.tolls.get(person);
  if (tolls)
    for (const { at, points } of tolls)
      addSurcharge(
        listing,
        at,
        at + 1,
        points * scale - (isTaken(desk, person, at, mentor) ? 0 : tollPaidIsWorth),
      );
  const otherPoints = others === "respected" ? Number.POSITIVE_INFINITY : clashesCost;
  for (let index = board.firstOfPerson[person]!; index < board.firstOfPerson[person + 1]!; index++) {
    const other = board.pairsOfPerson[index]!;
    const choice = chosen[other]!;
    if (choice < 0 || board.mentorOf[other] === mentor) continue;
    const at = board.at[choice]!;
    addSurcharge(listing, at, at + board.span[other]!, otherPoints);
  }
  for (const { person: whose, at, points } of conditions)
    if (whose === person) addSurcharge(listing, at, at + 1, points * scale);
}

function addSurcharge(listing: Listing, from: number, to: number, points: number): void {
  const count = listing.surchargeCount;
  if (count + 3 > listing.surcharges.length) {
    const larger = new Float64Array(2 * listing.surcharges.length);
    larger.set(listing.surcharges);
    listing.surcharges = larger;
  }
  listing.surcharges[count] = from;
  listing.surcharges[count + 1] = to;
  listing.surcharges[count + 2] = points;
  listing.surchargeCount = count + 3;
}
