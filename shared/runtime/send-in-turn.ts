/** Sends what has just been promised: bulk mail in turn, below the rate of SES, and what somebody waits for at once. What does not go out now is left to the sweep. */
import { ruleOf } from "../domain/letter-rules.ts";
import type { Message } from "../domain/messages.ts";
import { mailsPerSecond } from "../domain/school.ts";
import { second } from "../domain/time.ts";
import { takeTurns } from "../records/mail-turns.ts";
import type { Runtime } from "./runtime.ts";
import { sendMessage } from "./send-message.ts";
import { tableOf } from "./table-of.ts";

/**
 * Sends a message if it is its turn. A fault here is noted and no more: the message is planned, and the sweep finds it.
 * Without `bulk`, what somebody waits for takes no turn.
 */
export async function sendInTurn(runtime: Runtime, message: Message, bulk?: "bulk"): Promise<void> {
  if (message.state !== "planned" || message.sendAt > runtime.now()) return;
  await leavingFaults(runtime, message, async () => {
    if (bulk || !ruleOf(message.letter).atOnce) {
      const turns = await takeTurns(tableOf(runtime), runtime.now(), 1, mailsPerSecond(runtime.school));
      if (turns === 0) return;
    }
    await sendMessage(runtime, message);
  });
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

async function leavingFaults(runtime: Runtime, { id, letter }: Message, run: () => Promise<void>) {
  try {
    await run();
  } catch (error) {
    runtime.log({ event: "mail-left-to-sweep", message: id, letter, fault: (error as Error).name });
  }
}
