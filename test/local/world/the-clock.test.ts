/** The world's clock moves only when told to, and on the way everything happens in its order. */
import { DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateScheduleCommand } from "@aws-sdk/client-scheduler";
import { afterEach, expect, test } from "vitest";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { sendMail } from "../a-mail.ts";
import { instant, openSmallWorld, type SmallWorld, startAt } from "../small-world.ts";

let world: SmallWorld;
afterEach(() => world?.close());

const calls = () => world.seen.map(({ name, at }) => `${name} ${at.slice(5, 16)}`);
const minutes = (count: number) => startAt + count * 60_000;
const due = (runtime: Runtime, name: string, dueAt: number) =>
  runtime.dynamodb.send(
    new PutItemCommand({
      TableName: runtime.tableName,
      Item: { pk: { S: name }, sk: { S: "it" }, dueList: { S: "open" }, dueAt: { N: String(dueAt) } },
    }),
  );
const settled = (runtime: Runtime, name: string) =>
  runtime.dynamodb.send(
    new DeleteItemCommand({ TableName: runtime.tableName, Key: { pk: { S: name }, sk: { S: "it" } } }),
  );
const schedule = (runtime: Runtime, Name: string, at: string) =>
  runtime.scheduler.send(
    new CreateScheduleCommand({
      Name,
      GroupName: runtime.clock.groupName,
      ScheduleExpression: `at(${at})`,
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: { Arn: runtime.clock.queueArn, RoleArn: runtime.clock.roleArn, Input: Name },
    }),
  );

test("the school's opening hour comes every day on its own clock, also over a change of the clocks", async () => {
  world = await openSmallWorld({}, { startAt: instant("2026-10-30T12:00:00Z") });
  await world.advanceTo(instant("2026-11-03T12:00:00Z"));
  expect([world.school.timeZone, world.school.round.opensAt]).toEqual(["America/New_York", "09:00"]);
  expect(calls()).toEqual([
    "open-month 10-30T13:00",
    "open-month 10-31T13:00",
    "open-month 11-01T14:00",
    "open-month 11-02T14:00",
  ]);
  expect(world.seen[0]?.event).toEqual({ time: "2026-10-30T13:00:00.000Z" });
});

test("a sweep runs at the first round at which something is due, and at every round while it stays due", async () => {
  world = await openSmallWorld();
  await due(world.runtime, "late", minutes(7));
  await world.advanceTo(minutes(20));
  expect(calls()).toEqual(["sweep 11-24T12:10", "sweep 11-24T12:15", "sweep 11-24T12:20"]);
});

test("sweeps that would find nothing are passed over", async () => {
  world = await openSmallWorld({ sweep: (_, runtime) => settled(runtime, "late") });
  await due(world.runtime, "late", minutes(7));
  await world.advanceTo(minutes(60));
  expect(calls()).toEqual(["sweep 11-24T12:10"]);
});

test("the minutes between sweeps can be chosen", async () => {
  world = await openSmallWorld({}, { sweepEveryMinutes: 30 });
  await due(world.runtime, "late", minutes(7));
  await world.advanceTo(minutes(60));
  expect(calls()).toEqual(["sweep 11-24T12:30", "sweep 11-24T13:00"]);
});

test("what happens at one instant happens in the order: schedule, mail events, sweep", async () => {
  world = await openSmallWorld();
  await schedule(world.runtime, "one", "2026-11-24T12:05:00");
  await due(world.runtime, "late", minutes(5));
  await world.advanceTo(minutes(5) - 1000);
  await sendMail(world.runtime, "ann@riverside.example");
  await world.advanceTo(minutes(5));
  expect(calls()).toEqual([
    "mail-events 11-24T12:04",
    "wake 11-24T12:05",
    "mail-events 11-24T12:05",
    "sweep 11-24T12:05",
  ]);
});

test("a function sees the moment at which it is called, not the one that the clock is moving to", async () => {
  const seen: number[] = [];
  world = await openSmallWorld({ wake: (_, runtime) => seen.push(runtime.now()) });
  await schedule(world.runtime, "one", "2026-11-24T13:00:00");
  await world.advanceTo(minutes(600));
  expect(seen).toEqual([minutes(60)]);
  expect(world.now()).toBe(minutes(600));
});

test("what a function sets for later happens in the same advance", async () => {
  world = await openSmallWorld({
    wake: (event: { Records: { body: string }[] }, runtime) =>
      event.Records[0]?.body === "one" && schedule(runtime, "two", "2026-11-24T12:30:00"),
  });
  await schedule(world.runtime, "one", "2026-11-24T12:10:00");
  await world.advanceTo(minutes(60));
  expect(calls()).toEqual(["wake 11-24T12:10", "wake 11-24T12:30"]);
});

test("the next event is named, whatever it is", async () => {
  world = await openSmallWorld();
  const next = async () => new Date((await world.nextEventAt()) ?? 0).toISOString().slice(5, 19);
  expect(await next()).toBe("11-24T14:00:00");
  await due(world.runtime, "late", minutes(7));
  expect(await next()).toBe("11-24T12:10:00");
  await schedule(world.runtime, "one", "2026-11-24T12:05:00");
  expect(await next()).toBe("11-24T12:05:00");
  await sendMail(world.runtime, "ann@riverside.example");
  expect(await next()).toBe("11-24T12:00:00");
  await world.settle();
  expect(await next()).toBe("11-24T12:00:01");
});

test("the clock does not go back", async () => {
  world = await openSmallWorld();
  await expect(world.advanceTo(startAt - 1)).rejects.toThrow("does not go back");
  expect(world.now()).toBe(startAt);
});

test("a call that nobody waits for is tried again after one minute and after two more, then given up", async () => {
  world = await openSmallWorld({ "mail-events": () => Promise.reject(new Error("no table")) });
  await sendMail(world.runtime, "ann@riverside.example");
  await world.settle();
  await world.advanceTo(minutes(60));
  const sendEvents = world.seen.filter(({ event }) => JSON.stringify(event).includes('"0100-000001-0"'));
  expect(sendEvents.map(({ at }) => at.slice(11, 19))).toEqual(["12:00:00", "12:01:00", "12:03:00"]);
  expect(world.faults).toHaveLength(6);
});

test("a wake that always fails ends among the dead letters", async () => {
  world = await openSmallWorld({ wake: () => Promise.reject(new Error("no table")) });
  await schedule(world.runtime, "one", "2026-11-24T12:10:00");
  await world.advanceTo(minutes(119));
  expect(calls()).toEqual([
    "wake 11-24T12:10",
    "wake 11-24T12:16",
    "wake 11-24T12:22",
    "wake 11-24T12:28",
    "wake 11-24T12:34",
  ]);
  expect(world.deadLetters.map(({ body }) => body)).toEqual(["one"]);
});
