/** A school year has ten tips, a different one each month. */
import { expect, test } from "vitest";
import { tipOf, tips } from "../../shared/letters/tips.ts";

test("ten months of a school year bring ten different tips, in order", () => {
  const months = [
    "2026-08",
    "2026-09",
    "2026-10",
    "2026-11",
    "2026-12",
    "2027-01",
    "2027-02",
    "2027-03",
    "2027-04",
    "2027-05",
  ];
  expect(months.map((month) => tipOf(month, "2026-08-17"))).toEqual([...tips]);
  expect(new Set(tips).size).toBe(10);
});

test("a longer year begins anew, and a month before the year has a tip as well", () => {
  expect(tipOf("2027-06", "2026-08-17")).toBe(tips[0]);
  expect(tipOf("2026-07", "2026-08-17")).toBe(tips[9]);
});
