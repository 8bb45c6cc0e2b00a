/** The local SES, version 1: takes raw mails as SES does, refuses what it refuses, and says what became of them. */
import type { SNSEvent } from "aws-lambda";
import type { Instant } from "../../../shared/domain/time.ts";
import { localRegion } from "../place.ts";
import { Refused } from "../refused.ts";
import { type Answer, answer, type Call } from "../wire.ts";
import { eventsOf } from "./events.ts";
import { type Mail, type Mailbox, mailOf } from "./mailbox.ts";
import { readRawMail, stampMail } from "./raw-mail.ts";
import { checkSending, recipientsOf } from "./refusals.ts";

export type SesOptions = {
  now: () => Instant;
  /** The one verified address: the school's sender. */
  sender: string;
  configurationSet: string;
  mailbox: Mailbox;
  /** Puts an event on its way to the function that takes them. */
  emit: (at: Instant, event: SNSEvent) => void;
  onMail?: (mail: Mail) => void;
};

/** SES's own mailbox simulator: mail to it is told of like any other, and nobody reads it. */
const simulatorDomain = "@simulator.amazonses.com";

/** Which operation a call means: it stands in the form. */
export const sesOperation = ({ body }: { body: string }): string =>
  /(?:^|&)Action=([^&]*)/.exec(body)?.[1] ?? "";

/** Answers SendRawEmail, GetSendQuota and GetAccountSendingEnabled; any other operation gets SES's InvalidAction. */
export function openSes(options: SesOptions): { answer: (call: Call) => Promise<Answer> } {
  const operations: Record<string, (form: URLSearchParams) => string> = {
    SendRawEmail: (form) => element("MessageId", send(options, form)),
    GetSendQuota: () =>
      element("Max24HourSend", "50000") +
      element("MaxSendRate", "14") +
      element("SentLast24Hours", String(sentSince(options, options.now() - 86_400_000))),
    GetAccountSendingEnabled: () => element("Enabled", "true"),
  };
  let requests = 0;
  return {
    async answer(call) {
      const requestId = `local-${++requests}`;
      try {
        const operation = operations[call.operation];
        if (!operation)
          throw new Refused(
            "InvalidAction",
            `The local SES does not know the operation ${call.operation || "(none)"}.`,
          );
        return accepted(call.operation, operation(new URLSearchParams(call.body)), requestId);
      } catch (error) {
        if (error instanceof Refused) return refused(error, requestId);
        throw error;
      }
    },
  };
}

function send(options: SesOptions, form: URLSearchParams): string {
  const bytes = Buffer.from(form.get("RawMessage.Data") ?? "", "base64");
  const mail = readRawMail(bytes);
  const named = members(form, (index) => form.get(`Destinations.member.${index}`));
  const destinations = named.length > 0 ? named : recipientsOf(mail);
  const tags = members(form, (index) => {
    const name = form.get(`Tags.member.${index}.Name`);
    return name === null ? null : { name, value: form.get(`Tags.member.${index}.Value`) ?? "" };
  });
  const configurationSet = form.get("ConfigurationSetName") ?? undefined;
  const { from } = checkSending(
    { source: form.get("Source") ?? undefined, destinations, tags, configurationSet, bytes, mail },
    options.sender,
    options.configurationSet,
    localRegion,
  );

  const at = options.now();
  const simulated = destinations.every((address) => address.toLowerCase().endsWith(simulatorDomain));
  const id = simulated
    ? `0100-simulated-${at}`
    : `0100-${String(options.mailbox.mails.length + 1).padStart(6, "0")}`;
  const note = {
    id,
    at,
    from,
    recipients: destinations,
    tags: Object.fromEntries(tags.map(({ name, value }) => [name, value])),
  };
  const kept = mailOf(note, stampMail(mail, `${id}@${localRegion}.amazonses.com`, at));
  if (!simulated) options.mailbox.put(kept);
  if (configurationSet !== undefined) {
    const told = { ...note, destinations, subject: kept.subject, headers: mail.headers, configurationSet };
    for (const { at: when, event } of eventsOf(told)) options.emit(when, event);
  }
  if (!simulated) options.onMail?.(kept);
  return id;
}

function members<Member>(form: URLSearchParams, read: (index: number) => Member | null): Member[] {
  const found: Member[] = [];
  for (let index = 1; form.size > 0; index++) {
    const member = read(index);
    if (member === null) return found;
    found.push(member);
  }
  return found;
}

function sentSince({ mailbox }: SesOptions, since: Instant): number {
  let count = 0;
  for (let index = mailbox.mails.length - 1; index >= 0 && (mailbox.mails[index] as Mail).at > since; index--)
    count++;
  return count;
}

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';
const escapeXml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

const accepted = (operation: string, result: string, requestId: string): Answer =>
  answer(
    200,
    "text/xml",
    `<${operation}Response ${namespace}><${operation}Result>${result}</${operation}Result><ResponseMetadata>${element("RequestId", requestId)}</ResponseMetadata></${operation}Response>`,
  );

const refused = ({ name, message, statusCode }: Refused, requestId: string): Answer =>
  answer(
    statusCode,
    "text/xml",
    `<ErrorResponse ${namespace}><Error>${element("Type", "Sender")}${element("Code", name)}${element("Message", message)}</Error>${element("RequestId", requestId)}</ErrorResponse>`,
  );
