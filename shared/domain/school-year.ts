/** A school's year: when it ends, which months lie outside it, and when each of the others opens. */
import { addDays, civilAt, firstDay, monthOf, nextMonth, wallToInstant } from "./calendar.ts";
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

/** When a month's planning is due: so many days before its first, at the school's hour. */
export const opensAt = ({ round, timeZone }: School, month: Month): Instant =>
  wallToInstant(addDays(firstDay(month), -round.opensDaysBefore), round.opensAt, timeZone);

/** The month of the school year whose hour comes next; undefined where none comes any more. */
export function nextToOpen(school: School, now: Instant): Month | undefined {
  let month = monthOf(civilAt(now, school.timeZone).date);
  while (opensAt(school, month) < now || outsideYear(school, month) === "before-the-year")
    month = nextMonth(month);
  return outsideYear(school, month) ? undefined : month;
}

/** The months of the school year whose hour is past and that are not over, opened or not. */
export function monthsUnderWay(school: School, now: Instant): Month[] {
  const month = monthOf(civilAt(now, school.timeZone).date);
  return [month, nextMonth(month)].filter(
    (each) => !outsideYear(school, each) && opensAt(school, each) < now,
  );
}
