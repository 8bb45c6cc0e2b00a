/** The queue delivers as Lambda delivers SQS: in batches of ten, failures again after the visibility time-out, and aside after five receives. */
import type { SQSEvent } from "aws-lambda";
import { beforeEach, expect, test } from "vitest";
import { openQueue, type Queue } from "../../infra/local/queue.ts";

const visibilitySeconds = 360;
let now = 0;
let batches: SQSEvent[] = [];
let answer: (event: SQSEvent) => unknown = () => undefined;
let queue: Queue;

const open = (before?: Parameters<typeof openQueue>[0]["before"]): Queue =>
  openQueue({
    now: () => now,
    visibilitySeconds,
    invoke: async (event) => {
      batches.push(event);
      return answer(event);
    },
    before,
  });

beforeEach(() => {
  now = 1_000;
  batches = [];
  answer = () => undefined;
  queue = open();
});

const bodies = () => batches.map(({ Records }) => Records.map(({ body }) => body));
const failing =
  (...wanted: string[]) =>
  (event: SQSEvent) => ({
    batchItemFailures: event.Records.filter(({ body }) => wanted.includes(body)).map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  });
async function deliverAll(): Promise<void> {
  while ((queue.nextAt() ?? Number.POSITIVE_INFINITY) <= now) await queue.deliver();
}

test("twelve messages come in two batches, in order", async () => {
  for (let index = 0; index < 12; index++) queue.send(`m${index}`);
  await deliverAll();
  expect(bodies()).toEqual([
    ["m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"],
    ["m10", "m11"],
  ]);
  expect(queue.nextAt()).toBeUndefined();
});

test("a record has the shape that Lambda gives it", async () => {
  queue.send('{"meeting":"1"}');
  await deliverAll();
  expect(batches[0]?.Records[0]).toEqual({
    messageId: "message-000001",
    receiptHandle: "message-000001-1",
    body: '{"meeting":"1"}',
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "1000",
      SenderId: "000000000000",
      ApproximateFirstReceiveTimestamp: "1000",
    },
    messageAttributes: {},
    md5OfBody: "edcb5315113dfec0a9fbf96f229811d2",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:eu-west-1:000000000000:wake",
    awsRegion: "eu-west-1",
  });
});

test("only the messages reported as failed come again, after the visibility time-out", async () => {
  for (const body of ["a", "b", "c"]) queue.send(body);
  answer = failing("b");
  await deliverAll();
  expect(queue.nextAt()).toBe(1_000 + visibilitySeconds * 1000);
  now += visibilitySeconds * 1000;
  answer = () => ({ batchItemFailures: [] });
  await deliverAll();
  expect(bodies()).toEqual([["a", "b", "c"], ["b"]]);
  expect(batches[1]?.Records[0]?.attributes).toMatchObject({
    ApproximateReceiveCount: "2",
    SentTimestamp: "1000",
    ApproximateFirstReceiveTimestamp: "1000",
  });
  expect(queue.nextAt()).toBeUndefined();
});

test.each([
  ["throws", () => Promise.reject(new Error("out of order"))],
  ["names a message that was not in it", () => ({ batchItemFailures: [{ itemIdentifier: "another" }] })],
])("the whole batch comes again when the function %s", async (_, behaviour) => {
  for (const body of ["a", "b"]) queue.send(body);
  answer = behaviour;
  await deliverAll();
  now += visibilitySeconds * 1000;
  answer = () => undefined;
  await deliverAll();
  expect(bodies()).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
});

test("a message that failed five times is put aside", async () => {
  queue.send("poison");
  answer = failing("poison");
  for (let times = 0; times < 10; times++) {
    await deliverAll();
    now += visibilitySeconds * 1000;
  }
  expect(bodies()).toEqual(Array(5).fill(["poison"]));
  expect(queue.dead.map(({ body, receives }) => [body, receives])).toEqual([["poison", 5]]);
});

test("a queue that is written down and read again goes on where it was", async () => {
  for (const body of ["a", "b"]) queue.send(body);
  answer = failing("a");
  await deliverAll();
  queue = open(JSON.parse(JSON.stringify(queue.note())));
  queue.send("c");
  now += visibilitySeconds * 1000;
  answer = () => undefined;
  await deliverAll();
  expect(batches.at(-1)?.Records.map(({ messageId, body }) => [messageId, body])).toEqual([
    ["message-000003", "c"],
    ["message-000001", "a"],
  ]);
});
