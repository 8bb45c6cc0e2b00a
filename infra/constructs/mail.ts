/** How a school sends mail and hears what became of it: the identity, the configuration set, and the events. */
import { Stack } from "aws-cdk-lib";
import {
  ConfigurationSet,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { type DnsRecord, identityArn, type SenderProof, senderIdentity } from "./sender-identity.ts";

export type Mail = {
  senderAddress: string;
  identityArns: readonly string[];
  /** In SES's sandbox: the proven addresses that mail may go to. */
  readerArns: readonly string[];
  configurationSetName: string;
  configurationSetArn: string;
  /** Where SES says what became of each mail. */
  events: ITopic;
  /** What must stand in the DNS before the sender may send. */
  dnsRecords: readonly DnsRecord[];
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
export function schoolMail(
  scope: Construct,
  senderAddress: string,
  { senderProof, sandboxReaders }: { senderProof: SenderProof; sandboxReaders: readonly string[] },
): Mail {
  const configurationSet = new ConfigurationSet(scope, "ConfigurationSet", {
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  const events = new Topic(scope, "MailEventTopic", { enforceSSL: true });
  configurationSet.addEventDestination("EventDestination", {
    destination: EventDestination.snsTopic(events),
    events: settled,
  });
  const { configurationSetName } = configurationSet;
  return {
    senderAddress,
    ...senderIdentity(scope, senderAddress, senderProof),
    readerArns: sandboxReaders.map((address) => identityArn(scope, address)),
    configurationSetName,
    configurationSetArn: Stack.of(scope).formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: configurationSetName,
    }),
    events,
  };
}
