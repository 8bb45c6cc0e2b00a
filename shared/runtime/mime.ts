/** Puts a rendered letter into the form that goes over the wire: one MIME message to one reader. */
import { looksLikeEmail } from "../domain/people.ts";
import type { School } from "../domain/school.ts";
import type { Instant } from "../domain/time.ts";
import type { Rendered } from "../letters/render.ts";
import { base64, header, headerName, headerText, quotedPrintable } from "./mime-encodings.ts";

export type Envelope = {
  school: School;
  to: { name?: string; address: string };
  rendered: Rendered;
  /** The message's own id, without a domain. */
  messageId: string;
  date: Instant;
  /** Tells this message's parts apart; the same for every attempt, such as the message's id. */
  boundarySeed: string;
};

/**
 * The bytes of one mail: text and HTML with the same content, and the calendar entry where there is one.
 * The same input gives the same bytes, so that a second attempt is the same mail.
 * Throws on an address that is not one deliverable address.
 */
export function composeMime(envelope: Envelope): Uint8Array {
  const { rendered, boundarySeed } = envelope;
  const { text, html, calendar } = rendered;
  const seed = boundarySeed.replace(/[^A-Za-z0-9_.-]/g, "_").slice(0, 60);
  const readings = [
    part("text/plain; charset=utf-8", "quoted-printable", quotedPrintable(text)),
    part("text/html; charset=utf-8", "quoted-printable", quotedPrintable(html)),
  ];
  if (!calendar) return bytesOf(envelope, multipart("alternative", `${seed}_1`, readings));
  const { method, entry } = calendar;
  const invitation = part(
    `text/calendar; charset=utf-8; method=${method}`,
    "quoted-printable",
    quotedPrintable(entry),
  );
  // Some mail programs show the alternative as buttons, others want a file to open.
  const file = part('application/ics; name="invite.ics"', "base64", base64(entry), [
    'Content-Disposition: attachment; filename="invite.ics"',
  ]);
  const alternative = multipart("alternative", `${seed}_2`, [...readings, invitation]);
  return bytesOf(envelope, multipart("mixed", `${seed}_1`, [alternative, file]));
}

function bytesOf({ school, to, rendered, messageId, date }: Envelope, body: string): Uint8Array {
  const sender = mailbox(school.sender);
  const domain = school.sender.address.trim().split("@").at(-1);
  const lines = [
    // RFC 3834 5.2: nobody's out-of-office should answer; Exchange looks only at its own header.
    "Auto-Submitted: auto-generated",
    "X-Auto-Response-Suppress: OOF, AutoReply",
    header("From", sender),
    header("To", mailbox(to)),
    header("Reply-To", sender),
    header("Subject", headerText(rendered.subject)),
    `Message-ID: <${messageId.replace(/[^A-Za-z0-9_.-]/g, "_")}@${domain}>`,
    `Date: ${new Date(date).toUTCString().replace("GMT", "+0000")}`,
    ...(rendered.unsubscribe === undefined ? [] : oneClick(rendered.unsubscribe)),
    "MIME-Version: 1.0",
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n${body}\r\n`);
}

function mailbox({ name, address }: { name?: string; address: string }): string[] {
  const bare = address.trim();
  if (!looksLikeEmail(bare))
    throw new Error(`an address of this mail is not an e-mail address; a retry does not help`);
  return name === undefined || name === "" ? [bare] : [...headerName(name), `<${bare}>`];
}

/** RFC 8058 3.1. */
const oneClick = (link: string): string[] => [
  `List-Unsubscribe: <${new URL(link).href}>`,
  "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
];

const part = (type: string, encoding: string, body: string, besides: readonly string[] = []): string =>
  [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, ...besides, "", body].join("\r\n");

/** Neither quoted-printable nor base64 can hold "=_", so no text can end a part before its end. */
function multipart(kind: "mixed" | "alternative", seed: string, parts: readonly string[]): string {
  const boundary = `=_${seed}`;
  const bodies = parts.map((one) => `--${boundary}\r\n${one}\r\n`).join("");
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${bodies}--${boundary}--`;
}
