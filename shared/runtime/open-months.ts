/** Which months belong to the school year, and which of them are open now. */
import { civilAt, monthOf } from "../domain/calendar.ts";
import type { School } from "../domain/school.ts";
import type { Month } from "../domain/time.ts";
import { listRounds } from "../records/rounds.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

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

/** The months of the school year that are open and not over. */
export async function openMonths(runtime: Runtime): Promise<Month[]> {
  const { school } = runtime;
  const thisMonth = monthOf(civilAt(runtime.now(), school.timeZone).date);
  return (await listRounds(tableOf(runtime)))
    .filter(
      ({ openedAt, month }) => openedAt !== undefined && month >= thisMonth && !outsideYear(school, month),
    )
    .map(({ month }) => month);
}
