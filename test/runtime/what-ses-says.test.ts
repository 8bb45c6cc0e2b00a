/** Events of SES in any order, twice, late or unreadable: states only move forward, and a second copy is counted once. */
import type { SNSEvent } from "aws-lambda";
import { afterEach, beforeEach, expect, it } from "vitest";
import { mailEvents } from "../../functions/mail-events/index.ts";
import type { Message, MessageState } from "../../shared/domain/messages.ts";
import { day } from "../../shared/domain/time.ts";
import { loadMailBrake } from "../../shared/records/mail-brake.ts";
import { listDuplicates } from "../../shared/records/mail-duplicates.ts";
import { addMessage, listOutcomes, loadMessage } from "../../shared/records/messages.ts";
import { loadSuppressions } from "../../shared/records/suppressions.ts";
import { type Table, transact } from "../../shared/records/table.ts";
import { releaseBrakeIfWell } from "../../shared/runtime/mail-brake.ts";
import { newAttemptToken, tableOf } from "../../shared/runtime/table-of.ts";
import { openSmallWorld, type SmallWorld, startAt } from "../local/small-world.ts";
import { aReminder } from "./a-reminder.ts";

let world: SmallWorld;
let table: Table;
beforeEach(async () => {
  world = await openSmallWorld();
  table = tableOf(world.runtime);
});
afterEach(() => world.close());

type Told = { attempt?: number; ses?: string; bounceType?: string; message?: string };
const told = (eventType: string, { attempt = 1, ses = "ses-1", bounceType, message = "m" }: Told = {}) =>
  JSON.stringify({
    eventType,
    mail: {
      messageId: ses,
      destination: ["wei@riverside.example.edu"],
      tags: { message: [message], attempt: [String(attempt)] },
    },
    ...(bounceType && { bounce: { bounceType } }),
  });

const sns = (...messages: string[]): SNSEvent =>
  ({
    Records: messages.map((Message, index) => ({ Sns: { Message, MessageId: `sns-${index}` } })),
  }) as SNSEvent;
const tell = (...messages: string[]) => mailEvents(world.runtime)(sns(...messages));
const plan = (message: Message) =>
  transact(table, [addMessage(table, message)], newAttemptToken(world.runtime));
const state = async () => (await loadMessage(table, "m"))?.state;

it.each<[string, string[], MessageState]>([
  ["a mail is taken", [told("Send")], "accepted"],
  ["delivered is the first that is heard", [told("Delivery")], "delivered"],
  ["delivered before sent", [told("Delivery"), told("Send")], "delivered"],
  ["everything twice", [told("Send"), told("Send"), told("Delivery"), told("Delivery")], "delivered"],
  [
    "it bounces after it was delivered",
    [told("Delivery"), told("Bounce", { bounceType: "Permanent" })],
    "bounced",
  ],
  [
    "a passing bounce decides nothing",
    [told("Send"), told("Bounce", { bounceType: "Transient" })],
    "accepted",
  ],
  ["a delay decides nothing", [told("Send"), told("DeliveryDelay")], "accepted"],
  ["called spam", [told("Send"), told("Delivery"), told("Complaint")], "complained"],
  ["its content is rejected after it was taken", [told("Send"), told("Reject")], "failed"],
  ["it cannot be rendered", [told("Rendering Failure")], "failed"],
  ["an event of a kind we do not know", [told("Subscription")], "sending"],
  ["an event of somebody else's mail", [told("Delivery", { message: "another" })], "sending"],
  [
    "an event without tags",
    [JSON.stringify({ eventType: "Send", mail: { messageId: "x", destination: [] } })],
    "sending",
  ],
])("%s", async (_what, events, expected) => {
  await plan(aReminder());
  for (const event of events) await tell(event);
  expect(await state()).toBe(expected);
  expect(await listDuplicates(table)).toEqual([]);
});

it("passes over what cannot be read, and takes the rest of the batch", async () => {
  await plan(aReminder());
  await tell("not json", "{}", JSON.stringify({ eventType: 7 }), told("Send"));
  expect(await state()).toBe("accepted");
  expect(world.log.map(({ event, record }) => [event, record])).toEqual([
    ["mail-event-unreadable", "sns-0"],
    ["mail-event-unreadable", "sns-1"],
    ["mail-event-unreadable", "sns-2"],
  ]);
});

it("counts a second copy once, however often and in whatever order it is told of", async () => {
  await plan(aReminder({ attempt: 2 }));
  const first = { attempt: 1, ses: "ses-1" };
  const second = { attempt: 2, ses: "ses-2" };
  await tell(told("Send", second), told("Send", first), told("Delivery", first), told("Delivery", second));
  await tell(told("Send", first), told("Delivery", first));
  expect(await state()).toBe("delivered");
  expect(await listDuplicates(table)).toEqual([
    { messageId: "m", letter: "reminder", sesMessageId: "ses-1", seenAt: startAt },
  ]);
  expect(world.log).toEqual([{ at: startAt, event: "mail-duplicate", message: "m", letter: "reminder" }]);
});

it("lets a second copy speak for itself when the first is rejected", async () => {
  await plan(aReminder({ attempt: 2 }));
  await tell(told("Reject", { attempt: 1 }));
  expect(await state()).toBe("sending");
  await tell(told("Delivery", { attempt: 2, ses: "ses-2" }));
  expect(await state()).toBe("delivered");
});

it("logs what became of a mail, and keeps further mail from an address that bounced", async () => {
  await plan(aReminder());
  await tell(told("Send"), told("Delivery"), told("Delivery"), told("Bounce", { bounceType: "Permanent" }));
  expect(await listOutcomes(table, startAt, world.now())).toEqual(new Map([["m", "bounced"]]));
  expect(await loadSuppressions(table, ["Wei@riverside.example.edu", "kim@riverside.example.edu"])).toEqual(
    new Map([["wei@riverside.example.edu", { why: "bounced", since: startAt }]]),
  );
});

it("stops optional mail with the bounce that is one too many, once, and lets it go on when a week has passed", async () => {
  for (let index = 0; index < 199; index++)
    await plan(aReminder({ id: `n-${index}`, state: index < 7 ? "bounced" : "delivered" }));
  const tooOld = { plannedAt: startAt - 7 * day - 1, state: "bounced" } as const;
  await plan(aReminder({ ...tooOld, id: "old" }));
  await plan(aReminder());
  await tell(told("Send"));
  expect(await loadMailBrake(table)).toBeUndefined();
  await tell(told("Bounce", { bounceType: "Permanent" }), told("Bounce", { bounceType: "Permanent" }));
  const stopped = { reason: "bounces", settled: 200, bounced: 8, complained: 0 };
  expect(await loadMailBrake(table)).toEqual({ since: startAt, ...stopped });
  expect(world.log).toEqual([{ at: startAt, event: "optional-mail-stopped", ...stopped }]);

  await releaseBrakeIfWell(world.runtime);
  expect(await loadMailBrake(table)).toMatchObject(stopped);
  await world.advanceTo(startAt + 7 * day);
  await releaseBrakeIfWell(world.runtime);
  expect(await loadMailBrake(table)).toMatchObject(stopped);
  await world.advanceTo(startAt + 7 * day + 1);
  await releaseBrakeIfWell(world.runtime);
  expect(await loadMailBrake(table)).toBeUndefined();
});
