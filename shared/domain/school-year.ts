/** A school's year: when it ends, and which months lie outside it. */
import { monthOf, wallToInstant } from "./calendar.ts";
import type { School } from "./school.ts";
import type { Instant, Month } from "./time.ts";

/** From then on no more meetings are held. */
export const yearEnd = ({ schoolYear, round, timeZone }: School): Instant =>
  wallToInstant(schoolYear.to, round.opensAt, timeZone);

/** Between these two, meetings are held. */
export const yearOf = (school: School): { from: Instant; until: Instant } => ({
  from: wallToInstant(school.schoolYear.from, "00:00", school.timeZone),
  until: yearEnd(school),
});

/** Nobody meets, and no pair begins, before the school's file holds the next year. */
export const isYearOver = (school: School, now: Instant): boolean => now >= yearEnd(school);

/** Why nobody meets in a month that begins after the school year or ends before it; undefined for every other. */
export const outsideYear = (
  { schoolYear }: School,
  month: Month,
): "before-the-year" | "after-the-year" | undefined =>
  month < monthOf(schoolYear.from)
    ? "before-the-year"
    : month > monthOf(schoolYear.to)
      ? "after-the-year"
      : undefined;
