/** Sends one message at most once: claim it in a transaction, hand it to SES in one attempt, write down what came of it. */
import { SendRawEmailCommand } from "@aws-sdk/client-ses";
import { letterRules } from "../domain/letter-rules.ts";
import type { Message } from "../domain/messages.ts";
import { minute } from "../domain/time.ts";
import { renderLetter } from "../letters/render.ts";
import { addLink } from "../links/link.ts";
import { keys } from "../records/keys.ts";
import { loadMessage, saveMessage } from "../records/messages.ts";
import { absent, check, transact, type Write } from "../records/table.ts";
import { type ReadyLetter, readyLetter } from "./letter-context.ts";
import { composeMime } from "./mime.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** SES said that it did not take the mail; the same mail may be tried again later. */
const refusedForNow = new Set([
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "ServiceUnavailable",
  "AccountSendingPausedException",
]);
/** SES will never take this mail. */
const refusedForGood = new Set([
  "MessageRejected",
  "MailFromDomainNotVerifiedException",
  "InvalidParameterValue",
  "ConfigurationSetDoesNotExistException",
]);

const backOffMinutes = [1, 5, 15, 60];

/**
 * Sends a planned message that is due; anything else is left as it is.
 * Rendered first; then one transaction claims the message, checks that its meeting still stands as planned and that the
 * reader is not suppressed, and stores its links. Whoever loses the race for the claim sends nothing.
 */
export async function sendMessage(runtime: Runtime, planned: Message): Promise<void> {
  const now = runtime.now();
  if (planned.state !== "planned" || planned.sendAt > now) return;
  if (now >= planned.notAfter) return close(runtime, planned, "expired");
  const ready = await readyLetter(runtime, planned);
  if (!ready) return close(runtime, planned, "failed");
  if (letterRules[planned.letter].optional && !ready.wantsOptionalMail)
    return close(runtime, planned, "suppressed");

  const claimed: Message = {
    ...planned,
    state: "sending",
    attempt: planned.attempt + 1,
    attemptToken: newAttemptToken(runtime),
    claimedAt: now,
  };
  const mime = await compose(runtime, claimed, ready);
  const refusal = await claim(runtime, planned, claimed, ready);
  if (refusal === "meeting-moved-on") return close(runtime, planned, "cancelled");
  if (refusal === "suppressed") return close(runtime, planned, "suppressed");
  if (refusal !== undefined) return;
  await settle(runtime, claimed, await handToSes(runtime, claimed, ready.email, mime));
}

/** Answers why not, or undefined once this attempt owns the message. */
async function claim(
  runtime: Runtime,
  planned: Message,
  claimed: Message,
  ready: ReadyLetter,
): Promise<string | undefined> {
  const table = tableOf(runtime);
  const writes: Write[] = [saveMessage(table, claimed, planned)];
  if (planned.guard && planned.meetingId) {
    const { state, arrangement } = planned.guard;
    writes.push(
      check(
        table,
        keys.meeting(planned.meetingId),
        {
          expression: "#state = :state AND arrangement = :arrangement",
          names: { "#state": "state" },
          values: { ":state": state, ":arrangement": arrangement },
        },
        "meeting-moved-on",
      ),
    );
  }
  writes.push(check(table, keys.suppression(ready.email), absent, "suppressed"));
  for (const link of ready.links) writes.push(addLink(table, link));
  const refusal = await transact(table, writes, claimed.attemptToken!);
  if (refusal !== "changed-meanwhile") return refusal;
  // A lost answer to our own claim looks like somebody else's: the stored token tells.
  const stored = await loadMessage(table, planned.id);
  return stored?.state === "sending" && stored.attemptToken === claimed.attemptToken ? undefined : refusal;
}

const compose = (runtime: Runtime, message: Message, ready: ReadyLetter) =>
  composeMime({
    school: runtime.school,
    to: { name: ready.context.reader.name, address: ready.email },
    rendered: renderLetter(message.letter, ready.context),
    date: runtime.now(),
    messageId: message.id,
    boundarySeed: message.id,
  });

type Outcome =
  | { state: "accepted"; sesMessageId: string }
  | { state: "planned" }
  | { state: "failed" }
  | { state: "in-doubt" };

async function handToSes(
  runtime: Runtime,
  message: Message,
  email: string,
  mime: Uint8Array,
): Promise<Outcome> {
  try {
    const { MessageId } = await runtime.ses.send(
      new SendRawEmailCommand({
        Source: runtime.school.sender.address,
        Destinations: [email],
        RawMessage: { Data: mime },
        ConfigurationSetName: runtime.configurationSet,
        Tags: [
          { Name: "message", Value: message.id },
          { Name: "attempt", Value: String(message.attempt) },
          { Name: "letter", Value: message.letter },
        ],
      }),
    );
    return { state: "accepted", sesMessageId: MessageId ?? "" };
  } catch (error) {
    const name = (error as Error).name;
    runtime.log({ event: "mail-not-accepted", message: message.id, letter: message.letter, fault: name });
    if (refusedForNow.has(name)) return { state: "planned" };
    if (refusedForGood.has(name)) return { state: "failed" };
    return { state: "in-doubt" };
  }
}

/** Writes down what SES answered. In doubt, the message stays `sending` until an event or the sweep settles it. */
async function settle(runtime: Runtime, claimed: Message, outcome: Outcome): Promise<void> {
  const now = runtime.now();
  if (outcome.state === "in-doubt") return;
  if (outcome.state === "planned") {
    const wait = backOffMinutes[Math.min(claimed.attempt, backOffMinutes.length) - 1]! * minute;
    return move(runtime, claimed, { ...claimed, state: "planned", sendAt: now + wait });
  }
  const settled = { ...claimed, state: outcome.state, settledAt: now };
  return move(
    runtime,
    claimed,
    outcome.state === "accepted" ? { ...settled, sesMessageId: outcome.sesMessageId } : settled,
  );
}

/** Ends a message that will not be sent. */
const close = (
  runtime: Runtime,
  message: Message,
  state: "expired" | "failed" | "cancelled" | "suppressed",
): Promise<void> => move(runtime, message, { ...message, state, settledAt: runtime.now() });

/** Somebody who moved the message on meanwhile was right: an event from SES may be quicker than our own answer. */
async function move(runtime: Runtime, before: Message, after: Message): Promise<void> {
  const table = tableOf(runtime);
  await transact(table, [saveMessage(table, after, before)], newAttemptToken(runtime));
}
