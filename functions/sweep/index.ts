/** Finds whatever is due and was not done, and does it. */

import { loadMessage } from "../../shared/records/messages.ts";
import { getDue, type Item } from "../../shared/records/table.ts";
import { wakeMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { wakeMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import { openDueRounds } from "../../shared/runtime/rounds.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { sweepMessage } from "../../shared/runtime/sweep-message.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";

const batchSize = 200;

/** What to do with a due record, by its sort key. */
const duties: Readonly<Record<string, (runtime: Runtime, item: Item) => Promise<void>>> = {
  meeting: (runtime, item) => wakeMeeting(runtime, item.id as string, "if-nothing-due"),
  mentorship: (runtime, item) => wakeMentorship(runtime, item.id as string, "if-nothing-due"),
  round: (runtime) => openDueRounds(runtime),
  message: async (runtime, item) => {
    const message = await loadMessage(tableOf(runtime), item.id as string);
    if (message) await sweepMessage(runtime, message);
  },
};

/**
 * Takes the earliest first and each record once; what one step makes due is taken in the same sweep.
 * A record that fails does not keep the others waiting; the sweep then ends as failed, so that somebody hears of it.
 */
export const sweep = (runtime: Runtime) => async (): Promise<{ done: number }> => {
  const seen = new Set<string>();
  let failed = 0;
  for (;;) {
    const due = await getDue(tableOf(runtime), runtime.now(), batchSize + failed);
    const fresh = due.filter((item) => !seen.has(nameOf(item)));
    if (fresh.length === 0) break;
    for (const item of fresh) {
      seen.add(nameOf(item));
      try {
        await duties[item.sk]?.(runtime, item);
      } catch (error) {
        failed++;
        runtime.log({ event: "sweep-failed", kind: item.sk, fault: (error as Error).name });
      }
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${seen.size} due records could not be done; a retry helps`);
  return { done: seen.size };
};

/** The same record due at another moment is another duty. */
const nameOf = (item: Item): string => `${item.pk} ${item.dueAt as number}`;

export const handler = onLambda(sweep);
