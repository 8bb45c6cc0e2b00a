/** Finds what somebody probably meant by a misspelt word. */

/** The candidate that takes the fewest single-letter changes, at most a third of the word; undefined when none is near. */
export const nearestWord = (word: string, candidates: readonly string[]): string | undefined => {
  const lower = word.toLowerCase();
  let best: { candidate: string; changes: number } | undefined;
  for (const candidate of candidates) {
    const changes = changesBetween(lower, candidate.toLowerCase());
    if (
      changes <= Math.ceil(Math.max(word.length, candidate.length) / 3) &&
      (!best || changes < best.changes)
    )
      best = { candidate, changes };
  }
  return best?.candidate;
};

/** Levenshtein's distance; a text longer than 64 letters is no misspelt word of ours. */
function changesBetween(from: string, to: string): number {
  if (from.length > 64 || to.length > 64) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[to.length]!;
}
