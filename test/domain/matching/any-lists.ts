/** Small schools as the ways of matching see them: a few students, a few mentors, any wishes, many ties. */
import fc from "fast-check";
import { type Choice, type WishLists, wishListsOf } from "../../../shared/domain/matching/wish-lists.ts";

type Size = { students: number; mentors: number; mostWanted: number };

const listsOf = ({ students, mentors, mostWanted }: Size) =>
  fc
    .record({
      choices: fc.array(
        fc
          .uniqueArray(
            fc.record({
              mentor: fc.integer({ min: 0, max: mentors - 1 }),
              score: fc.integer({ min: -2, max: 4 }),
              merit: fc.integer({ min: 0, max: 3 }),
            }),
            { selector: ({ mentor }) => mentor, maxLength: 4 },
          )
          .map((list): Choice[] => list.sort((one, other) => other.score - one.score)),
        { minLength: students, maxLength: students },
      ),
      wanted: fc.array(fc.integer({ min: 1, max: mostWanted }), { minLength: students, maxLength: students }),
      standing: fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: students, maxLength: students }),
      places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: mentors, maxLength: mentors }),
      lots: fc.shuffledSubarray([...Array(students).keys()], { minLength: students }),
    })
    .map(({ choices, wanted, standing, places, lots }) =>
      wishListsOf(choices, { wanted, has: standing, places, lots }),
    );

export const anyLists = (most: Size): fc.Arbitrary<WishLists> =>
  fc
    .record({
      students: fc.integer({ min: 1, max: most.students }),
      mentors: fc.integer({ min: 1, max: most.mentors }),
    })
    .chain((size) => listsOf({ ...size, mostWanted: most.mostWanted }));

/** Every set of choices that breaks no rule, tried one by one. */
export function* everyMatching(lists: WishLists, from = 0, chosen: number[] = []): Generator<number[]> {
  if (from === lists.mentor.length) {
    yield [...chosen];
    return;
  }
  yield* everyMatching(lists, from + 1, chosen);
  if (keepsTheRules(lists, [...chosen, from])) {
    chosen.push(from);
    yield* everyMatching(lists, from + 1, chosen);
    chosen.pop();
  }
}

export const keepsTheRules = (lists: WishLists, chosen: readonly number[]): boolean =>
  new Set(chosen).size === chosen.length &&
  chosen.every((choice) => {
    const [student, mentor] = [lists.student[choice]!, lists.mentor[choice]!];
    const mentors = chosen.filter((other) => lists.student[other] === student).length;
    const students = chosen.filter((other) => lists.mentor[other] === mentor).length;
    return lists.has[student]! + mentors <= lists.wanted[student]! && students <= lists.places[mentor]!;
  });

/** Students with a mentor, pairs, total score: more of the first is better, then of the second, then of the third. */
export const worthOf = (lists: WishLists, chosen: readonly number[]): [number, number, number] => [
  [...lists.has.keys()].filter(
    (one) => lists.has[one]! > 0 || chosen.some((choice) => lists.student[choice] === one),
  ).length,
  chosen.length,
  chosen.reduce((sum, choice) => sum + lists.score[choice]!, 0),
];
