/** What is in a mail, by a parser that knows nothing of how it was written. */
import PostalMime from "postal-mime";
import type { Mail } from "./ses/mailbox.ts";

export type ReadMail = {
  html: string;
  text: string;
  calendar?: string;
  headers: readonly { key: string; value: string }[];
};

export async function readMail(mail: Pick<Mail, "bytes">): Promise<ReadMail> {
  const parsed = await PostalMime.parse(mail.bytes);
  const calendar = parsed.attachments.find(
    ({ mimeType }) => mimeType === "text/calendar" || mimeType === "application/ics",
  );
  return {
    html: parsed.html ?? "",
    text: parsed.text ?? "",
    headers: parsed.headers,
    ...(calendar && { calendar: asText(calendar.content) }),
  };
}

const asText = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === "string" ? content : new TextDecoder().decode(content);
