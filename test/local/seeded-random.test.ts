/** The same seed always gives the same chance, and chance is spread evenly. */
import { expect, test } from "vitest";
import { resumeRandom, seededRandom } from "../../infra/local/seeded-random.ts";

test("one seed, the same bytes on every machine", () => {
  expect(Buffer.from(seededRandom("riverside").bytes(8)).toString("hex")).toBe("78fb7fc90cc313af");
  expect(seededRandom("a").bytes(16)).not.toEqual(seededRandom("b").bytes(16));
});

test("it goes on from where another stood", () => {
  const one = seededRandom("riverside");
  one.bytes(100);
  const other = resumeRandom(one.state());
  expect(other.bytes(16)).toEqual(one.bytes(16));
});

test("each of ten numbers comes up about a tenth of the time", () => {
  const random = seededRandom("riverside");
  const counts = Array<number>(10).fill(0);
  for (let throws = 0; throws < 100_000; throws++) counts[random.below(10)]!++;
  expect(Math.min(...counts)).toBeGreaterThan(9_500);
  expect(Math.max(...counts)).toBeLessThan(10_500);
});
