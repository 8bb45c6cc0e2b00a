/** What SES says of a mail reaches the function in SES's and SNS's own shape, at the moment it would. */
import type { SNSEvent } from "aws-lambda";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sendMail } from "../a-mail.ts";
import { openSmallWorld, type SmallWorld, school, startAt } from "../small-world.ts";

let world: SmallWorld;
beforeEach(async () => {
  world = await openSmallWorld();
});
afterEach(() => world.close());

type Told = { eventType: string; mail: Record<string, unknown> & { tags: Record<string, string[]> } };
const told = () =>
  world.seen
    .filter(({ name }) => name === "mail-events")
    .map(({ at, event }) => {
      const [record] = (event as SNSEvent).Records;
      return { at, record, message: JSON.parse(record?.Sns.Message ?? "") as Told & Record<string, unknown> };
    });
const seconds = (count: number) => new Date(startAt + count * 1000).toISOString();

test.each([
  [
    "ann@riverside.example",
    [
      ["Send", 0],
      ["Delivery", 1],
    ],
  ],
  [
    "success@simulator.amazonses.com",
    [
      ["Send", 0],
      ["Delivery", 1],
    ],
  ],
  [
    "bounce@simulator.amazonses.com",
    [
      ["Send", 0],
      ["Bounce", 1],
    ],
  ],
  [
    "bounce+ann@riverside.example",
    [
      ["Send", 0],
      ["Bounce", 1],
    ],
  ],
  [
    "complaint+ann@riverside.example",
    [
      ["Send", 0],
      ["Delivery", 1],
      ["Complaint", 2],
    ],
  ],
  [
    "bouncer@riverside.example",
    [
      ["Send", 0],
      ["Delivery", 1],
    ],
  ],
] as [string, [string, number][]][])("to %s", async (to, fates) => {
  await sendMail(world.runtime, to);
  await world.advanceTo(startAt + 60_000);
  expect(told().map(({ at, message }) => [message.eventType, at])).toEqual(
    fates.map(([type, after]) => [type, seconds(after)]),
  );
});

test("a mail's own tags come back as lists, beside SES's", async () => {
  const { MessageId } = await sendMail(world.runtime, "ann@riverside.example");
  await world.settle();
  const [send] = told();
  expect(send?.message.mail).toMatchObject({
    timestamp: seconds(0),
    messageId: MessageId,
    source: school.sender.address,
    destination: ["ann@riverside.example"],
    tags: { message: ["m-1"], attempt: ["1"], "ses:configuration-set": [world.runtime.configurationSet] },
  });
});

test("the envelope is an SNS notification", async () => {
  await sendMail(world.runtime, "ann@riverside.example");
  await world.settle();
  const [send] = told();
  expect(send?.record).toMatchObject({ EventSource: "aws:sns", EventVersion: "1.0" });
  expect(send?.record?.Sns).toMatchObject({
    Type: "Notification",
    Subject: "Amazon SES Email Event Notification",
    Timestamp: seconds(0),
  });
});

test("a bounce says whom it did not reach and why", async () => {
  await sendMail(world.runtime, "bounce@riverside.example");
  await world.advanceTo(startAt + 1000);
  expect(told()[1]?.message.bounce).toMatchObject({
    bounceType: "Permanent",
    bouncedRecipients: [{ emailAddress: "bounce@riverside.example", action: "failed", status: "5.1.1" }],
    timestamp: seconds(1),
  });
});

test("nothing is said of a mail without a configuration set", async () => {
  await sendMail(world.runtime, "ann@riverside.example", { ConfigurationSetName: undefined });
  await world.advanceTo(startAt + 60_000);
  expect(told()).toEqual([]);
});
