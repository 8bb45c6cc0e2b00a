/** Ends the doubt about mails of which SES has said nothing: asks whether SES still tells us of mails at all, then sends once more or lists as unknown. */
import { judgeDoubt, type MailFeed } from "../domain/mail-doubt.ts";
import type { Message } from "../domain/messages.ts";
import { mailsPerSecond } from "../domain/school.ts";
import { type Instant, second } from "../domain/time.ts";
import { loadMailFeed } from "../records/mail-feed.ts";
import { loadMessages, lookAgainAt, saveMessage } from "../records/messages.ts";
import { loadRestore } from "../records/restore.ts";
import { transact } from "../records/table.ts";
import { sendCanary } from "./mail-canary.ts";
import type { Runtime } from "./runtime.ts";
import { sendOnceMore } from "./send-message.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** How long a canary is listened for in one go. Most are heard of within two seconds. */
const listenSteps = [2, 3, 5, 10];

/** Looks at messages whose wait is over; whatever cannot be settled yet is left for the next time. Answers how many failed. */
export async function settleDoubts(runtime: Runtime, doubtful: readonly Message[]): Promise<number> {
  const table = tableOf(runtime);
  const restoredAt = (await loadRestore(table))?.restoredAt;
  const judge = (message: Message, feed: MailFeed | undefined, now: Instant) =>
    judgeDoubt(message, feed, now, restoredAt);
  let feed: MailFeed | undefined = await loadMailFeed(table);
  if (doubtful.some((message) => judge(message, feed, runtime.now()) === "ask-feed"))
    feed = await listen(runtime);

  // What SES has said meanwhile is no longer in doubt.
  const now = runtime.now();
  const still = (
    await loadMessages(
      table,
      doubtful.map(({ id }) => id),
    )
  ).filter((message) => message.state === "sending" && lookAgainAt(message)! <= now);
  const verdicts = still.map((message) => ({ message, verdict: judge(message, feed, now) }));
  if (verdicts.some(({ verdict }) => verdict === "wait" || verdict === "ask-feed"))
    runtime.log({ event: "mail-feed-silent", inDoubt: verdicts.length });
  let failed = 0;
  for (const [index, { message, verdict }] of verdicts.entries()) {
    try {
      if (verdict === "unknown") await listAsUnknown(runtime, message);
      if (verdict !== "once-more") continue;
      await sendOnceMore(runtime, message);
      if ((index + 1) % mailsPerSecond(runtime.school) === 0) await runtime.wait(second);
    } catch (error) {
      failed++;
      runtime.log({ event: "sweep-failed", kind: "doubt", fault: (error as Error).name });
    }
  }
  return failed;
}

async function listen(runtime: Runtime): Promise<MailFeed | undefined> {
  const sentAt = runtime.now();
  const mayBeHeard = await sendCanary(runtime);
  let feed = await loadMailFeed(tableOf(runtime));
  for (const seconds of listenSteps) {
    if (!mayBeHeard || (feed?.provenAt ?? 0) >= sentAt) break;
    await runtime.wait(seconds * second);
    feed = await loadMailFeed(tableOf(runtime));
  }
  return feed;
}

async function listAsUnknown(runtime: Runtime, message: Message): Promise<void> {
  const table = tableOf(runtime);
  const after: Message = { ...message, state: "unknown", settledAt: runtime.now() };
  const refusal = await transact(table, [saveMessage(table, after, message)], newAttemptToken(runtime));
  if (refusal === undefined)
    runtime.log({ event: "mail-unknown", message: message.id, letter: message.letter });
}
