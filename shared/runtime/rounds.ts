/** A school's months: which one opens next, and its opening when the hour has come. */
import { civilAt, monthOf, nextMonth } from "../domain/calendar.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { monthsUnderWay, nextToOpen, opensAt, outsideYear } from "../domain/school-year.ts";
import type { Month } from "../domain/time.ts";
import { listRounds, loadRound, type Round, removeRound, saveRound } from "../records/rounds.ts";
import { transact } from "../records/table.ts";
import { arrangeMonth } from "./arrange-month.ts";
import { endListedPairs } from "./end-assessed-pairs.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/**
 * Opens every month whose hour has come, and makes sure that the next one is waiting. One that waits in vain, because it is over
 * or outside the school year by now, is waited for no longer.
 */
export async function openDueRounds(runtime: Runtime): Promise<void> {
  await prepareRounds(runtime);
  const thisMonth = monthOf(civilAt(runtime.now(), runtime.school.timeZone).date);
  for (const round of await listRounds(tableOf(runtime))) {
    if (round.openedAt !== undefined || round.opensAt > runtime.now()) continue;
    if (round.month < thisMonth || outsideYear(runtime.school, round.month)) await letGo(runtime, round);
    else await open(runtime, round);
  }
}

/**
 * Whether a month opens by itself though its hour is past: it waits for it, or the hour went by unseen, before the school's file
 * held this year or while the school slept. In a school that has just begun it opens by hand, once somebody is paired.
 */
export const opensLate = (rounds: readonly Round[], month: Month): boolean =>
  rounds.some((round) => round.month <= month);

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
  const due = { month, revision: 0, ...stored, opensAt: runtime.now() };
  // From then on it is due, so that the sweep opens it where this is cut off.
  await write(runtime, due, stored);
  await open(runtime, (await loadRound(tableOf(runtime), month)) ?? due);
  return accept(month);
}

/** The round of the next opening hour is written down ahead, so that the sweep sees it when it is due; one whose hour went by unseen is due at once. */
async function prepareRounds(runtime: Runtime): Promise<void> {
  const { school } = runtime;
  const now = runtime.now();
  const rounds = await listRounds(tableOf(runtime));
  const late = monthsUnderWay(school, now).filter((month) => opensLate(rounds, month));
  for (const month of [...late, nextToOpen(school, now)]) {
    if (month === undefined || rounds.some((round) => round.month === month)) continue;
    // The list lags a little.
    if (!(await loadRound(tableOf(runtime), month)))
      await write(runtime, { month, revision: 0, opensAt: opensAt(school, month) }, undefined);
  }
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

const letGo = (runtime: Runtime, round: Round): Promise<string | undefined> =>
  transact(tableOf(runtime), [removeRound(tableOf(runtime), round)], newAttemptToken(runtime));

/** Two openings at once end in one round; the second one's write is refused and not missed. */
const write = (runtime: Runtime, after: Round, before: Round | undefined): Promise<string | undefined> =>
  transact(tableOf(runtime), [saveRound(tableOf(runtime), after, before)], newAttemptToken(runtime));
