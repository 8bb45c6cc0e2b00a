/** Which months of the school year are open now. */
import { civilAt, monthOf } from "../domain/calendar.ts";
import { outsideYear } from "../domain/school-year.ts";
import type { Month } from "../domain/time.ts";
import { listRounds } from "../records/rounds.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

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
