/** Marks a mail as sent and then sends it, as careful programs do: whoever dies in between never sends it. */
import type { Message } from "../../../shared/domain/messages.ts";
import { handToSes, tagsOf } from "../../../shared/runtime/hand-to-ses.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { mark, write } from "./write-down.ts";

export async function sendMessage(runtime: Runtime, message: Message): Promise<Message> {
  if (message.state !== "planned" || message.sendAt > runtime.now()) return message;
  const mail = await write(runtime, message);
  if (!mail) return message;
  const marked = await mark(runtime, mail.message);
  await handToSes(runtime, { ...mail, tags: tagsOf(marked) });
  return marked;
}

export const sendOnceMore = sendMessage;
