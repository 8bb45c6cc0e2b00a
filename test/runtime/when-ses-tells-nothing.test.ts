/** With the way of SES's events cut off, nothing is sent twice; what may not have been sent is listed as unknown. */
import { afterEach, expect, it } from "vitest";
import { conserve } from "../../shared/domain/mail-balance.ts";
import { second } from "../../shared/domain/time.ts";
import { loadMailFeed } from "../../shared/records/mail-feed.ts";
import { sendCanary } from "../../shared/runtime/mail-canary.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import {
  at,
  type Fate,
  isMail,
  mailsOf,
  messagesOf,
  openReminder,
  type ReminderWorld,
} from "./one-reminder.ts";

let world: ReminderWorld;
afterEach(() => world?.close());

const silence = { eventArrives: () => [] };

/** Does this to the student's reminder at its first attempt. */
const first = (fate: Fate) => {
  let mails = 0;
  return (_index: number, call: Parameters<typeof isMail>[0]) =>
    isMail(call) && ++mails === 1 ? fate : undefined;
};

it.each<[Fate, mails: string[], state: string]>([
  ["answer lost", ["0' priya", "0' wei"], "unknown"],
  ["crash after", ["0' priya", "0' wei"], "unknown"],
  ["not applied", ["0' priya"], "unknown"],
  ["crash before", ["0' priya"], "unknown"],
  ["throttled", ["0' priya", "5' wei"], "accepted"],
])("%s", async (fate, mails, state) => {
  world = await openReminder(first(fate), silence);
  await world.advanceTo(at(40));
  const sent = mailsOf(world, "reminder");
  const crashed = fate.startsWith("crash");
  expect(crashed ? sent.map((mail) => mail.replace(/^\d+'/, "0'")) : sent).toEqual(mails);
  const messages = await messagesOf(world, "reminder");
  expect(messages[0]).toMatchObject({ state });
  expect(conserve(messages)).toMatchObject({ planned: 2, open: 0, difference: 0 });
});

it("says so in the log, for an alarm, before anything is listed", async () => {
  world = await openReminder(first("not applied"), silence);
  await world.advanceTo(at(45));
  const said = world.log.filter(({ event }) => event === "mail-feed-silent" || event === "mail-unknown");
  // One line for each sweep that still listens.
  const silent = Array.from({ length: 4 }, () => "mail-feed-silent");
  expect(said.map(({ event }) => event)).toEqual([...silent, "mail-unknown"]);
  expect(world.counts.calls["mail-events"]).toBe(0);
});

it("sends once more as soon as a canary is heard of", async () => {
  let cut = true;
  world = await openReminder(first("not applied"), { eventArrives: (when) => (cut ? [] : [when]) });
  await world.advanceTo(at(16));
  expect(mailsOf(world, "reminder")).toEqual(["0' priya"]);
  cut = false;
  await sendCanary(world.runtime);
  await world.advanceTo(at(25));
  expect(mailsOf(world, "reminder")).toEqual(["0' priya", "20' wei"]);
  expect((await messagesOf(world, "reminder"))[0]).toMatchObject({
    state: "delivered",
    attempt: 2,
    onceMore: true,
  });
});

it("leaves alone what SES speaks of while its canary is listened for", async () => {
  const whileListening = at(15) + second;
  world = await openReminder(first("answer lost"), {
    eventArrives: (when) => [when < at(15) ? whileListening : when],
  });
  await world.advanceTo(at(40));
  expect((await loadMailFeed(tableOf(world.runtime)))?.canarySentAt).toBe(at(15));
  expect(mailsOf(world, "reminder")).toEqual(["0' priya", "0' wei"]);
  expect((await messagesOf(world, "reminder"))[0]).toMatchObject({ state: "delivered", attempt: 1 });
  expect(world.log.filter(({ event }) => event === "sweep-failed")).toEqual([]);
});

it.each<Fate>(["crash before", "not applied", "throttled"])(
  "takes no silence from a canary that never left: %s",
  async (fate) => {
    let [mails, canaries] = [0, 0];
    world = await openReminder((_index, call) => {
      if (isMail(call)) return ++mails === 1 ? "not applied" : undefined;
      return call.operation === "SendRawEmail" && ++canaries === 1 ? fate : undefined;
    });
    await world.advanceTo(at(40));
    expect(mailsOf(world, "reminder").map((mail) => mail.split(" ")[1])).toEqual(["priya", "wei"]);
    expect((await messagesOf(world, "reminder"))[0]).toMatchObject({ state: "delivered", attempt: 2 });
  },
);

it("never sends a third time", async () => {
  world = await openReminder((_index, call) => (isMail(call) ? "not applied" : undefined));
  await world.advanceTo(at(120));
  expect(mailsOf(world, "reminder")).toEqual([]);
  const messages = await messagesOf(world, "reminder");
  expect(messages.map(({ state, attempt }) => [state, attempt])).toEqual([
    ["unknown", 2],
    ["unknown", 2],
  ]);
});

it("believes SES when it speaks late after all", async () => {
  const lateBy = 60 * 60_000;
  world = await openReminder(first("answer lost"), { eventArrives: (when) => [when + lateBy] });
  await world.advanceTo(at(45));
  expect((await messagesOf(world, "reminder"))[0]).toMatchObject({ state: "unknown" });
  await world.advanceTo(at(70));
  expect((await messagesOf(world, "reminder"))[0]).toMatchObject({ state: "delivered" });
  expect(mailsOf(world, "reminder")).toEqual(["0' priya", "0' wei"]);
});
