/** A school's months: which one opens next, and its opening when the hour has come. */
import { addDays, civilAt, firstDay, monthOf, nextMonth, wallToInstant } from "../domain/calendar.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import type { School } from "../domain/school.ts";
import { outsideYear } from "../domain/school-year.ts";
import type { Instant, Month } from "../domain/time.ts";
import { listRounds, loadRound, type Round, saveRound } from "../records/rounds.ts";
import { transact } from "../records/table.ts";
import { arrangeMonth } from "./arrange-month.ts";
import { endListedPairs } from "./end-assessed-pairs.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** When a month's planning is due: so many days before its first, at the school's hour. */
export const opensAt = ({ round, timeZone }: School, month: Month): Instant =>
  wallToInstant(addDays(firstDay(month), -round.opensDaysBefore), round.opensAt, timeZone);

/** Opens every month whose hour has come, and makes sure that the next one is waiting. */
export async function openDueRounds(runtime: Runtime): Promise<void> {
  await prepareNextRound(runtime);
  for (const round of await listRounds(tableOf(runtime)))
    if (
      round.openedAt === undefined &&
      round.opensAt <= runtime.now() &&
      !outsideYear(runtime.school, round.month)
    )
      await open(runtime, round);
}

/**
 * Opens a month by an administrator's hand. Refused when it is open already (`is-open`), over (`is-over`),
 * so far ahead that the month before it has not begun (`too-early`), or outside the school year (`before-the-year`, `after-the-year`).
 */
export async function openMonthByHand(
  runtime: Runtime,
  month: Month,
): Promise<Result<Month, "is-open" | "is-over" | "too-early" | "before-the-year" | "after-the-year">> {
  const thisMonth = monthOf(civilAt(runtime.now(), runtime.school.timeZone).date);
  if (month < thisMonth) return refuse("is-over");
  if (month > nextMonth(thisMonth)) return refuse("too-early");
  const outside = outsideYear(runtime.school, month);
  if (outside) return refuse(outside);
  const stored = await loadRound(tableOf(runtime), month);
  if (stored?.openedAt !== undefined) return refuse("is-open");
  await open(runtime, stored ?? { month, revision: 0, opensAt: runtime.now() });
  return accept(month);
}

/** The round of the next opening hour is written down ahead, so that the sweep sees it when it is due. */
async function prepareNextRound(runtime: Runtime): Promise<void> {
  const { school } = runtime;
  const now = runtime.now();
  let month = monthOf(civilAt(now, school.timeZone).date);
  while (opensAt(school, month) < now || outsideYear(school, month) === "before-the-year")
    month = nextMonth(month);
  if (outsideYear(school, month) || (await loadRound(tableOf(runtime), month))) return;
  await write(runtime, { month, revision: 0, opensAt: opensAt(school, month) }, undefined);
}

/** Arranging twice changes nothing, so an opening that was cut off is simply done again. */
async function open(runtime: Runtime, round: Round): Promise<void> {
  await endListedPairs(runtime);
  await arrangeMonth(runtime, round.month);
  await write(runtime, { ...round, openedAt: runtime.now() }, round.revision > 0 ? round : undefined);
  // Whoever became active while the month was being opened found it still closed.
  await arrangeMonth(runtime, round.month);
  runtime.log({ event: "month-opened", month: round.month });
}

/** Two openings at once end in one round; the second one's write is refused and not missed. */
const write = (runtime: Runtime, after: Round, before: Round | undefined): Promise<string | undefined> =>
  transact(tableOf(runtime), [saveRound(tableOf(runtime), after, before)], newAttemptToken(runtime));
