/** Sends what has just been promised: bulk mail in turn, below the rate of SES, and what somebody waits for at once. What does not go out now is left to the sweep. */
import { ruleOf } from "../domain/letter-rules.ts";
import type { Message } from "../domain/messages.ts";
import { mailsPerSecond } from "../domain/school.ts";
import { second } from "../domain/time.ts";
import { takeTurns } from "../records/mail-turns.ts";
import type { InHand } from "./in-hand.ts";
import type { Runtime } from "./runtime.ts";
import { sendMessage } from "./send-message.ts";
import { tableOf } from "./table-of.ts";

/** Sends those messages that are due and whose turn it is. A fault here is noted and no more: the message is planned, and the sweep finds it. */
export async function sendInTurn(
  runtime: Runtime,
  messages: readonly Message[],
  inHand?: InHand,
): Promise<void> {
  const now = runtime.now();
  const due = messages.filter(({ state, sendAt }) => state === "planned" && sendAt <= now);
  const turnless = await withoutTurn(
    runtime,
    due.filter(({ letter }) => !ruleOf(letter).atOnce),
  );
  for (const message of due)
    if (!turnless.includes(message))
      await leavingFaults(runtime, message, () => sendMessage(runtime, message, inHand));
}

/** Takes a turn for each, in one go; answers those for which there was none. */
async function withoutTurn(runtime: Runtime, messages: readonly Message[]): Promise<readonly Message[]> {
  if (messages.length === 0) return [];
  try {
    const rate = mailsPerSecond(runtime.school);
    return messages.slice(await takeTurns(tableOf(runtime), runtime.now(), messages.length, rate));
  } catch (fault) {
    for (const message of messages) leave(runtime, message, fault);
    return messages;
  }
}

/** Longest that whoever waits for a mail also waits for the page. */
const patienceSeconds = 5;

/** Sends a message whose reader sits and waits; told "too many in this second", it tries again within seconds. */
export async function sendAtOnce(runtime: Runtime, message: Message): Promise<void> {
  const until = runtime.now() + patienceSeconds * second;
  await leavingFaults(runtime, message, async () => {
    let stands = await sendMessage(runtime, message);
    while (stands.state === "planned" && stands.attempt > 0 && stands.sendAt <= until) {
      await runtime.wait(Math.max(0, stands.sendAt - runtime.now()));
      const tried = await sendMessage(runtime, stands);
      if (tried === stands) return;
      stands = tried;
    }
  });
}

async function leavingFaults(runtime: Runtime, message: Message, run: () => Promise<unknown>) {
  try {
    await run();
  } catch (fault) {
    leave(runtime, message, fault);
  }
}

const leave = (runtime: Runtime, { id, letter }: Message, fault: unknown): void =>
  runtime.log({ event: "mail-left-to-sweep", message: id, letter, fault: (fault as Error).name });
