/** Gives numbers to pairs and people, so that the order in which they are listed makes no difference. */

/** Shorter ids first, then by their letters: p2 before p10. */
const compareIds = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

/** The pairs in the order of their ids. Throws when two have the same. */
export function inOrderOfIds<Pair extends { id: string }>(pairs: readonly Pair[]): readonly Pair[] {
  const order = orderOfIds(pairs.map(({ id }) => id));
  return order ? order.map((place) => pairs[place]!) : pairs;
}

/** The places of ids in their order, or undefined when they are in order as they stand. Throws when two are the same. */
export function orderOfIds(ids: readonly string[]): number[] | undefined {
  if (isInOrder(ids)) return undefined;
  const order = ids.map((_, place) => place).sort((one, other) => compareIds(ids[one]!, ids[other]!));
  for (let index = 1; index < order.length; index++) {
    const id = ids[order[index]!]!;
    if (id === ids[order[index - 1]!]) throw new Error(`two pairs to be planned have the id ${id}`);
  }
  return order;
}

function isInOrder(ids: readonly string[]): boolean {
  for (let index = 1; index < ids.length; index++)
    if (compareIds(ids[index - 1]!, ids[index]!) >= 0) return false;
  return true;
}

/** The two persons of each pair, by numbers that count the mentors and then the others in the order in which the pairs name them. */
export type Seated = { student: Int32Array; mentor: Int32Array; personCount: number; mentorCount: number };

export function numberPeople(pairs: readonly { student: string; mentor: string }[]): Seated {
  const numbers = new Map<string, number>();
  const mentor = Int32Array.from(pairs, (pair) => numberOf(numbers, pair.mentor));
  const mentorCount = numbers.size;
  const student = Int32Array.from(pairs, (pair) => numberOf(numbers, pair.student));
  return { student, mentor, personCount: numbers.size, mentorCount };
}

function numberOf(numbers: Map<string, number>, id: string): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, numbers.size);
  return numbers.size - 1;
}
