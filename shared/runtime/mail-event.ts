/** What SES says about a mail moves its message forward; a bounce or a complaint also keeps further mail from that address. */
import type { Message, MessageState } from "../domain/messages.ts";
import { mayMove } from "../domain/messages.ts";
import { keys } from "../records/keys.ts";
import { loadMessage, saveMessage } from "../records/messages.ts";
import { toItem } from "../records/record.ts";
import { put, transact, type Write } from "../records/table.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** The part of an SES event that we read (SES developer guide, "Contents of event data"). */
export type MailEvent = {
  eventType: string;
  mail: { messageId: string; destination: string[]; tags?: Record<string, string[]> };
  bounce?: { bounceType: string };
};

const stateOf = ({ eventType, bounce }: MailEvent): MessageState | undefined => {
  switch (eventType) {
    case "Send":
      return "accepted";
    case "Delivery":
      return "delivered";
    case "Bounce":
      return bounce?.bounceType === "Permanent" ? "bounced" : undefined;
    case "Complaint":
      return "complained";
    case "Reject":
    case "Rendering Failure":
      return "failed";
    default:
      return undefined;
  }
};

/** Events may come twice, late or in any order; a state only ever moves forward. */
export async function takeMailEvent(runtime: Runtime, event: MailEvent): Promise<void> {
  const state = stateOf(event);
  const id = event.mail.tags?.message?.[0];
  if (!state || !id) return;
  const table = tableOf(runtime);
  for (let tries = 0; tries < 5; tries++) {
    const before = await loadMessage(table, id);
    if (!before || !mayMove(before.state, state)) return;
    const after: Message = { ...before, state, sesMessageId: event.mail.messageId, settledAt: runtime.now() };
    const writes: Write[] = [saveMessage(table, after, before)];
    if (state === "bounced" || state === "complained") writes.push(...suppress(runtime, event, state));
    if ((await transact(table, writes, newAttemptToken(runtime))) === undefined) return;
  }
  throw new Error(`message ${id} kept changing; a retry helps`);
}

const suppress = (runtime: Runtime, event: MailEvent, why: string): Write[] =>
  event.mail.destination.map((address) =>
    put(
      tableOf(runtime),
      toItem({ why, since: runtime.now() }, { key: keys.suppression(address) }),
      undefined,
      "changed-meanwhile",
    ),
  );
