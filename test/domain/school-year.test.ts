/** A school year from February 15 to December 17, 2027, in New York: its months are all that it touches, and it ends in the morning of its last day. */
import { expect, it } from "vitest";
import { isYearOver, monthsUnderWay, nextToOpen, outsideYear } from "../../shared/domain/school-year.ts";
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

/** Months open seven days before their first, at nine. */
it.each([
  ["2026-08-10 12:00", [], "2027-02"],
  ["2027-01-25 09:00", [], "2027-02"],
  ["2027-01-25 09:01", ["2027-02"], "2027-03"],
  ["2027-02-21 12:00", ["2027-02"], "2027-03"],
  ["2027-02-22 09:01", ["2027-02", "2027-03"], "2027-04"],
  ["2027-11-24 09:01", ["2027-11", "2027-12"], undefined],
  ["2027-12-20 12:00", ["2027-12"], undefined],
  ["2028-01-01 00:00", [], undefined],
] as const)("at %s the hour of %j is past, and that of %s comes next", (time, past, next) => {
  expect([monthsUnderWay(year, inNewYork(time)), nextToOpen(year, inNewYork(time))]).toEqual([past, next]);
});
