/** Lists of free time are taken out of the text whole, however few bytes their numbers take. */
import { expect, it } from "vitest";
import { cutFreeTime } from "../../../infra/local/planning/cut-free-time.ts";

it.each([5, 1_000])("%i pairs of one digit each", (pairs) => {
  const list = JSON.stringify(Array.from({ length: pairs }, () => [3, 7]));
  const { text, lists } = cutFreeTime(Buffer.from(`"free":${list}`));
  const [[name, numbers]] = [...lists] as [[string, Int32Array]];
  expect(text).toBe(`"free":"${name}"`);
  expect([...numbers]).toEqual(Array.from({ length: pairs }, () => [3, 7]).flat());
});
