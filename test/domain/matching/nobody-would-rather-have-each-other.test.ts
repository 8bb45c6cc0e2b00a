/** After the first round no student and mentor are left who would both rather have each other. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Choice, deferredAcceptance } from "../../../shared/domain/matching/deferred-acceptance.ts";
import { isMentor, isStudent, mayBePaired } from "../../../shared/domain/matching/pairing.ts";
import { pointsForFewAlternatives, scoreOf } from "../../../shared/domain/matching/score-terms.ts";
import { proposePairs } from "../../../shared/domain/matching.ts";
import { anySmallSchool, around } from "./cast.ts";

test("in any small school whose students want one mentor", () => {
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
      const { pairs } = proposePairs(around(people));
      const made = possible.filter(({ student, mentor }) =>
        pairs.some((pair) => pair.studentId === student.id && pair.mentorId === mentor.id),
      );
      expect(made.length).toBe(pairs.length);
      const blocking = possible.filter((wish) => {
        const mine = made.find(({ student }) => student.id === wish.student.id);
        const theirs = made.filter(({ mentor }) => mentor.id === wish.mentor.id);
        const room = theirs.length < wish.mentor.mentor.capacity;
        return (!mine || mine.score < wish.score) && (room || theirs.some(({ merit }) => merit < wish.merit));
      });
      expect(blocking).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("with any wishes at all, ties decided by lot", () => {
  const anyWishes = fc
    .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 4 }))
    .chain(([students, mentors]) =>
      fc.record({
        places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: mentors, maxLength: mentors }),
        wishes: fc.tuple(
          ...Array.from({ length: students }, (_, student) =>
            fc.uniqueArray(
              fc.record({
                student: fc.constant(student),
                mentor: fc.integer({ min: 0, max: mentors - 1 }),
                score: fc.constant<number>(0),
                merit: fc.integer({ min: 0, max: 3 }),
              }),
              { selector: ({ mentor }) => mentor },
            ),
          ),
        ),
        lots: fc.shuffledSubarray(
          Array.from({ length: students }, (_, place) => place),
          { minLength: students },
        ),
      }),
    );
  fc.assert(
    fc.property(anyWishes, ({ wishes, places, lots }) => {
      const kept = deferredAcceptance(wishes, places, lots);
      const before = (one: Choice, other: Choice) =>
        one.merit > other.merit || (one.merit === other.merit && lots[one.student]! < lots[other.student]!);
      for (const [student, list] of wishes.entries()) {
        const mine = kept.filter((choice) => choice.student === student);
        expect(mine.length).toBeLessThanOrEqual(1);
        const better = mine[0] ? list.slice(0, list.indexOf(mine[0])) : list;
        for (const wish of better) {
          const theirs = kept.filter(({ mentor }) => mentor === wish.mentor);
          expect(theirs.length).toBe(places[wish.mentor]!);
          expect(theirs.filter((other) => before(wish, other))).toEqual([]);
        }
      }
    }),
    { numRuns: 500 },
  );
});
