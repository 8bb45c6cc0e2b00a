/** Does what time brings about for one meeting or mentorship, at the minute it is due. */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod/mini";
import { lazily } from "../../shared/domain/lazily.ts";
import { wakeMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { wakeMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { onLambda } from "../../shared/runtime/from-environment.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

const wakeSchema = lazily(() => z.object({ kind: z.enum(["meeting", "mentorship"]), id: z.string() }));

/** A record that fails comes back by itself; the others of its batch are done. */
export const wake =
  (runtime: Runtime) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
    for (const record of event.Records) {
      try {
        await wakeOne(runtime, record);
      } catch (error) {
        runtime.log({ event: "wake-failed", record: record.messageId, fault: (error as Error).name });
        batchItemFailures.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures };
  };

async function wakeOne(runtime: Runtime, { body }: SQSRecord): Promise<void> {
  const { kind, id } = wakeSchema.parse(JSON.parse(body));
  if (kind === "meeting") await wakeMeeting(runtime, id);
  else await wakeMentorship(runtime, id);
}

export const handler = onLambda(wake);
