/** Sends one message at most once: claim it in a transaction, hand it to SES in one attempt, write down what came of it. */
import {
  type Message,
  type MessageState,
  mayHaveGone,
  withLinksOf,
  withMoreLinks,
} from "../domain/messages.ts";
import { parkedUntil } from "../domain/parking.ts";
import { hour, second } from "../domain/time.ts";
import { renderLetter } from "../letters/render.ts";
import { loadMessage, saveMessage } from "../records/messages.ts";
import { transact } from "../records/table.ts";
import { claimMessage } from "./claim-message.ts";
import { handToSes, type Outcome, tagsOf } from "./hand-to-ses.ts";
import type { InHand } from "./in-hand.ts";
import { type ReadyLetter, readyLetter } from "./letter-context.ts";
import { mailStanding } from "./mail-standing.ts";
import { composeMime } from "./mime.ts";
import type { Runtime } from "./runtime.ts";
import { newAttemptToken, tableOf } from "./table-of.ts";

/** A claim that took longer is not trusted: what it checked may have changed since. */
const claimTrustedSeconds = 5;
/** How long optional mail waits before it asks again whether the brake is off. */
const brakeWait = hour;

/**
 * Sends a planned message that is due; anything else is left as it is. Answers the message as it stands then, as far as we know.
 * Rendered first; then one transaction claims it and checks all that it depends on. Whoever loses the race for the claim sends nothing.
 */
export async function sendMessage(runtime: Runtime, planned: Message, inHand?: InHand): Promise<Message> {
  if (planned.state !== "planned" || planned.sendAt > runtime.now()) return planned;
  return attempt(runtime, planned, inHand);
}

/** Sends a second copy of a message in doubt, under the same conditions as the first. */
export async function sendOnceMore(runtime: Runtime, doubtful: Message): Promise<Message> {
  return attempt(runtime, doubtful);
}

async function attempt(runtime: Runtime, before: Message, inHand?: InHand): Promise<Message> {
  const now = runtime.now();
  if (now >= before.notAfter) return end(runtime, before, "expired");
  const standing = await mailStanding(runtime, before);
  if (standing === "hold") return before;
  if (standing === "may-have-gone") return end(runtime, before, "unknown");
  if (standing === "braked") return move(runtime, before, { ...before, sendAt: now + brakeWait });
  const ready = await readyLetter(runtime, before, inHand);
  if (!ready) return end(runtime, before, "cancelled");
  const mime = compose(runtime, before, ready);
  if (!mime) return end(runtime, before, "failed");

  const onceMore = mayHaveGone(before);
  const attempted: Message = {
    ...before,
    state: "sending",
    attempt: before.attempt + 1,
    attemptToken: newAttemptToken(runtime),
    claimedAt: runtime.now(),
    ...(onceMore && { onceMore }),
  };
  /** Without the links of attempts that are known not to have gone, which this one becomes where SES refuses it. */
  const notSent = withLinksOf(attempted, onceMore ? before : {});
  const claimed = withMoreLinks(notSent, ready.links);
  const claim = await claimMessage(runtime, before, claimed, ready);
  if (claim === "taken") return before;
  if (claim !== "mine") return end(runtime, before, claim);
  if (runtime.now() - claimed.claimedAt! > claimTrustedSeconds * second)
    return move(runtime, claimed, { ...notSent, state: "planned", sendAt: runtime.now() });
  return settle(
    runtime,
    { claimed, notSent },
    await handToSes(runtime, { address: ready.email, mime, tags: tagsOf(claimed) }),
  );
}

/** Undefined when the letter cannot be written; no retry helps then, and the message is listed as failed. */
function compose(runtime: Runtime, message: Message, ready: ReadyLetter): Uint8Array | undefined {
  try {
    return composeMime({
      school: runtime.school,
      to: { name: ready.context.reader.name, address: ready.email },
      rendered: renderLetter(message.letter, ready.context),
      date: runtime.now(),
      messageId: message.id,
      boundarySeed: message.id,
    });
  } catch (error) {
    const fault = (error as Error).name;
    runtime.log({ event: "letter-not-written", message: message.id, letter: message.letter, fault });
    return undefined;
  }
}

/** Writes down what SES answered. In doubt, the message stays `sending` until an event or the sweep settles it. */
async function settle(
  runtime: Runtime,
  { claimed, notSent }: { claimed: Message; notSent: Message },
  outcome: Outcome,
): Promise<Message> {
  const now = runtime.now();
  switch (outcome.state) {
    case "in-doubt":
      return claimed;
    case "not-now": {
      const sendAt = parkedUntil(claimed, outcome.why, now, runtime.school);
      return move(runtime, claimed, { ...notSent, state: "planned", sendAt });
    }
    case "failed":
      return move(runtime, claimed, {
        ...notSent,
        // The first copy may still have gone.
        state: claimed.onceMore ? "unknown" : "failed",
        settledAt: now,
      });
    case "accepted":
      return move(runtime, claimed, {
        ...claimed,
        state: "accepted",
        sesMessageId: outcome.sesMessageId,
        settledAt: now,
      });
  }
}

/** Ends a message that will not be sent, or not again; where an earlier copy may have gone, it is unknown. */
const end = (runtime: Runtime, message: Message, state: MessageState): Promise<Message> =>
  move(runtime, message, {
    ...message,
    state: mayHaveGone(message) ? "unknown" : state,
    settledAt: runtime.now(),
  });

const tries = 3;

/** Somebody who moved the message on meanwhile was right: an event from SES may be quicker than our own answer. */
async function move(runtime: Runtime, before: Message, after: Message): Promise<Message> {
  const table = tableOf(runtime);
  for (let left = tries; left > 0; left--) {
    const refusal = await transact(table, [saveMessage(table, after, before)], newAttemptToken(runtime));
    if (refusal === undefined) {
      if (after.state === "unknown")
        runtime.log({ event: "mail-unknown", message: after.id, letter: after.letter });
      return after;
    }
    const stored = await loadMessage(table, before.id);
    if (stored?.state !== before.state || stored.attempt !== before.attempt) return stored ?? before;
    // Its reader, or whom it was about, has been erased meanwhile.
    after = { ...(stored.links ? after : withLinksOf(after, stored)), to: stored.to, data: stored.data };
    before = stored;
  }
  return before;
}
