/** Whom each student could have as a mentor and whom each mentor would rather take: what every way of matching works on. */

/**
 * Students, mentors and choices are numbered from 0. Student `s` has the choices from `first[s]` up to `first[s + 1]`,
 * best first; a choice is one mentor who may be paired with that student.
 */
export type WishLists = {
  first: Int32Array;
  /** Of each choice: whose it is, which mentor it names, and the points that speak for the pair. */
  student: Int32Array;
  mentor: Int32Array;
  score: Int32Array;
  /** Of each choice: how many students its mentor would rather have than this one. */
  rank: Int32Array;
  /** Of each student: how many mentors he or she wishes for, and how many of them stand already. */
  wanted: Int32Array;
  has: Int32Array;
  /** Of each mentor: how many students he or she can still take. */
  places: Int32Array;
  /** Of each student: the place in the lottery. It never changes who is better, only which of equals comes first. */
  lots: readonly number[];
};

/** One student's choices, best first. `merit`: of two students a mentor takes the one with the higher, then the earlier lot. */
export type Choice = { mentor: number; score: number; merit: number };

/** Puts the students' lists together and lets every mentor rank those who could ask. */
export function wishListsOf(
  choices: readonly (readonly Choice[])[],
  { wanted, has, places, lots }: Record<"wanted" | "has" | "places" | "lots", readonly number[]>,
): WishLists {
  const count = choices.reduce((sum, list) => sum + list.length, 0);
  const lists = emptyLists(choices.length, count);
  const merit = new Float64Array(count);
  let at = 0;
  for (const [student, list] of choices.entries()) {
    for (const choice of list) {
      lists.student[at] = student;
      lists.mentor[at] = choice.mentor;
      lists.score[at] = choice.score;
      merit[at++] = choice.merit;
    }
    lists.first[student + 1] = at;
  }
  const before = (one: number, other: number) =>
    merit[other]! - merit[one]! || lots[lists.student[one]!]! - lots[lists.student[other]!]!;
  for (const asking of choicesByMentor(lists, places.length))
    for (const [place, choice] of asking.sort(before).entries()) lists.rank[choice] = place;
  return {
    ...lists,
    wanted: Int32Array.from(wanted),
    has: Int32Array.from(has),
    places: Int32Array.from(places),
    lots,
  };
}

/** Room for so many students and choices, everything 0. */
export const emptyLists = (
  students: number,
  choices: number,
): Pick<WishLists, "first" | "student" | "mentor" | "score" | "rank"> => ({
  first: new Int32Array(students + 1),
  student: new Int32Array(choices),
  mentor: new Int32Array(choices),
  score: new Int32Array(choices),
  rank: new Int32Array(choices),
});

function choicesByMentor({ mentor }: Pick<WishLists, "mentor">, mentors: number): number[][] {
  const byMentor = Array.from({ length: mentors }, (): number[] => []);
  for (const [choice, of] of mentor.entries()) byMentor[of]!.push(choice);
  return byMentor;
}
