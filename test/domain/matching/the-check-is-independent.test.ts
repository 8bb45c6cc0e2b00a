/** The check finds exactly those who would both rather have each other, in good and in bad matchings. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { blockingPairs } from "../../../shared/domain/matching/blocking-pairs.ts";
import type { WishLists } from "../../../shared/domain/matching/wish-lists.ts";
import { anyLists, keepsTheRules } from "./any-lists.ts";

/** The definition, word by word. */
function countByDefinition(lists: WishLists, chosen: readonly number[]) {
  let [pairs, againstFirstMentor] = [0, 0];
  for (const choice of lists.mentor.keys()) {
    if (chosen.includes(choice)) continue;
    const student = lists.student[choice]!;
    const mine = chosen.filter((other) => lists.student[other] === student);
    const theirs = chosen.filter((other) => lists.mentor[other] === lists.mentor[choice]);
    const mentorWould =
      theirs.length < lists.places[lists.mentor[choice]!]! ||
      theirs.some((other) => lists.rank[choice]! < lists.rank[other]!);
    if (!mentorWould) continue;
    const has = lists.has[student]!;
    // A student's choices stand best first.
    const openWish = has + mine.length < lists.wanted[student]!;
    if (openWish || mine.some((other) => choice < other)) pairs++;
    if (has === 0 && (mine.length === 0 ? openWish : choice < Math.min(...mine))) againstFirstMentor++;
  }
  return { pairs, againstFirstMentor };
}

test("with any choices that break no rule", () => {
  const anyChosen = anyLists({ students: 5, mentors: 4, mostWanted: 3 }).chain((lists) =>
    fc.shuffledSubarray([...lists.mentor.keys()]).map((order) => {
      const chosen: number[] = [];
      for (const choice of order) if (keepsTheRules(lists, [...chosen, choice])) chosen.push(choice);
      return { lists, chosen };
    }),
  );
  fc.assert(
    fc.property(anyChosen, ({ lists, chosen }) => {
      expect(blockingPairs(lists, chosen)).toEqual(countByDefinition(lists, chosen));
    }),
    { numRuns: 1000 },
  );
});
