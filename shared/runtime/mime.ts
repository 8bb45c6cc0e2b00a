/** Puts a rendered letter into the form that goes over the wire: one MIME message to one reader. */
import MailComposer from "nodemailer/lib/mail-composer";
import { looksLikeEmail } from "../domain/people.ts";
import type { School } from "../domain/school.ts";
import type { Instant } from "../domain/time.ts";
import { oneLine } from "../letters/one-line.ts";
import type { Rendered } from "../letters/render.ts";

export type Envelope = {
  school: School;
  to: { name?: string; address: string };
  rendered: Rendered;
  /** The message's own id, without a domain. */
  messageId: string;
  date: Instant;
  /** Tells this message's parts apart from its text; anything unlikely to occur in it, such as the message's id. */
  boundarySeed: string;
};

/**
 * The bytes of one mail: text and HTML with the same content, and the calendar entry where there is one.
 * The same input gives the same bytes, so that a second attempt is the same mail.
 * Throws on an address that is not one deliverable address.
 */
export function composeMime({
  school,
  to,
  rendered,
  messageId,
  date,
  boundarySeed,
}: Envelope): Promise<Uint8Array> {
  const address = to.address.trim();
  if (!looksLikeEmail(address))
    throw new Error("the reader's address is not an e-mail address; a retry does not help");
  const sender = { name: oneLine(school.sender.name), address: school.sender.address.trim() };
  return new MailComposer({
    from: sender,
    replyTo: sender,
    to: { name: oneLine(to.name ?? ""), address },
    subject: oneLine(rendered.subject),
    messageId: `<${messageId.replace(/[^A-Za-z0-9_.-]/g, "_")}@${sender.address.split("@").at(-1)}>`,
    date: new Date(date),
    text: rendered.text,
    html: rendered.html,
    ...(rendered.calendar && {
      icalEvent: {
        method: rendered.calendar.method,
        content: rendered.calendar.entry,
        filename: "invite.ics",
      },
    }),
    headers: {
      // RFC 3834 5.2: nobody's out-of-office should answer; Exchange looks only at its own header.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "OOF, AutoReply",
      ...(rendered.unsubscribe !== undefined && {
        "List-Unsubscribe": `<${webAddress(rendered.unsubscribe)}>`,
        // RFC 8058 3.1.
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    baseBoundary: boundarySeed.replace(/[^A-Za-z0-9_.-]/g, "_"),
    newline: "win",
    // A letter is all that is sent: nothing is ever read from a disk or fetched to be put into a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

const webAddress = (link: string): string => new URL(link).href;
