/** Every mail that the local SES took, in order, to be read. */
import { decodeWords } from "postal-mime";
import type { Instant } from "../../../shared/domain/time.ts";
import { headerValues, readRawMail } from "./raw-mail.ts";

export type Mail = {
  /** SES's own id, `0100-000001`. */
  readonly id: string;
  readonly at: Instant;
  readonly from: string;
  /** The recipient; with several, separated by a comma and a space. */
  readonly to: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  /** The sender's own tags: which message, which attempt, which letter. */
  readonly tags: Readonly<Record<string, string>>;
  /** The whole mail as it went out, headers and all. */
  readonly raw: string;
  readonly bytes: Buffer;
};

/** What is kept beside the mail's own bytes. */
export type MailNote = Pick<Mail, "id" | "at" | "from" | "recipients" | "tags">;

/** A mail to look at; its subject and text are read when somebody looks. */
export function mailOf(note: MailNote, bytes: Buffer): Mail {
  let subject: string | undefined;
  return {
    ...note,
    to: note.recipients.join(", "),
    bytes,
    get subject() {
      subject ??= decodeWords(headerValues(readRawMail(bytes), "Subject")[0] ?? "");
      return subject;
    },
    get raw() {
      return bytes.toString("utf8");
    },
  };
}

export type Mailbox = {
  readonly mails: readonly Mail[];
  byId: (id: string) => Mail | undefined;
  put: (mail: Mail) => void;
};

/** A mailbox with what lay in it before. */
export function openMailbox(before: readonly Mail[] = []): Mailbox {
  const mails: Mail[] = [];
  const known = new Map<string, Mail>();
  const put = (mail: Mail): void => {
    mails.push(mail);
    known.set(mail.id, mail);
  };
  for (const mail of before) put(mail);
  return { mails, byId: (id) => known.get(id), put };
}
