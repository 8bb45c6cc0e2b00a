/** Two answers make the truth about a meeting: every combination, in both orders. */
import { expect, it } from "vitest";
import { settle } from "../../../shared/domain/lifecycle/settle.ts";
import type { Attendance } from "../../../shared/domain/meetings.ts";

const answer = (attendance: Attendance | "-") => (attendance === "-" ? undefined : { attendance, at: 1 });

it.each<[Attendance | "-", Attendance | "-", string]>([
  ["-", "-", "unknown"],
  ["met", "-", "held"],
  ["met-shortened", "-", "held"],
  ["missed-with-notice", "-", "missed-with-notice"],
  ["missed-without-notice", "-", "missed-silently"],
  ["met", "met", "held"],
  ["met", "met-shortened", "held"],
  ["met-shortened", "met-shortened", "held"],
  ["met", "missed-with-notice", "unknown"],
  ["met", "missed-without-notice", "unknown"],
  ["met-shortened", "missed-with-notice", "unknown"],
  ["met-shortened", "missed-without-notice", "unknown"],
  ["missed-with-notice", "missed-with-notice", "missed-with-notice"],
  ["missed-with-notice", "missed-without-notice", "missed-with-notice"],
  ["missed-without-notice", "missed-without-notice", "missed-silently"],
])("%s and %s: %s", (one, other, truth) => {
  expect(settle({ student: answer(one), mentor: answer(other) })).toBe(truth);
  expect(settle({ student: answer(other), mentor: answer(one) })).toBe(truth);
});
