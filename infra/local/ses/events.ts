/** What SES says about a mail after it took it, as an SNS event in the shape that a function gets. */
import type { SNSEvent } from "aws-lambda";
import type { Instant } from "../../../shared/domain/time.ts";
import { localAccount, localRegion, mailTopicArn } from "../place.ts";
import type { Header } from "./raw-mail.ts";

/** All that the events tell of a mail. */
export type Told = {
  id: string;
  at: Instant;
  from: string;
  destinations: readonly string[];
  subject: string;
  headers: readonly Header[];
  tags: Readonly<Record<string, string>>;
  configurationSet: string;
};

type Fate = { type: "Send" | "Delivery" | "Bounce" | "Complaint"; afterSeconds: number };

/** What becomes of a mail, by the local part of its first address, as in SES's own mailbox simulator. */
function fatesOf(destination: string): readonly Fate[] {
  const [, name] = /^([a-z]+)(?:\+[^@]*)?@/i.exec(destination) ?? [];
  const send: Fate = { type: "Send", afterSeconds: 0 };
  const delivery: Fate = { type: "Delivery", afterSeconds: 1 };
  if (name?.toLowerCase() === "bounce") return [send, { type: "Bounce", afterSeconds: 1 }];
  if (name?.toLowerCase() === "complaint") return [send, delivery, { type: "Complaint", afterSeconds: 2 }];
  return [send, delivery];
}

/** The events that follow a mail, each with its instant. */
export const eventsOf = (mail: Told): { at: Instant; event: SNSEvent }[] =>
  fatesOf(mail.destinations[0] ?? "").map(({ type, afterSeconds }, index) => {
    const at = mail.at + afterSeconds * 1000;
    return {
      at,
      event: snsEvent(`${mail.id}-${index}`, at, {
        eventType: type,
        mail: mailPart(mail),
        [type.toLowerCase()]: detail(type, mail, at),
      }),
    };
  });

const written = (at: Instant): string => new Date(at).toISOString();

function mailPart(mail: Told): object {
  const [, domain = ""] = mail.from.split("@");
  const system = {
    "ses:configuration-set": [mail.configurationSet],
    "ses:source-ip": ["127.0.0.1"],
    "ses:from-domain": [domain],
    "ses:caller-identity": ["local"],
  };
  const own = Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]]));
  return {
    timestamp: written(mail.at),
    source: mail.from,
    sourceArn: `arn:aws:ses:${localRegion}:${localAccount}:identity/${mail.from}`,
    sendingAccountId: localAccount,
    messageId: mail.id,
    destination: mail.destinations,
    headersTruncated: false,
    headers: mail.headers,
    commonHeaders: { from: [mail.from], to: mail.destinations, messageId: mail.id, subject: mail.subject },
    tags: { ...system, ...own },
  };
}

function detail(type: Fate["type"], mail: Told, at: Instant): object {
  const timestamp = written(at);
  const feedbackId = `${mail.id}-feedback`;
  const reportingMTA = "mta.local";
  if (type === "Send") return {};
  if (type === "Delivery") {
    return {
      timestamp,
      processingTimeMillis: at - mail.at,
      recipients: mail.destinations,
      smtpResponse: "250 2.0.0 Message received",
      reportingMTA,
    };
  }
  if (type === "Bounce") {
    const bouncedRecipients = mail.destinations.map((emailAddress) => ({
      emailAddress,
      action: "failed",
      status: "5.1.1",
      diagnosticCode: "smtp; 550 5.1.1 user unknown",
    }));
    return {
      bounceType: "Permanent",
      bounceSubType: "General",
      bouncedRecipients,
      timestamp,
      feedbackId,
      reportingMTA: `dsn; ${reportingMTA}`,
    };
  }
  const complainedRecipients = mail.destinations.map((emailAddress) => ({ emailAddress }));
  return {
    complainedRecipients,
    timestamp,
    feedbackId,
    complaintSubType: null,
    userAgent: "local mailbox",
    complaintFeedbackType: "abuse",
    arrivalDate: timestamp,
  };
}

const snsEvent = (id: string, at: Instant, message: object): SNSEvent => ({
  Records: [
    {
      EventSource: "aws:sns",
      EventVersion: "1.0",
      EventSubscriptionArn: `${mailTopicArn}:local`,
      Sns: {
        Type: "Notification",
        MessageId: id,
        TopicArn: mailTopicArn,
        Subject: "Amazon SES Email Event Notification",
        Message: `${JSON.stringify(message)}\n`,
        Timestamp: written(at),
        SignatureVersion: "1",
        Signature: "local",
        SigningCertUrl: "https://sns.local/certificate.pem",
        UnsubscribeUrl: "https://sns.local/unsubscribe",
        MessageAttributes: {},
      },
    },
  ],
});
