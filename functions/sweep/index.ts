/** Finds whatever is due and was not done, and does it. */

import { type Instant, minute, second } from "../../shared/domain/time.ts";
import { type DueItem, getDue } from "../../shared/records/due.ts";
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
const mailSecondsBetweenLooks = 30;
/** A later look goes back so far behind the one before: the index lags, and clocks differ. */
const lookBackMinutes = 5;
/** A sweep may take ten minutes by the catalogue; the next one goes on where it ends. */
const sweepMinutes = 9;

/** What to do with a due record that is not a message, by its sort key. */
const dutyOf: Readonly<Record<string, (runtime: Runtime, item: DueItem) => Promise<void>>> = {
  meeting: (runtime, { id }) => wakeMeeting(runtime, id!, "if-nothing-due"),
  mentorship: (runtime, { id }) => wakeMentorship(runtime, id!, "if-nothing-due"),
  round: (runtime) => openDueRounds(runtime),
};

/**
 * Takes the earliest first and each record once; what one step makes due is taken in the same sweep.
 * Two sweeps at a time share the rate of mail and claim each message once.
 * A record that fails does not keep the others waiting; the sweep then ends as failed, so that somebody hears of it.
 */
export const sweep = (runtime: Runtime) => async (): Promise<{ done: number }> => {
  // Asks the table first: its answer tells a slow clock the time.
  await releaseBrakeIfWell(runtime);
  const until = runtime.now() + sweepMinutes * minute;
  const agenda = openLooks(runtime);
  let done = 0;
  let failed = 0;
  let parkedUntil: Instant[] = [];
  while (runtime.now() < until) {
    await agenda.look();
    const { mail, duties } = agenda.waiting();
    if (mail.length === 0 && duties.length === 0) {
      parkedUntil = parkedUntil.filter((at) => at > runtime.now());
      const nextAt = Math.min(...parkedUntil);
      if (nextAt >= until) break;
      await runtime.wait(nextAt - runtime.now());
      continue;
    }
    const some = duties.slice(0, dutiesBetweenLooks);
    for (const item of some) if (!(await isDone(runtime, item))) failed++;
    agenda.cross(some);
    const soon = Math.min(until, runtime.now() + mailSecondsBetweenLooks * second);
    const swept = await sweepMail(runtime, byUrgency(mail), soon);
    const dealtWith = new Set(swept.dealtWith);
    agenda.cross(mail.filter(({ id }) => dealtWith.has(id!)));
    if (swept.doubtful.length > 0) failed += await settleDoubts(runtime, swept.doubtful);
    parkedUntil.push(...swept.parkedUntil);
    failed += swept.failed;
    done += some.length + dealtWith.size;
  }
  // An alarm reads these figures off the log, and their absence.
  runtime.log({ event: "sweep", done, failed, oldestOverdueSeconds: await secondsOverdue(runtime) });
  if (failed > 0) throw new Error(`${failed} of ${done} due records could not be done; a retry helps`);
  return { done };
};

/** How long the oldest duty that is still due has waited, in whole seconds; 0 when nothing is due. */
async function secondsOverdue(runtime: Runtime): Promise<number> {
  const now = runtime.now();
  const [oldest] = await getDue(tableOf(runtime), now, 1);
  return oldest ? Math.floor((now - oldest.dueAt) / second) : 0;
}

/** What is due and has not been crossed off. The first look, and each one when nothing is left, sees everything; the others what has come since. */
function openLooks(runtime: Runtime) {
  const seen = new Set<string>();
  const open = new Map<string, DueItem>();
  let lastLook = 0;
  return {
    async look(): Promise<void> {
      const now = runtime.now();
      const from = open.size === 0 ? 0 : lastLook - lookBackMinutes * minute;
      for (const item of await getDue(tableOf(runtime), now, dueMost, from))
        if (!seen.has(nameOf(item))) open.set(nameOf(item), item);
      lastLook = now;
    },
    waiting() {
      const all = [...open.values()];
      return {
        mail: all.filter(({ sk }) => sk === "message"),
        duties: all.filter(({ sk }) => sk !== "message"),
      };
    },
    cross(items: readonly DueItem[]): void {
      for (const item of items) {
        seen.add(nameOf(item));
        open.delete(nameOf(item));
      }
    },
  };
}

async function isDone(runtime: Runtime, item: DueItem): Promise<boolean> {
  try {
    await dutyOf[item.sk]?.(runtime, item);
    return true;
  } catch (error) {
    runtime.log({ event: "sweep-failed", kind: item.sk, fault: (error as Error).name });
    return false;
  }
}

/** The same record due at another moment is another duty. */
const nameOf = ({ pk, dueAt }: DueItem): string => `${pk} ${dueAt}`;

export const handler = onLambda(sweep);
