/** One mentor's month, planned as well as it can be: a time for each of the mentor's pairs, or none, at the least cost. */
import { isForBranches, makeBranches, planByBranches } from "./branches.ts";
import { pointsOf } from "./cost-scale.ts";
import type { Desk } from "./desk.ts";
import { planGreedily, takeCheapest } from "./greedy.ts";
import { labelPairsMax, planByLabels } from "./label-planner.ts";
import { listBelow, listingFor, price, type Question } from "./listing.ts";
import { entriesOf, layRows, makeTable, planBySubsets, tableMaxEntries } from "./subsets.ts";

export type MentorPlanner = {
  /** The choice of each of the mentor's pairs in the last answer, in the order of `pairsOfMentor`, or -1. */
  choices: Int32Array;
  /** The least cost in points, tolls and conditions included; of a month too large to finish, what it costs at least. */
  plan(mentor: number, question: Question): number;
};

export function mentorPlanner(desk: Desk): MentorPlanner {
  const { board } = desk;
  const branches = makeBranches();
  const table = makeTable();
  const listing = listingFor(board);

  function plan(mentor: number, question: Question): number {
    const least = price(listing, desk, mentor, question);
    desk.steps -= listing.count;
    return pointsOf(takeCheapest(listing, board) ? least : planOverlapping(least));
  }

  function planOverlapping(least: number): number {
    const known = planGreedily(listing, board);
    if (known === least) return known;
    listBelow(listing, board, known - least);
    const size = listing.begin[listing.count]!;
    desk.steps -= size;
    if (isForBranches(listing)) {
      const cost = planByBranches(branches, listing, board.furtherOnOneDay, known);
      // Each candidate is held against the others first.
      desk.steps -= branches.looks + ((size * size) >> 5);
      if (cost !== undefined) return cost;
    }
    layRows(table, listing);
    const entries = entriesOf(table, listing);
    if (entries <= tableMaxEntries) {
      desk.steps -= entries >> 4;
      return planBySubsets(table, listing, board.furtherOnOneDay, known);
    }
    if (listing.count > labelPairsMax) return least;
    const spend = (labels: number): void => {
      desk.steps -= labels;
    };
    return planByLabels(listing, table, board.furtherOnOneDay, known, spend) ?? least;
  }
  return { choices: listing.taken, plan };
}
