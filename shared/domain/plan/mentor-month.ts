/** One mentor's month, planned as well as it can be: a time for each of the mentor's pairs, or none, at the least cost. */
import { pointsOf } from "./cost-scale.ts";
import type { Desk } from "./desk.ts";
import { planGreedily, takeCheapest } from "./greedy.ts";
import { labelPairsMax, planByLabels } from "./label-planner.ts";
import { listWithin, makeListing, price, type Question, roomFor } from "./listing.ts";
import { entriesOf, layRows, makeTable, planBySubsets, tableMaxEntries } from "./subsets.ts";

export type MentorPlanner = {
  /** The choice of each of the mentor's pairs in the last answer, in the order of `pairsOfMentor`, or -1. */
  choices: Int32Array;
  /** The least cost in points, tolls and conditions included; of a month too large to finish, what it costs at least. */
  plan(question: Question): number;
};

export function mentorPlanner(desk: Desk): MentorPlanner {
  const { board } = desk;
  const table = makeTable();
  let listing = makeListing(16, 1024);
  const planner: MentorPlanner = { choices: new Int32Array(16), plan };

  function plan(question: Question): number {
    listing = roomFor(listing, desk, question.mentor);
    const least = price(listing, desk, question);
    const { count } = listing;
    desk.steps -= count;
    const cost = takeCheapest(listing, board) ? least : planOverlapping(least);
    if (planner.choices.length < count) planner.choices = new Int32Array(2 * count);
    for (let bit = 0; bit < count; bit++) planner.choices[bit] = listing.taken[bit]!;
    return pointsOf(cost);
  }

  function planOverlapping(least: number): number {
    const known = planGreedily(listing, board);
    if (known === least) return known;
    listWithin(listing, board, known - least);
    desk.steps -= listing.begin[listing.count]!;
    layRows(table, listing);
    const entries = entriesOf(table, listing);
    if (entries <= tableMaxEntries) {
      desk.steps -= entries >> 4;
      return planBySubsets(table, listing, board.furtherOnOneDay);
    }
    if (listing.count > labelPairsMax) return least;
    const spend = (labels: number): void => {
      desk.steps -= labels;
    };
    return planByLabels(listing, table, board.furtherOnOneDay, known, spend) ?? least;
  }
  return planner;
}
