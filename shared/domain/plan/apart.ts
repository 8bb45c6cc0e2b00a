/** Divides pairs into groups that have nobody in common: when those of one meet means nothing to the others. */

/** The groups are in the order in which their first pairs are listed. */
export function groupsApart<Pair extends { student: string; mentor: string }>(
  pairs: readonly Pair[],
): Pair[][] {
  const groupOf = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const groups = [pair.student, pair.mentor].map((person) => groupOf.get(person) ?? []);
    const [large, small] = groups[0]!.length < groups[1]!.length ? groups.toReversed() : groups;
    const joining = small === large ? [pair] : [...small!, pair];
    for (const one of joining) {
      large!.push(one);
      groupOf.set(one.student, large!).set(one.mentor, large!);
    }
  }
  return [...new Set(pairs.map(({ student }) => groupOf.get(student)!))];
}
