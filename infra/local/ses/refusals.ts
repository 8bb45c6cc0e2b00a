/** What SES does not take: unverified senders, too many or broken addresses, bad tags, mails that are too big. */
import { addressParser } from "postal-mime";
import { Refused } from "../refused.ts";
import { headerValues, type RawMail } from "./raw-mail.ts";

export type Sending = {
  source: string | undefined;
  destinations: readonly string[];
  tags: readonly { name: string; value: string }[];
  configurationSet: string | undefined;
  bytes: Buffer;
  mail: RawMail;
};

/** SES v1: 50 recipients and 10 MB for each SendRawEmail. */
const recipientsMax = 50;
const bytesMax = 10 * 1024 * 1024;
/** RFC 5322 2.1.1: characters of one line, without its end. */
const lineMaxLength = 998;

const invalid = (message: string): Refused => new Refused("InvalidParameterValue", message);

/** The address that the mail is from. Refuses in SES's order and words; `verified` is the only sender it knows. */
export function checkSending(
  sending: Sending,
  verified: string,
  configurationSet: string,
  region: string,
): { from: string } {
  if (sending.bytes.length > bytesMax)
    throw invalid(`Message length is more than ${bytesMax} bytes long: '${sending.bytes.length}'.`);
  checkHeaders(sending);
  const from = senderOf(sending.mail);
  const unverified = [from, sending.source ?? from].filter(
    (address) => address.toLowerCase() !== verified.toLowerCase(),
  );
  if (unverified.length > 0) {
    const names = [...new Set(unverified)].join(", ");
    throw new Refused(
      "MessageRejected",
      `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${names}`,
    );
  }
  if (sending.destinations.length === 0) throw invalid("Missing required header 'To'.");
  if (sending.destinations.length > recipientsMax) throw invalid(`Recipient count exceeds ${recipientsMax}.`);
  for (const address of sending.destinations) checkAddress(address);
  checkTags(sending.tags);
  if (sending.configurationSet !== undefined && sending.configurationSet !== configurationSet) {
    throw new Refused(
      "ConfigurationSetDoesNotExist",
      `Configuration set <${sending.configurationSet}> does not exist.`,
    );
  }
  return { from };
}

function checkHeaders({ mail, bytes }: Sending): void {
  if (mail.rest.length === 0) throw invalid("The mail has no empty line between its headers and its text.");
  for (const name of ["From", "To", "Subject", "MIME-Version", "Content-Type", "Reply-To"]) {
    if (headerValues(mail, name).length > 1) throw invalid(`Duplicate header '${name}'.`);
  }
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    const stop = end < 0 ? bytes.length : end;
    if (stop - start > lineMaxLength + 1)
      throw invalid(`A line of the mail is longer than ${lineMaxLength} characters.`);
    start = stop + 1;
  }
}

function senderOf(mail: RawMail): string {
  const [written] = headerValues(mail, "From");
  const [parsed] = written === undefined ? [] : addressParser(written, { flatten: true });
  if (!parsed?.address) throw invalid("Missing required header 'From'.");
  return parsed.address;
}

/** Everybody named in To, Cc and Bcc, for a mail that is sent without a list of destinations. */
export const recipientsOf = (mail: RawMail): string[] =>
  ["To", "Cc", "Bcc"]
    .flatMap((name) => headerValues(mail, name))
    .flatMap((value) => addressParser(value, { flatten: true }).flatMap(({ address }) => address ?? []));

function checkAddress(written: string): void {
  if (/[\r\n]/.test(written)) throw invalid("Local address contains control or whitespace");
  const [parsed, another] = addressParser(written, { flatten: true });
  const address = another ? written : (parsed?.address ?? written);
  const [, local, domain] = /^(.*)@([^@]*)$/s.exec(address) ?? [];
  if (local === undefined || !domain) throw invalid("Missing final '@domain'");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what SES refuses.
  if (local === "" || /[\u0000-\u0020\u007f]/.test(local))
    throw invalid("Local address contains control or whitespace");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: SES takes ASCII only before the @.
  if (/[^\u0000-\u007f]/.test(local)) throw invalid("Local address contains non-ASCII characters");
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(domain)) throw invalid("Domain contains illegal character");
}

function checkTags(tags: Sending["tags"]): void {
  const seen = new Set<string>();
  for (const { name, value } of tags) {
    for (const [what, text] of [
      ["name", name],
      ["value", value],
    ] as const) {
      if (!/^[A-Za-z0-9_-]{1,256}$/.test(text)) {
        throw invalid(
          `Invalid tag ${what} <${text}>, only alphanumeric ASCII characters, '_', and '-' are allowed, and at most 256 of them.`,
        );
      }
    }
    if (seen.has(name)) throw invalid(`Duplicate tag name <${name}>.`);
    seen.add(name);
  }
}
