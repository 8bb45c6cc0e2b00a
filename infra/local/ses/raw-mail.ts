/** A mail as it is written: its headers read, and those replaced that SES writes itself. */
import type { Instant } from "../../../shared/domain/time.ts";

export type Header = { name: string; value: string };
export type RawMail = { headers: Header[]; head: string; rest: Buffer };

/** Reads the headers, folded lines joined. The rest begins with the empty line. */
export function readRawMail(bytes: Buffer): RawMail {
  const crlf = bytes.indexOf("\r\n\r\n");
  const lf = bytes.indexOf("\n\n");
  const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 2 : lf >= 0 ? lf + 1 : bytes.length;
  const head = bytes.subarray(0, end).toString("utf8");
  const headers = fieldsOf(head).map((field) => {
    const colon = field.indexOf(":");
    return {
      name: field.slice(0, colon).trim(),
      value: field
        .slice(colon + 1)
        .replace(/\r?\n(?=[ \t])/g, "")
        .trim(),
    };
  });
  return { headers, head, rest: bytes.subarray(end) };
}

/** Each header with its folded lines. */
const fieldsOf = (head: string): string[] =>
  head.split(/\r?\n(?![ \t])/).filter((field) => field.includes(":"));

/** All values of a header, whatever its case. */
export const headerValues = (mail: Pick<RawMail, "headers">, name: string): string[] =>
  mail.headers.filter((header) => header.name.toLowerCase() === name.toLowerCase()).map(({ value }) => value);

const replaced = new Set(["message-id", "date", "bcc", "return-path"]);

/** The mail as SES passes it on: Message-ID and Date are SES's own, Bcc is gone. */
export function stampMail(mail: RawMail, messageId: string, at: Instant): Buffer {
  const kept = fieldsOf(mail.head).filter(
    (field) => !replaced.has(field.slice(0, field.indexOf(":")).trim().toLowerCase()),
  );
  const stamped = [...kept, `Message-ID: <${messageId}>`, `Date: ${mailDate(at)}`].map((field) =>
    field.replace(/\r?\n/g, "\r\n"),
  );
  return Buffer.concat([Buffer.from(`${stamped.join("\r\n")}\r\n`, "utf8"), mail.rest]);
}

/** A date as RFC 5322 3.3 writes it, in UTC. */
const mailDate = (at: Instant): string => new Date(at).toUTCString().replace("GMT", "+0000");
