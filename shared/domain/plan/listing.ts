/** The choices of one mentor's pairs as priced for one question, in arrays that are used again for every mentor. */
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

/** The mentor's pairs are bits here; a pair's candidates are `begin[bit]` up to `begin[bit + 1]`, in order of time. */
export type Listing = {
  count: number;
  begin: Int32Array;
  choice: Int32Array;
  at: Int32Array;
  end: Int32Array;
  day: Int32Array;
  cost: Float64Array;
  /** What a pair costs without a place; the least it can cost at all, and the candidate that does, or -1. */
  without: Float64Array;
  least: Float64Array;
  cheapest: Int32Array;
  /** The candidate that each pair has in the best plan so far, or -1. */
  taken: Int32Array;
};

export const makeListing = (pairs: number, candidates: number): Listing => ({
  count: 0,
  begin: new Int32Array(pairs + 1),
  choice: new Int32Array(candidates),
  at: new Int32Array(candidates),
  end: new Int32Array(candidates),
  day: new Int32Array(candidates),
  cost: new Float64Array(candidates),
  without: new Float64Array(pairs),
  least: new Float64Array(pairs),
  cheapest: new Int32Array(pairs),
  taken: new Int32Array(pairs),
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

/** Lists what each pair of the mentor could take; what is forbidden is left out. Returns the sum of the least costs. */
export function list(listing: Listing, desk: Desk, question: Question): number {
  const { board } = desk;
  const from = board.firstOfMentor[question.mentor]!;
  listing.count = board.firstOfMentor[question.mentor + 1]! - from;
  let size = 0;
  let sum = 0;
  for (let bit = 0; bit < listing.count; bit++) {
    const pair = board.pairsOfMentor[from + bit]!;
    const span = board.span[pair]!;
    const surcharges = surchargesOf(desk, pair, question);
    listing.begin[bit] = size;
    let least = board.unplaced[pair]! * scale;
    let cheapest = -1;
    listing.without[bit] = least;
    for (let choice = board.first[pair]!; choice < board.first[pair + 1]!; choice++) {
      const at = board.at[choice]!;
      let cost = board.cost[choice]! * scale;
      for (let index = 0; index < surcharges.length; index += 3)
        if (at < surcharges[index + 1]! && surcharges[index]! < at + span) cost += surcharges[index + 2]!;
      if (cost === Number.POSITIVE_INFINITY) continue;
      if (cost < least) [least, cheapest] = [cost, size];
      listing.choice[size] = choice;
      listing.at[size] = at;
      listing.end[size] = at + span;
      listing.day[size] = board.day[choice]!;
      listing.cost[size++] = cost;
    }
    listing.least[bit] = least;
    listing.cheapest[bit] = cheapest;
    sum += least;
  }
  listing.begin[listing.count] = size;
  return sum;
}

const nothing: readonly number[] = [];

/** What meetings of this pair pay for covering certain minutes: from, to, scaled points, and again. */
function surchargesOf(
  desk: Desk,
  pair: number,
  { mentor, conditions, others, tollFree }: Question,
): readonly number[] {
  const { board, chosen, tolls } = desk;
  const persons = [board.student[pair]!, board.mentor[pair]!];
  if (!board.isShared[persons[0]!] && !board.isShared[persons[1]!]) return nothing;
  const found: number[] = [];
  const otherPoints = others === "respected" ? Number.POSITIVE_INFINITY : clashesCost;
  for (const person of persons) {
    if (!board.isShared[person]) continue;
    if (!tollFree?.has(person))
      for (const { at, points } of tolls.get(person) ?? [])
        found.push(at, at + 1, points * scale - (isTaken(desk, person, at, mentor) ? 0 : tollPaidIsWorth));
    for (let index = board.firstOfPerson[person]!; index < board.firstOfPerson[person + 1]!; index++) {
      const other = board.pairsOfPerson[index]!;
      const choice = chosen[other]!;
      if (choice < 0 || board.mentorOf[other] === mentor) continue;
      const at = board.at[choice]!;
      found.push(at, at + board.span[other]!, otherPoints);
    }
    for (const { person: whose, at, points } of conditions)
      if (whose === person) found.push(at, at + 1, points * scale);
  }
  return found;
}
