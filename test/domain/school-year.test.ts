/** A school year from February 15 to December 17, 2027, in New York: its months are all that it touches, and it ends in the morning of its last day. */
import { expect, it } from "vitest";
import { isYearOver, outsideYear } from "../../shared/domain/school-year.ts";
import { school } from "../local/small-world.ts";
import { inNewYork } from "./lifecycle/a-life.ts";

const year = { ...school, schoolYear: { from: "2027-02-15", to: "2027-12-17" } };

it.each([
  ["2027-01", "before-the-year"],
  ["2027-02", undefined],
  ["2027-12", undefined],
  ["2028-01", "after-the-year"],
])("the month %s is outside it: %s", (month, outside) => {
  expect(outsideYear(year, month)).toBe(outside);
});

it.each([
  ["2027-01-01 09:00", false],
  ["2027-12-17 08:59", false],
  ["2027-12-17 09:00", true],
])("at %s it is over: %s", (time, over) => {
  expect(isYearOver(year, inNewYork(time))).toBe(over);
});
