/** The queue between Scheduler and `wake`, delivered as Lambda delivers SQS: in batches, again after a failure, and aside after too many. */
import { createHash } from "node:crypto";
import type { SQSEvent, SQSRecord } from "aws-lambda";
import type { Instant } from "../../shared/domain/time.ts";
import { openAgenda } from "./agenda.ts";
import { localAccount, localRegion, queueArn } from "./place.ts";

export type QueuedMessage = {
  id: string;
  body: string;
  sentAt: Instant;
  firstReceivedAt?: Instant;
  receives: number;
};

/** What a file remembers of a queue. */
export type QueueNote = {
  sent: number;
  waiting: { at: Instant; value: QueuedMessage }[];
  dead: QueuedMessage[];
};

export type QueueOptions = {
  now: () => Instant;
  /** A received message that was not settled is seen again after this long. */
  visibilitySeconds: number;
  /** Gives a batch to the function; what it returns or throws decides what is seen again. */
  invoke: (event: SQSEvent) => Promise<unknown>;
  before?: QueueNote | undefined;
};

export type Queue = {
  send: (body: string) => void;
  nextAt: () => Instant | undefined;
  /** Delivers the next batch. */
  deliver: () => Promise<void>;
  /** Messages that failed five times. */
  readonly dead: readonly QueuedMessage[];
  note: () => QueueNote;
};

const batchMax = 10;
const receivesMax = 5;

/** A queue with what waited in it before. */
export function openQueue({ now, visibilitySeconds, invoke, before }: QueueOptions): Queue {
  const waiting = openAgenda<QueuedMessage>(before?.waiting);
  const dead: QueuedMessage[] = [...(before?.dead ?? [])];
  let sent = before?.sent ?? 0;

  const receive = (): QueuedMessage[] => {
    const batch: QueuedMessage[] = [];
    while (batch.length < batchMax && (waiting.nextAt() ?? Number.POSITIVE_INFINITY) <= now()) {
      const message = waiting.take()?.value as QueuedMessage;
      batch.push({
        ...message,
        firstReceivedAt: message.firstReceivedAt ?? now(),
        receives: message.receives + 1,
      });
    }
    return batch;
  };

  return {
    send(body) {
      const id = `message-${String(++sent).padStart(6, "0")}`;
      waiting.add(now(), { id, body, sentAt: now(), receives: 0 });
    },
    nextAt: () => waiting.nextAt(),
    async deliver() {
      const batch = receive();
      if (batch.length === 0) return;
      const failed = await failedOf(invoke, batch);
      for (const message of batch) {
        if (!failed.has(message.id)) continue;
        if (message.receives >= receivesMax) dead.push(message);
        else waiting.add(now() + visibilitySeconds * 1000, message);
      }
    },
    dead,
    note: () => ({ sent, waiting: waiting.all().map(({ at, value }) => ({ at, value })), dead: [...dead] }),
  };
}

/** Ids of the messages that must come again. A batch that throws, or answers with an id that is not in it, fails whole. */
async function failedOf(invoke: QueueOptions["invoke"], batch: QueuedMessage[]): Promise<Set<string>> {
  const all = new Set(batch.map(({ id }) => id));
  try {
    const answered = (await invoke({ Records: batch.map(recordOf) })) as
      | { batchItemFailures?: { itemIdentifier: string }[] }
      | undefined;
    const failed = new Set((answered?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
    return [...failed].every((id) => all.has(id)) ? failed : all;
  } catch {
    return all;
  }
}

const recordOf = (message: QueuedMessage): SQSRecord => ({
  messageId: message.id,
  receiptHandle: `${message.id}-${message.receives}`,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: localAccount,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
  },
  messageAttributes: {},
  md5OfBody: createHash("md5").update(message.body).digest("hex"),
  eventSource: "aws:sqs",
  eventSourceARN: queueArn,
  awsRegion: localRegion,
});
