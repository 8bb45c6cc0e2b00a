/** Lists of free time are taken out of the text whole, however few bytes their numbers take. */
import { expect, it } from "vitest";
import { cutFreeTime } from "../../../infra/local/planning/cut-free-time.ts";

it.each([5, 1_000])("%i pairs of one digit each", (pairs) => {
  const list = JSON.stringify(Array.from({ length: pairs }, () => [3, 7]));
  const { text, name, numbers, begin } = cutFreeTime(Buffer.from(`"free":${list},"free":${list}`));
  expect(text).toBe(`"free":"${name}0","free":"${name}1"`);
  expect(begin).toEqual([0, 2 * pairs, 4 * pairs]);
  expect([...numbers.subarray(0, 4 * pairs)]).toEqual(Array.from({ length: 2 * pairs }, () => [3, 7]).flat());
});
