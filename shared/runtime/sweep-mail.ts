/** Sends what is due and was not sent: the most urgent first, so many in a second, the rate shared with everybody else who sends. */
import { ruleOf } from "../domain/letter-rules.ts";
import type { Message } from "../domain/messages.ts";
import { mailsPerSecond } from "../domain/school.ts";
import { type Instant, second } from "../domain/time.ts";
import type { DueItem } from "../records/due.ts";
import { takeTurns } from "../records/mail-turns.ts";
import { loadMessages, lookAgainAt, saveMessage } from "../records/messages.ts";
import { transact } from "../records/table.ts";
import type { Runtime } from "./runtime.ts";
import { sendMessage } from "./send-message.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

export type SweptMail = {
  /** Ids that were dealt with; the others' turn did not come before `until`. */
  dealtWith: string[];
  /** In doubt, and for `settleDoubts` to look at. */
  doubtful: Message[];
  /** When those that SES refused for now may be tried again. */
  parkedUntil: Instant[];
  failed: number;
};

/** First what somebody waits for, then whatever loses its use first: the earliest meeting. */
export const byUrgency = (due: readonly DueItem[]): string[] =>
  [...due]
    .sort((a, b) => Number(isAtOnce(b)) - Number(isAtOnce(a)) || a.notAfter! - b.notAfter!)
    .map(({ id }) => id!);

/** Not of a letter that is not written any more. */
const isAtOnce = ({ letter }: DueItem): boolean => letter !== undefined && ruleOf(letter)?.atOnce === true;

/** Takes the messages in this order until all are dealt with or the moment has come. */
export async function sweepMail(
  runtime: Runtime,
  ids: readonly string[],
  until: Instant,
): Promise<SweptMail> {
  const perSecond = mailsPerSecond(runtime.school);
  const swept: SweptMail = { dealtWith: [], doubtful: [], parkedUntil: [], failed: 0 };
  let waiting = ids;
  while (waiting.length > 0) {
    const from = runtime.now();
    const batch = waiting.slice(0, perSecond);
    const turnless = await sendBatch(runtime, batch, perSecond, swept);
    waiting = [...turnless, ...waiting.slice(perSecond)];
    if (waiting.length === 0) break;
    // Also before it returns: whoever sends the others would begin in the same second.
    await runtime.wait(Math.max(0, from + second - runtime.now()));
    if (runtime.now() >= until) break;
  }
  return swept;
}

/** One that cannot be read counts as failed, and the others are read without it. */
async function readEach(
  runtime: Runtime,
  ids: readonly string[],
  swept: SweptMail,
): Promise<readonly Message[]> {
  try {
    return await loadMessages(tableOf(runtime), ids);
  } catch (fault) {
    if (ids.length > 1) return (await Promise.all(ids.map((id) => readEach(runtime, [id], swept)))).flat();
    countFailed(runtime, swept, fault);
    return [];
  }
}

/** An attempt of which SES may still tell is looked at again when it counts as in doubt; most have come to rest before. */
async function putOff(runtime: Runtime, message: Message): Promise<void> {
  const table = tableOf(runtime);
  const after = { ...message, sendAt: lookAgainAt(message)! };
  await transact(table, [saveMessage(table, after, message)], newAttemptToken(runtime));
}

function countFailed(runtime: Runtime, swept: SweptMail, fault: unknown): void {
  swept.failed++;
  runtime.log({ event: "sweep-failed", kind: "message", fault: (fault as Error).name });
}

/** Sends a second's mails side by side; answers the ids for which there was no turn. */
async function sendBatch(
  runtime: Runtime,
  ids: readonly string[],
  perSecond: number,
  swept: SweptMail,
): Promise<string[]> {
  const table = tableOf(runtime);
  const now = runtime.now();
  const messages = await readEach(runtime, ids, swept);
  const due = messages.filter(({ state, sendAt }) => state === "planned" && sendAt <= now);
  const inTurn = due.filter(({ letter }) => !ruleOf(letter).atOnce);
  const turns = inTurn.length === 0 ? 0 : await takeTurns(table, now, inTurn.length, perSecond);
  const turnless = inTurn.slice(turns);
  const sending = due.filter((message) => !turnless.includes(message));
  const sent = await Promise.allSettled(sending.map((message) => sendMessage(runtime, message)));
  for (const answer of sent) {
    if (answer.status === "rejected") countFailed(runtime, swept, answer.reason);
    else if (answer.value.state === "planned" && answer.value.sendAt > now)
      swept.parkedUntil.push(answer.value.sendAt);
  }
  for (const message of messages.filter(({ state }) => state === "sending")) {
    if (lookAgainAt(message)! <= now) swept.doubtful.push(message);
    else if (message.sendAt <= now)
      await putOff(runtime, message).catch((fault) => countFailed(runtime, swept, fault));
  }
  const left = turnless.map(({ id }) => id);
  swept.dealtWith.push(...ids.filter((id) => !left.includes(id)));
  return left;
}
