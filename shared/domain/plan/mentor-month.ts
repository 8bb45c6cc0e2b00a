/** One mentor's month, planned as well as it can be: a time for each of the mentor's pairs, or none, at the least cost. */
import { isProven, makeBranches, planByBranches } from "./branches.ts";
import { takeCheapest } from "./cheapest.ts";
import { clashesCost, pointsOf, tooLargeForClashes } from "./cost-scale.ts";
import type { Desk } from "./desk.ts";
import { labelPairsMax, planByLabels } from "./label-planner.ts";
import { listBelow, listingFor, price, type Question } from "./listing.ts";
import { entriesOf, layRows, makeTable, planBySubsets, tableMaxEntries } from "./subsets.ts";

export type MentorPlanner = {
  /** The choice of each of the mentor's pairs in the last answer, in the order of `pairsOf`, or -1. */
  choices: Int32Array;
  /** False when the last answer keeps clear of all other mentors' meetings; said only while there are no tolls. */
  mayClash: boolean;
  /** The least cost in points, tolls and conditions included; of a month too large to finish, what it costs at least. */
  plan(mentor: number, question: Question): number;
};

export function mentorPlanner(desk: Desk): MentorPlanner {
  const { board } = desk;
  const table = makeTable();
  const listing = listingFor(board);
  const branches = makeBranches(listing);

  function plan(mentor: number, question: Question): number {
    const least = price(listing, desk, mentor, question);
    desk.steps -= listing.count;
    const sum = takeCheapest(listing, board) ? least : planOverlapping(least);
    const points = pointsOf(sum);
    planner.mayClash = sum > points || sum >= tooLargeForClashes;
    return points;
  }

  function planOverlapping(least: number): number {
    const known = planByBranches(branches, listing, board, least);
    desk.steps -= branches.begin[listing.count]! + branches.looks;
    if (isProven(branches)) return known;
    listBelow(listing, board, known - least);
    layRows(table, listing);
    const entries = entriesOf(table, listing);
    if (entries <= tableMaxEntries) {
      desk.steps -= entries >> 4;
      return planBySubsets(table, listing, board.furtherOnOneDay, known);
    }
    // What is not finished is not known to be clear either.
    const atLeast = least + clashesCost;
    if (listing.count > labelPairsMax) return atLeast;
    const spend = (labels: number): void => {
      desk.steps -= labels;
    };
    return planByLabels(listing, table, board.furtherOnOneDay, known, spend) ?? atLeast;
  }
  const planner: MentorPlanner = { choices: listing.taken, mayClash: false, plan };
  return planner;
}
