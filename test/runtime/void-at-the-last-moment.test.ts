/** Whatever makes a letter void between its planning and its sending wins: the pair ends, the reader is gone, or wants no such mail. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Message } from "../../shared/domain/messages.ts";
import type { Person } from "../../shared/domain/people.ts";
import { keys } from "../../shared/records/keys.ts";
import { putBrakeOn } from "../../shared/records/mail-brake.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { addMessage, loadMessage } from "../../shared/records/messages.ts";
import { loadPersonByEmail } from "../../shared/records/people.ts";
import { saveRestore } from "../../shared/records/restore.ts";
import { suppress } from "../../shared/records/suppressions.ts";
import { remove, transact, type Write } from "../../shared/records/table.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { neverPromptAgain, unsubscribe } from "../../shared/runtime/act-on-person.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { sendMessage, sendOnceMore } from "../../shared/runtime/send-message.ts";
import { settleDoubts } from "../../shared/runtime/settle-doubts.ts";
import { newAttemptToken, tableOf } from "../../shared/runtime/table-of.ts";
import {
  accessDenied,
  at,
  isClaim,
  messageRejected,
  openReminder,
  quotaExceeded,
  type ReminderWorld,
} from "./one-reminder.ts";

let world: ReminderWorld;
let wei: Person;
let mentorshipId: string;
/** Done right before the claim, when the letter is already written. */
let meanwhile: (() => Promise<unknown>) | undefined;
let claims = 0;

beforeEach(async () => {
  meanwhile = undefined;
  claims = 0;
  world = await openReminder(
    () => undefined,
    undefined,
    async (call) => {
      if (isClaim(call.body) && claims++ === 0) await meanwhile?.();
    },
  );
  wei = (await loadPersonByEmail(tableOf(world.runtime), "wei@riverside.example.edu"))!;
  mentorshipId = (await listMentorships(tableOf(world.runtime)))[0]!.id;
});
afterEach(() => world.close());

const write = (...writes: Write[]) =>
  transact(tableOf(world.runtime), writes, newAttemptToken(world.runtime));

async function plan(letter: Message["letter"], changes: Partial<Message> = {}): Promise<Message> {
  const now = world.now();
  const message: Message = {
    id: "m",
    letter,
    to: { personId: wei.id },
    role: "student",
    mentorshipId,
    data: { occasion: "first-meeting", milestone: "first-meeting", key: "first-meeting", by: "mentor" },
    state: "planned",
    plannedAt: now,
    sendAt: now,
    notAfter: now + 1e9,
    attempt: 0,
    ...changes,
  };
  await write(addMessage(tableOf(world.runtime), message));
  return message;
}

async function send(
  letter: Message["letter"],
  changes: Partial<Message> = {},
  runtime: Runtime = world.runtime,
): Promise<Message> {
  await sendMessage(runtime, await plan(letter, changes));
  return (await loadMessage(tableOf(world.runtime), "m"))!;
}

const mails = () => world.mailbox.filter(({ tags }) => tags.message === "m").length;

it.each<[string, Message["letter"], () => Promise<unknown>, Message["state"]]>([
  ["nothing happens", "gratitude-prompt", async () => undefined, "accepted"],
  [
    "the pair ends before the prompt to give thanks",
    "gratitude-prompt",
    () => actOnMentorship(world.runtime, mentorshipId, { type: "declined", by: "mentor" }),
    "cancelled",
  ],
  [
    "the pair ends before both hear that they are one",
    "paired",
    () => actOnMentorship(world.runtime, mentorshipId, { type: "declined", by: "student" }),
    "cancelled",
  ],
  [
    "the reader stops optional mail",
    "gratitude-prompt",
    () => unsubscribe(world.runtime, wei.id),
    "suppressed",
  ],
  [
    "the reader never wants to be asked",
    "gratitude-prompt",
    () => neverPromptAgain(world.runtime, wei.id),
    "suppressed",
  ],
  [
    "the reader stops optional mail, and this is none",
    "paired",
    () => unsubscribe(world.runtime, wei.id),
    "accepted",
  ],
  [
    "the reader is erased",
    "paired",
    () => write(remove(tableOf(world.runtime), keys.person(wei.id), undefined, "never")),
    "cancelled",
  ],
  [
    "the address turns out not to exist",
    "paired",
    () => write(suppress(tableOf(world.runtime), wei.email, { why: "bounced", since: 1 })),
    "suppressed",
  ],
])("%s: %s", async (_what, letter, happens, state) => {
  meanwhile = happens;
  expect((await send(letter)).state).toBe(state);
  expect(claims).toBeGreaterThanOrEqual(1);
  expect(mails()).toBe(state === "accepted" ? 1 : 0);
});

