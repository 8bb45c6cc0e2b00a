/** How a school sends mail and hears what became of it: the identity, the configuration set, and the events. */
import { Stack } from "aws-cdk-lib";
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

/** A whole domain is proven by DNS records and signs its mail; a single address is proven by a click, and will do to try things out. */
export type ProvenBy = "domain" | "address";

export type Mail = {
  senderAddress: string;
  identityArn: string;
  configurationSetName: string;
  configurationSetArn: string;
  /** Where SES says what became of each mail. */
  events: ITopic;
  /** What must stand in the DNS before a whole domain may send; none for a single address. */
  dnsRecords: readonly { name: string; value: string }[];
};

const settled = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.RENDERING_FAILURE,
];

/** Mail from one sender's address. Opens and clicks are not followed: what people read is their own business. */
export function schoolMail(scope: Construct, senderAddress: string, provenBy: ProvenBy): Mail {
  const domain = senderAddress.slice(senderAddress.lastIndexOf("@") + 1);
  const configurationSet = new ConfigurationSet(scope, "ConfigurationSet", {
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  const identity = new EmailIdentity(scope, "Sender", {
    identity: provenBy === "domain" ? Identity.domain(domain) : Identity.email(senderAddress),
  });
  const events = new Topic(scope, "MailEventTopic", { enforceSSL: true });
  configurationSet.addEventDestination("EventDestination", {
    destination: EventDestination.snsTopic(events),
    events: settled,
  });
  const { configurationSetName } = configurationSet;
  return {
    senderAddress,
    identityArn: identity.emailIdentityArn,
    configurationSetName,
    configurationSetArn: Stack.of(scope).formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: configurationSetName,
    }),
    events,
    dnsRecords: provenBy === "domain" ? identity.dkimRecords : [],
  };
}
