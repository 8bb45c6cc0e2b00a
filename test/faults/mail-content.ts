/** What a mail says, read by a parser that knows nothing of how it was written. */
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import type { Mail } from "../../infra/local/ses/mailbox.ts";

export type Entry = { method: string; uid: string; sequence: number; startAt: number };
export type Content = { subject: string; text: string; entry: Entry | undefined };

const read = new WeakMap<Mail, Content>();

export async function contentOf(mail: Mail): Promise<Content> {
  const known = read.get(mail);
  if (known) return known;
  const { subject = "", text = "", attachments } = await PostalMime.parse(mail.bytes);
  const part = attachments.find(({ mimeType }) => mimeType === "text/calendar");
  const content = { subject, text, entry: part && entryOf(asText(part.content)) };
  read.set(mail, content);
  return content;
}

const asText = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === "string" ? content : new TextDecoder().decode(content);

function entryOf(text: string): Entry {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const event = calendar.getFirstSubcomponent("vevent")!;
  const value = (name: string) => String(event.getFirstPropertyValue(name));
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    uid: value("uid"),
    sequence: Number(value("sequence")),
    startAt: Date.parse(value("dtstart")),
  };
}
