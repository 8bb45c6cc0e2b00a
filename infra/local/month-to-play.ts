/** Which month a command plays or plans where a school's months are asked for. */
import { monthOf, nextMonth } from "../../shared/domain/calendar.ts";
import type { School } from "../../shared/domain/school.ts";
import { outsideYear } from "../../shared/domain/school-year.ts";
import type { Month } from "../../shared/domain/time.ts";
import { Mendable } from "./command-line.ts";

/**
 * The month that was given; without one the next, or the school year's first where the next lies outside it. `today` is a civil date.
 * Refuses what is no month, and a month that never opens.
 */
export function monthToPlay(school: School, given: string | undefined, today: string): Month {
  const { from, to } = school.schoolYear;
  if (given === undefined) {
    const next = nextMonth(monthOf(today));
    return outsideYear(school, next) ? monthOf(from) : next;
  }
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(given))
    throw new Mendable(`--month takes a month like 2026-12, not "${given}".`);
  if (outsideYear(school, given))
    throw new Mendable(
      `The school year of ${school.id} lasts from ${from} to ${to}, and no month outside it opens. Give a --month from ${monthOf(from)} to ${monthOf(to)}, or change schoolYear in the school's file.`,
    );
  return given;
}
