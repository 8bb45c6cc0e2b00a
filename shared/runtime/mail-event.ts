/** What SES says about a mail moves its message forward; a bounce or a complaint also keeps further mail from that address. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import type { Message, MessageState } from "../domain/messages.ts";
import { mayMove } from "../domain/messages.ts";
import { addDuplicate } from "../records/mail-duplicates.ts";
import { loadMessage, saveMessage } from "../records/messages.ts";
import { suppress } from "../records/suppressions.ts";
import { transact, type Write } from "../records/table.ts";
import { brakeIfNeeded } from "./mail-brake.ts";
import { hearCanary } from "./mail-canary.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** The part of an SES event that we read (SES developer guide, "Contents of event data"). */
export const mailEventSchema = lazily(() =>
  z.object({
    eventType: z.string(),
    mail: z.object({
      messageId: z.string(),
      destination: z.array(z.string()),
      tags: z.optional(z.record(z.string(), z.array(z.string()))),
    }),
    bounce: z.optional(z.object({ bounceType: z.string() })),
  }),
);
export type MailEvent = z.infer<typeof mailEventSchema>;

/** A delayed delivery or a passing bounce decides nothing yet. */
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

const tries = 8;

/** Events may come twice, late or in any order; a state only ever moves forward. An event that is not about our mail is passed over. */
export async function takeMailEvent(runtime: Runtime, event: MailEvent): Promise<void> {
  const state = stateOf(event);
  const { message: [id] = [], canary: [canary] = [], attempt: [attempt] = [] } = event.mail.tags ?? {};
  if (canary && state && state !== "failed") return hearCanary(runtime, canary);
  if (!state || !id) return;
  const table = tableOf(runtime);
  let countedBefore = false;
  for (let left = tries; left > 0; left--) {
    const before = await loadMessage(table, id);
    if (!before) return;
    // The first copy was rejected while the second is on its way: the second will tell.
    if (state === "failed" && Number(attempt) < before.attempt) return;
    const step = stepOf(runtime, event, before, state, countedBefore);
    if (step.writes.length === 0) return;
    const refusal = await transact(table, step.writes, newAttemptToken(runtime));
    if (refusal === undefined) return tell(runtime, before, step);
    if (refusal === "counted-before") countedBefore = true;
  }
  throw new Error(`message ${id} kept changing; a retry helps`);
}

type EventStep = { state: MessageState; writes: Write[]; isDuplicate: boolean; isBad: boolean };

function stepOf(
  runtime: Runtime,
  event: MailEvent,
  before: Message,
  state: MessageState,
  countedBefore: boolean,
): EventStep {
  const table = tableOf(runtime);
  const now = runtime.now();
  const { messageId } = event.mail;
  const moves = mayMove(before.state, state);
  const isDuplicate =
    !countedBefore &&
    state !== "failed" &&
    before.sesMessageId !== undefined &&
    before.sesMessageId !== messageId;
  const isBad = moves && (state === "bounced" || state === "complained");
  const writes: Write[] = [];
  const after = { ...before, state, sesMessageId: before.sesMessageId ?? messageId, settledAt: now };
  if (moves) writes.push(saveMessage(table, after, before));
  if (isDuplicate) writes.push(addDuplicate(table, before, messageId, now));
  if (isBad)
    for (const address of event.mail.destination)
      writes.push(suppress(table, address, { why: state, since: now }));
  return { state, writes, isDuplicate, isBad };
}

async function tell(runtime: Runtime, { id, letter }: Message, { state, isDuplicate, isBad }: EventStep) {
  if (isDuplicate) runtime.log({ event: "mail-duplicate", message: id, letter });
  if (isBad) await brakeIfNeeded(runtime, { id, state });
}
