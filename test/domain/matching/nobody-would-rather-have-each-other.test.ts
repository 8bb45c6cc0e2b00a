/** Stable: no student and mentor are left who would both rather have each other than the student's first mentor. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { blockingPairs } from "../../../shared/domain/matching/blocking-pairs.ts";
import { chooseInRounds } from "../../../shared/domain/matching/choose-in-rounds.ts";
import { isMentor, isStudent, mayBePaired } from "../../../shared/domain/matching/pairing.ts";
import { pointsForFewAlternatives, scoreOf } from "../../../shared/domain/matching/score-terms.ts";
import { wishListsOf } from "../../../shared/domain/matching/wish-lists.ts";
import { proposePairs } from "../../../shared/domain/matching.ts";
import { anyLists, everyMatching, keepsTheRules } from "./any-lists.ts";
import { anySmallSchool, around } from "./cast.ts";

test("in any small school, looked at as people", () => {
  fc.assert(
    fc.property(anySmallSchool(1), (people) => {
      const { commonMinutes } = around(people);
      const possible = people.filter(isStudent).flatMap((student) => {
        const mentors = people
          .filter(isMentor)
          .filter((mentor) => mayBePaired(student, mentor) && commonMinutes(student, mentor) > 0);
        return mentors.map((mentor) => {
          const score = scoreOf({ student, mentor, commonMinutes: commonMinutes(student, mentor) });
          return { student, mentor, score, merit: score + pointsForFewAlternatives(mentors.length) };
        });
      });
      const { pairs, blocking } = proposePairs(around(people), "stable");
      const made = possible.filter(({ student, mentor }) =>
        pairs.some((pair) => pair.studentId === student.id && pair.mentorId === mentor.id),
      );
      expect(made.length).toBe(pairs.length);
      const rather = possible.filter((wish) => {
        const mine = made.find(({ student }) => student.id === wish.student.id);
        const theirs = made.filter(({ mentor }) => mentor.id === wish.mentor.id);
        const room = theirs.length < wish.mentor.mentor.capacity;
        return (!mine || mine.score < wish.score) && (room || theirs.some(({ merit }) => merit < wish.merit));
      });
      expect(rather).toEqual([]);
      expect(blocking).toEqual({ pairs: 0, againstFirstMentor: 0 });
    }),
    { numRuns: 300 },
  );
});

test("with any wishes at all, for up to three mentors, ties decided by lot", () => {
  fc.assert(
    fc.property(anyLists({ students: 8, mentors: 5, mostWanted: 3 }), (lists) => {
      const chosen = chooseInRounds(lists);
      expect(keepsTheRules(lists, chosen)).toBe(true);
      expect(blockingPairs(lists, chosen).againstFirstMentor).toBe(0);
    }),
    { numRuns: 1000 },
  );
});

test("of all that are stable, each student who wants one mentor gets the best", () => {
  fc.assert(
    fc.property(anyLists({ students: 5, mentors: 3, mostWanted: 1 }), (lists) => {
      const best = [...lists.wanted.keys()].map((student) => lists.first[student + 1]!);
      for (const chosen of everyMatching(lists))
        if (blockingPairs(lists, chosen).pairs === 0)
          for (const choice of chosen)
            best[lists.student[choice]!] = Math.min(best[lists.student[choice]!]!, choice);
      const chosen = chooseInRounds(lists);
      expect(
        [...lists.wanted.keys()].map(
          (student) =>
            chosen.find((choice) => lists.student[choice] === student) ?? lists.first[student + 1]!,
        ),
      ).toEqual(best);
    }),
    { numRuns: 200 },
  );
});

test("mentors with room for everybody take those who ask, and no memory for the rest", () => {
  const endless = 2 ** 31 - 1;
  const both = [
    { mentor: 0, score: 9, merit: 9 },
    { mentor: 1, score: 5, merit: 5 },
  ];
  const lists = wishListsOf([both, both], {
    wanted: [2, 1],
    has: [0, 0],
    places: [endless, endless],
    lots: [0, 1],
  });
  expect(chooseInRounds(lists).map((choice) => [lists.student[choice], lists.mentor[choice]])).toEqual([
    [1, 0],
    [0, 0],
    [0, 1],
  ]);
});