it("is cancelled, not failed, when its reader was gone before", async () => {
  await write(remove(tableOf(world.runtime), keys.person(wei.id), undefined, "never"));
  expect((await send("paired")).state).toBe("cancelled");
});

it("holds optional mail while the brake is on, and no other", async () => {
  const brake = { since: 1, reason: "bounces", settled: 200, bounced: 8, complained: 0 } as const;
  await write(putBrakeOn(tableOf(world.runtime), brake));
  const held = await send("gratitude-prompt");
  expect([held.state, held.sendAt - world.now(), mails()]).toEqual(["planned", 3_600_000, 0]);
  await world.advanceTo(at(65));
  expect(mails()).toBe(1);
});

it("holds mail after a restore until it is released, and then lists what may have gone", async () => {
  const restore = { restoredTo: world.now() - 3_600_000, restoredAt: world.now() };
  await write(saveRestore(tableOf(world.runtime), restore));
  expect((await send("paired")).state).toBe("planned");
  await world.advanceTo(at(20));
  expect([mails(), world.mailbox.filter(({ at: when }) => when >= at(0)).length]).toEqual([0, 0]);
  await write(saveRestore(tableOf(world.runtime), { ...restore, releasedAt: world.now() }));
  await world.advanceTo(at(30));
  expect((await loadMessage(tableOf(world.runtime), "m"))?.state).toBe("unknown");
  expect(mails()).toBe(0);
});

it("waits for tomorrow when the day's mails are used up", async () => {
  world.answerSes(quotaExceeded);
  const parked = await send("paired");
  expect([parked.state, new Date(parked.sendAt).toISOString()]).toEqual([
    "planned",
    "2026-12-10T12:00:00.000Z",
  ]);
  world.answerSes(undefined);
  await world.advanceTo(parked.sendAt + 5 * 60_000);
  expect(mails()).toBe(1);
});

it("waits, and is heard of, while the function has not the right to send it", async () => {
  world.answerSes(accessDenied);
  expect(await send("paired")).toMatchObject({ state: "planned", sendAt: world.now() + 60_000 });
  expect(world.log.at(-1)).toMatchObject({
    event: "mail-not-accepted",
    fault: "AccessDenied",
    meaning: "denied",
    message: "m",
  });
  world.answerSes(undefined);
  await world.advanceTo(world.now() + 10 * 60_000);
  expect(mails()).toBe(1);
});

it("is cancelled, not failed, when the mentor had removed the note that it brings", async () => {
  const thanks = { data: { thankYouId: "removed", milestone: "first-meeting" } };
  expect((await send("thank-you", thanks)).state).toBe("cancelled");
});

it.each([
  [5_000, "accepted", 1],
  [5_001, "planned", 0],
])("has its claim trusted for five seconds: after %i ms it is %s", async (milliseconds, state, sent) => {
  let late = 0;
  meanwhile = async () => {
    late = milliseconds;
  };
  const begunAt = world.now();
  const message = await send("paired", {}, { ...world.runtime, now: () => world.now() + late });
  expect([message.state, message.sendAt, mails()]).toEqual([state, begunAt + (sent ? 0 : late), sent]);
  await world.advanceTo(at(5));
  expect(mails()).toBe(1);
});

it("has failed when SES refuses it for good, and is unknown when that was the second copy", async () => {
  world.answerSes(messageRejected);
  expect(await send("paired")).toMatchObject({ state: "failed", attempt: 1 });
  const doubtful = await plan("paired", { id: "doubtful", state: "sending", attempt: 1, claimedAt: 1 });
  const settled = { state: "unknown", attempt: 2, onceMore: true };
  expect(await sendOnceMore(world.runtime, doubtful)).toMatchObject(settled);
  expect(await loadMessage(tableOf(world.runtime), "doubtful")).toMatchObject(settled);
});

it("has failed, and is heard of, when what is stored does not fit the letter", async () => {
  expect(await send("reminder")).toMatchObject({ state: "failed", attempt: 0 });
  expect(world.log.at(-1)).toMatchObject({
    event: "letter-not-written",
    message: "m",
    letter: "reminder",
    fault: "Error",
  });
  expect(mails()).toBe(0);
});

it.each<[string, Partial<Message>]>([
  ["has just begun to send it once more", { state: "sending" }],
  ["was told to wait with the second copy", { state: "planned" }],
])("is not listed as unknown by one sweep while another %s", async (_what, stands) => {
  const stored = await plan("paired", { attempt: 2, onceMore: true, claimedAt: world.now(), ...stands });
  const seenBefore: Message = { ...stored, state: "sending", claimedAt: 1 };
  expect(await settleDoubts(world.runtime, [seenBefore])).toBe(0);
  expect(await loadMessage(tableOf(world.runtime), "m")).toEqual(stored);
});
