/** Finds whatever is due and was not done, and does it. */

import { type Instant, minute, second } from "../../shared/domain/time.ts";
import { getDue, type Item } from "../../shared/records/table.ts";
import { wakeMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { wakeMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import { releaseBrakeIfWell } from "../../shared/runtime/mail-brake.ts";
import { openDueRounds } from "../../shared/runtime/rounds.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { settleDoubts } from "../../shared/runtime/settle-doubts.ts";
import { byUrgency, sweepMail } from "../../shared/runtime/sweep-mail.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";

/** Most that is looked at in one go. */
const dueMost = 25_000;
/** Between two looks at what is due, so that what has become urgent meanwhile need not wait for the rest. */
const dutiesBetweenLooks = 200;
const mailMinutesBetweenLooks = 1;
/** A sweep may take ten minutes by the catalogue; the next one goes on where it ends. */
const sweepMinutes = 9;

/** What to do with a due record that is not a message, by its sort key. */
const duties: Readonly<Record<string, (runtime: Runtime, item: Item) => Promise<void>>> = {
  meeting: (runtime, item) => wakeMeeting(runtime, item.id as string, "if-nothing-due"),
  mentorship: (runtime, item) => wakeMentorship(runtime, item.id as string, "if-nothing-due"),
  round: (runtime) => openDueRounds(runtime),
};

/**
 * Takes the earliest first and each record once; what one step makes due is taken in the same sweep.
 * Two sweeps at a time share the rate of mail and claim each message once.
 * A record that fails does not keep the others waiting; the sweep then ends as failed, so that somebody hears of it.
 */
export const sweep = (runtime: Runtime) => async (): Promise<{ done: number }> => {
  const until = runtime.now() + sweepMinutes * minute;
  const seen = new Set<string>();
  let failed = 0;
  let nextAt: Instant | undefined;
  await releaseBrakeIfWell(runtime);
  while (runtime.now() < until) {
    const due = await getDue(tableOf(runtime), runtime.now(), dueMost);
    const fresh = due.filter((item) => !seen.has(nameOf(item)));
    if (fresh.length === 0) {
      if (nextAt === undefined || nextAt >= until) break;
      await runtime.wait(Math.max(0, nextAt - runtime.now()));
      nextAt = undefined;
      continue;
    }
    const mail = fresh.filter(({ sk }) => sk === "message");
    const rest = fresh.filter(({ sk }) => sk !== "message").slice(0, dutiesBetweenLooks);
    for (const item of rest) {
      seen.add(nameOf(item));
      if (!(await isDone(runtime, item))) failed++;
    }
    const soon = Math.min(until, runtime.now() + mailMinutesBetweenLooks * minute);
    const swept = await sweepMail(runtime, byUrgency(mail), soon);
    const dealtWith = new Set(swept.dealtWith);
    for (const item of mail) if (dealtWith.has(item.id as string)) seen.add(nameOf(item));
    failed += swept.failed;
    if (swept.doubtful.length > 0) failed += await settleDoubts(runtime, swept.doubtful);
    if (swept.nextAt !== undefined) nextAt = Math.min(nextAt ?? swept.nextAt, swept.nextAt);
  }
  // An alarm reads these figures off the log, and their absence.
  const oldestOverdueSeconds = await secondsOverdue(runtime);
  runtime.log({ event: "sweep", done: seen.size, failed, oldestOverdueSeconds });
  if (failed > 0) throw new Error(`${failed} of ${seen.size} due records could not be done; a retry helps`);
  return { done: seen.size };
};

/** How long the oldest duty that is still due has waited, in whole seconds; 0 when nothing is due. */
async function secondsOverdue(runtime: Runtime): Promise<number> {
  const now = runtime.now();
  const [oldest] = await getDue(tableOf(runtime), now, 1);
  return oldest ? Math.floor((now - (oldest.dueAt as number)) / second) : 0;
}

async function isDone(runtime: Runtime, item: Item): Promise<boolean> {
  try {
    await duties[item.sk]?.(runtime, item);
    return true;
  } catch (error) {
    runtime.log({ event: "sweep-failed", kind: item.sk, fault: (error as Error).name });
    return false;
  }
}

/** The same record due at another moment is another duty. */
const nameOf = (item: Item): string => `${item.pk} ${item.dueAt as number}`;

export const handler = onLambda(sweep);
