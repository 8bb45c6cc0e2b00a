/** Settles each message by what SES says of it: accepted, delivered, bounced, complained. */
import type { SNSEvent, SNSEventRecord } from "aws-lambda";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import { type MailEvent, mailEventSchema, takeMailEvent } from "../../shared/runtime/mail-event.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

/** What cannot be read is noted and passed over; a record that fails does not keep the others, and all come again. */
export const mailEvents =
  (runtime: Runtime) =>
  async (event: SNSEvent): Promise<void> => {
    const faults: unknown[] = [];
    for (const record of event.Records) {
      const told = read(record);
      if (!told) {
        runtime.log({ event: "mail-event-unreadable", record: record.Sns.MessageId });
        continue;
      }
      await takeMailEvent(runtime, told).catch((fault) => faults.push(fault));
    }
    if (faults.length > 0) throw faults[0];
  };

function read({ Sns }: SNSEventRecord): MailEvent | undefined {
  try {
    return mailEventSchema.parse(JSON.parse(Sns.Message));
  } catch {
    return undefined;
  }
}

export const handler = onLambda(mailEvents);
