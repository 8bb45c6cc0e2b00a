/** A meeting that is called off at any moment around the sending of its reminders: whoever had not been claimed gets none, and nobody two. */
import { afterEach, expect, it } from "vitest";
import { listMeetings } from "../../shared/records/meetings.ts";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import {
  at,
  type Fate,
  isClaim,
  mailsOf,
  messagesOf,
  openReminder,
  type ReminderWorld,
} from "./one-reminder.ts";

let world: ReminderWorld;
afterEach(() => world?.close());

const callOff = async (): Promise<void> => {
  const [meeting] = await listMeetings(tableOf(world.runtime), "2026-12");
  const done = await actOnMeeting(world.runtime, meeting!.id, { type: "called-off", by: "student" });
  if (!done.ok) throw new Error(done.refusal);
};

async function calledOffAt(index: number, fate?: Fate) {
  world = await openReminder((call) => (call === index ? callOff : call === index + 1 ? fate : undefined));
  await world.advanceTo(at(61));
  const messages = await messagesOf(world, "reminder");
  expect(world.calls.length).toBeGreaterThan(index);
  const where = `called off before call ${index} ${world.calls[index]?.call.operation} and then ${fate}`;
  expect(await listMeetings(tableOf(world.runtime), "2026-12"), where).toMatchObject([
    { state: "called-off" },
  ]);
  const mails = mailsOf(world, "reminder");
  expect(mails.length, where).toBeLessThanOrEqual(2);
  expect(new Set(mails.map((mail) => mail.split(" ")[1])).size, where).toBe(mails.length);
  for (const { state } of messages) expect(["delivered", "cancelled"], where).toContain(state);
  expect(
    messages.filter(({ state }) => state === "delivered"),
    where,
  ).toHaveLength(mails.length);
  const claimsBefore = world.calls.slice(0, index).filter(({ call }) => isClaim(call.body)).length;
  expect(mails.length, where).toBe(claimsBefore);
  await world.close();
}

/** How many calls it takes to send both reminders while nobody calls off. */
async function callsInPeace(): Promise<number> {
  world = await openReminder(() => undefined);
  await world.advanceTo(at(1));
  expect(world.calls.filter(({ call }) => isClaim(call.body))).toHaveLength(2);
  await world.close();
  return world.calls.length;
}

it.each([undefined, "answer lost", "throttled"] as const)("before each call, and then: %s", async (fate) => {
  const calls = await callsInPeace();
  for (let index = 0; index < calls; index++) await calledOffAt(index, fate);
});
