/** Students ask mentors in the order of their wishes; a mentor keeps the best of those who asked (Gale and Shapley, 1962). */

/** Numbers are places in the lists of students and of mentors. The student looks at `score`, the mentor's side at `merit`. */
export type Choice = { student: number; mentor: number; score: number; merit: number };

/**
 * `wishes`: each student's choices, best first. `places`: how many students each mentor can still take. `lots`: each
 * student's place in the lottery, which decides between two of equal merit. At most one mentor for a student;
 * no student and mentor are left who would both rather have each other.
 */
export function deferredAcceptance(
  wishes: readonly (readonly Choice[])[],
  places: readonly number[],
  lots: readonly number[],
): Choice[] {
  const kept = places.map((): Choice[] => []);
  const asked = wishes.map(() => 0);
  const waiting = wishes.map((_, student) => student);
  const lessMeritLast = (one: Choice, other: Choice) =>
    other.merit - one.merit || lots[one.student]! - lots[other.student]!;
  for (let student = waiting.pop(); student !== undefined; student = waiting.pop()) {
    const wish = wishes[student]![asked[student]!++];
    if (!wish) continue;
    const mine = kept[wish.mentor]!;
    mine.push(wish);
    if (mine.length <= places[wish.mentor]!) continue;
    mine.sort(lessMeritLast);
    waiting.push(mine.pop()!.student);
  }
  return kept.flat();
}
