/** The choices of one mentor's pairs as priced for one question, in arrays that are used again for every mentor. */
import type { Board } from "./board.ts";
import { clashesCost, tollPaidIsWorth } from "./cost-scale.ts";
import { type Condition, type Desk, isTaken } from "./desk.ts";

/** What else a mentor's month has to do with. */
export type Question = {
  conditions: readonly Condition[];
  /** What a clash with another mentor's meeting with the same people costs. */
  clashPoints: number;
  /** People whose tolls do not count. */
  tollFree: ReadonlySet<number>;
};

const nobody: ReadonlySet<number> = new Set();

/** The month that costs least under conditions. */
export const conditional = (conditions: readonly Condition[]): Question => ({
  conditions,
  clashPoints: clashesCost,
  tollFree: nobody,
});

export const unconditional = conditional([]);

/**
 * The mentor's pairs are bits here. First each is priced; then, if need be, the candidates that can be part of the best plan
 * are listed: those of a pair are `begin[bit]` up to `begin[bit + 1]`, in order of time.
 */
export type Listing = {
  count: number;
  /** Of each bit: its pair, and where the prices of that pair's choices stand in `priced`. */
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
});

/** A listing that has room for every mentor of a board. */
export function listingFor({ mentorCount, firstOf, endAsMentor, pairsOf, first }: Board): Listing {
  let mostPairs = 0;
  let mostCandidates = 0;
  for (let mentor = 0; mentor < mentorCount; mentor++) {
    const from = firstOf[mentor]!;
    const to = endAsMentor[mentor]!;
    let candidates = 0;
    for (let index = from; index < to; index++) {
      const pair = pairsOf[index]!;
      candidates += first[pair + 1]! - first[pair]!;
    }
    if (to - from > mostPairs) mostPairs = to - from;
    if (candidates > mostCandidates) mostCandidates = candidates;
  }
  return makeListing(mostPairs, mostCandidates);
}

/** Prices what each pair of the mentor could take. Returns the sum of the least costs. */
export function price(listing: Listing, desk: Desk, mentor: number, question: Question): number {
  const { board } = desk;
  const from = board.firstOf[mentor]!;
  const count = board.endAsMentor[mentor]! - from;
  listing.count = count;
  let size = 0;
  let sum = 0;
  for (let bit = 0; bit < count; bit++) {
    const pair = board.pairsOf[from + bit]!;
    const length = board.span[pair]!;
    const without = board.unplaced[pair]!;
    const student = board.student[pair]!;
    listing.surchargeCount = 0;
    if (board.isShared[student]) findSurcharges(listing, desk, student, mentor, question);
    if (board.isShared[mentor]) findSurcharges(listing, desk, mentor, mentor, question);
    const { priced, surcharges, surchargeCount } = listing;
    listing.pair[bit] = pair;
    listing.without[bit] = without;
    listing.pricedFrom[bit] = size;
    const end = board.first[pair + 1]!;
    let least = without;
    let cheapest = -1;
    for (let choice = board.first[pair]!; choice < end; choice++) {
      const start = board.at[choice]!;
      let points = board.cost[choice]!;
      for (let index = 0; index < surchargeCount; index += 3)
        if (start < surcharges[index + 1]! && surcharges[index]! < start + length)
          points += surcharges[index + 2]!;
      priced[size++] = points;
      if (points >= least) continue;
      least = points;
      cheapest = choice;
    }
    listing.least[bit] = least;
    listing.cheapest[bit] = cheapest;
    sum += least;
  }
  return sum;
}

/** What a choice of a bit's pair costs here; infinite when it is forbidden. */
export const priceOf = (
  { pair, pricedFrom, priced }: Listing,
  { first }: Board,
  bit: number,
  choice: number,
): number => priced[pricedFrom[bit]! + choice - first[pair[bit]!]!]!;

/** Lists the candidates that cost less than so much more than their pair's cheapest; no other can be part of a better plan. */
export function listBelow(listing: Listing, board: Board, allowed: number): void {
  const { first, at, day, span } = board;
  const { count, begin, pair: pairs, least } = listing;
  let size = 0;
  for (let bit = 0; bit < count; bit++) {
    const pair = pairs[bit]!;
    const most = least[bit]! + allowed;
    begin[bit] = size;
    for (let choice = first[pair]!; choice < first[pair + 1]!; choice++) {
      const cost = priceOf(listing, board, bit, choice);
      if (!(cost < most) || cost === Number.POSITIVE_INFINITY) continue;
      listing.choice[size] = choice;
      listing.at[size] = at[choice]!;
      listing.end[size] = at[choice]! + span[pair]!;
      listing.day[size] = day[choice]!;
      listing.cost[size++] = cost;
    }
  }
  begin[count] = size;
}

/** Adds what meetings of this person with the mentor pay for covering certain minutes: from, to, points, and again. */
function findSurcharges(
  listing: Listing,
  desk: Desk,
  person: number,
  mentor: number,
  { conditions, clashPoints, tollFree }: Question,
): void {
  const { board, chosen } = desk;
  const tolls = desk.tolls[person]!;
  if (tolls.length > 0 && !tollFree.has(person))
    for (const { at, points } of tolls)
      addSurcharge(listing, at, at + 1, points - (isTaken(desk, person, at, mentor) ? 0 : tollPaidIsWorth));
  for (let index = board.firstOf[person]!; index < board.firstOf[person + 1]!; index++) {
    const other = board.pairsOf[index]!;
    const choice = chosen[other]!;
    if (choice < 0 || board.mentor[other] === mentor) continue;
    const at = board.at[choice]!;
    addSurcharge(listing, at, at + board.span[other]!, clashPoints);
  }
  for (let index = 0; index < conditions.length; index++) {
    const { person: whose, at, points } = conditions[index]!;
    if (whose === person) addSurcharge(listing, at, at + 1, points);
  }
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
