/** What the sweep does with a message that is due: send it, or admit that nobody knows whether it was sent. */
import type { Message } from "../domain/messages.ts";
import { lookAgainAt, saveMessage } from "../records/messages.ts";
import { transact } from "../records/table.ts";
import type { Runtime } from "./runtime.ts";
import { sendMessage } from "./send-message.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/**
 * A planned message is sent. One that has been `sending` for longer than its letter's wait, without a word from SES,
 * becomes a visible `unknown`: a second copy would be worse than a gap that an administrator can see.
 */
export async function sweepMessage(runtime: Runtime, message: Message): Promise<void> {
  if (message.state === "planned") return sendMessage(runtime, message);
  const inDoubtFrom = lookAgainAt(message);
  if (message.state !== "sending" || inDoubtFrom === undefined || inDoubtFrom > runtime.now()) return;
  const table = tableOf(runtime);
  const after: Message = { ...message, state: "unknown", settledAt: runtime.now() };
  await transact(table, [saveMessage(table, after, message)], newAttemptToken(runtime));
  runtime.log({ event: "mail-unknown", message: message.id, letter: message.letter });
}
