/** A misspelt word is recognised when few letters are wrong, and left alone when it means something else. */
import { expect, test } from "vitest";
import { nearestWord } from "../../shared/domain/nearest-word.ts";

test.each<[word: string, candidates: string[], nearest: string | undefined]>([
  ["emial", ["role", "email"], "email"],
  ["EMAIL", ["role", "email"], "email"],
  ["fokus", ["focus", "free"], "focus"],
  ["shoe size", ["role", "name", "free"], undefined],
  ["", ["role"], undefined],
  ["rle", ["role", "rule"], "role"],
  ["x".repeat(100_000), ["role"], undefined],
  ["anything", [], undefined],
])("%.20s", (word, candidates, nearest) => {
  expect(nearestWord(word, candidates)).toBe(nearest);
});
