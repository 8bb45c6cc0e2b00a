/** What both yardsticks share: the letter as we write it, and a note in the table that it went out. */
import { seededRandom } from "../../../infra/local/seeded-random.ts";
import { type Message, withMoreLinks } from "../../../shared/domain/messages.ts";
import { renderLetter } from "../../../shared/letters/render.ts";
import { saveMessage } from "../../../shared/records/messages.ts";
import { transact } from "../../../shared/records/table.ts";
import { readyLetter } from "../../../shared/runtime/letter-context.ts";
import { composeMime } from "../../../shared/runtime/mime.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { newAttemptToken, tableOf } from "../../../shared/runtime/table-of.ts";

/** `message` as it is stored now. */
export type Written = { address: string; mime: Uint8Array; message: Message };

/**
 * The mail, its links stored with the message; undefined when there is nobody to write to. Every copy of a message has the
 * same links: these senders know nothing of each other, and one must not take the other's away.
 */
export async function write(runtime: Runtime, message: Message): Promise<Written | undefined> {
  const { bytes } = seededRandom(message.id);
  const ready = await readyLetter({ ...runtime, randomBytes: bytes }, message);
  if (!ready) return undefined;
  const mime = await composeMime({
    school: runtime.school,
    to: { name: ready.context.reader.name, address: ready.email },
    rendered: renderLetter(message.letter, ready.context),
    date: runtime.now(),
    messageId: message.id,
    boundarySeed: message.id,
  });
  const table = tableOf(runtime);
  const linked = withMoreLinks(message, ready.links);
  await transact(table, [saveMessage(table, linked, message)], newAttemptToken(runtime));
  return { address: ready.email, mime, message: linked };
}

/** Marks it as sent. */
export async function mark(runtime: Runtime, message: Message): Promise<Message> {
  const table = tableOf(runtime);
  const begun: Message = {
    ...message,
    state: "sending",
    attempt: message.attempt + 1,
    claimedAt: runtime.now(),
  };
  const done: Message = { ...begun, state: "accepted", settledAt: runtime.now() };
  await transact(table, [saveMessage(table, begun, message)], newAttemptToken(runtime));
  await transact(table, [saveMessage(table, done, begun)], newAttemptToken(runtime));
  return done;
}
