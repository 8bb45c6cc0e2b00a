/** Sends a mail and then marks it as sent, as most programs do: whoever dies in between sends it again. */
import type { Message } from "../../../shared/domain/messages.ts";
import { handToSes, tagsOf } from "../../../shared/runtime/hand-to-ses.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { mark, write } from "./write-down.ts";

export async function sendMessage(runtime: Runtime, message: Message): Promise<Message> {
  if (message.state !== "planned" || message.sendAt > runtime.now()) return message;
  const mail = await write(runtime, message);
  if (!mail) return message;
  const outcome = await handToSes(runtime, {
    ...mail,
    tags: tagsOf({ ...message, attempt: message.attempt + 1 }),
  });
  return outcome.state === "accepted" ? mark(runtime, mail.message) : mail.message;
}

export const sendOnceMore = sendMessage;
