/** Settles each message by what SES says of it: accepted, delivered, bounced, complained. */
import type { SNSEvent } from "aws-lambda";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import { type MailEvent, takeMailEvent } from "../../shared/runtime/mail-event.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

export const mailEvents =
  (runtime: Runtime) =>
  async (event: SNSEvent): Promise<void> => {
    for (const { Sns } of event.Records) await takeMailEvent(runtime, JSON.parse(Sns.Message) as MailEvent);
  };

export const handler = onLambda(mailEvents);
