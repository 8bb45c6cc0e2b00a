/** Gives numbers to pairs and people, so that the order in which they are listed makes no difference. */

/** Shorter ids first, then by their letters: p2 before p10. */
export const compareIds = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

/** The pairs in the order of their ids. Throws when two have the same. */
export function inOrderOfIds<Pair extends { id: string }>(pairs: readonly Pair[]): Pair[] {
  const ordered = [...pairs].sort((one, other) => compareIds(one.id, other.id));
  for (let index = 1; index < ordered.length; index++)
    if (ordered[index]!.id === ordered[index - 1]!.id)
      throw new Error(`two pairs to be planned have the id ${ordered[index]!.id}`);
  return ordered;
}

/** Numbers people in the order in which the pairs name them. */
export function numberPeople(pairs: readonly { student: string; mentor: string }[]): {
  student: Int32Array;
  mentor: Int32Array;
  personCount: number;
} {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  };
  const student = new Int32Array(pairs.length);
  const mentor = new Int32Array(pairs.length);
  for (const [index, pair] of pairs.entries()) {
    student[index] = numberOf(pair.student);
    mentor[index] = numberOf(pair.mentor);
  }
  return { student, mentor, personCount: numbers.size };
}
