/** The local Scheduler keeps Scheduler's rules, as the real client sees them. */
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSmallWorld, type SmallWorld, startAt } from "../small-world.ts";

let world: SmallWorld;
beforeEach(async () => {
  world = await openSmallWorld();
});
afterEach(() => world.close());

const request = (changes: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput => {
  const { groupName, queueArn, roleArn } = world.runtime.clock;
  return {
    Name: "meeting-1.r3",
    GroupName: groupName,
    ScheduleExpression: "at(2026-11-25T09:00:00)",
    ScheduleExpressionTimezone: "UTC",
    FlexibleTimeWindow: { Mode: "OFF" },
    Target: {
      Arn: queueArn,
      RoleArn: roleArn,
      Input: '{"meeting":"1"}',
      RetryPolicy: { MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 5 },
    },
    ActionAfterCompletion: "DELETE",
    ...changes,
  };
};
const create = (changes?: Partial<CreateScheduleCommandInput>) =>
  world.runtime.scheduler.send(new CreateScheduleCommand(request(changes)));
const named = (Name = "meeting-1.r3") => ({ Name, GroupName: world.runtime.clock.groupName });
const bodies = () =>
  world.seen
    .filter(({ name }) => name === "wake")
    .flatMap(({ event }) => (event as { Records: { body: string }[] }).Records.map(({ body }) => body));
const until = (text: string) => world.advanceTo(Date.parse(text));

test.each([
  ["a name with a slash", { Name: "meeting 1" }, "ValidationException"],
  ["a name of 65 characters", { Name: "x".repeat(65) }, "ValidationException"],
  ["a moment in the past", { ScheduleExpression: "at(2026-11-24T11:59:59)" }, "ValidationException"],
  ["this very moment", { ScheduleExpression: "at(2026-11-24T12:00:00)" }, "ValidationException"],
  [
    "a day that the calendar does not have",
    { ScheduleExpression: "at(2027-02-29T09:00:00)" },
    "ValidationException",
  ],
  ["a moment with its zone", { ScheduleExpression: "at(2026-11-25T09:00:00Z)" }, "ValidationException"],
  ["another zone than UTC", { ScheduleExpressionTimezone: "America/New_York" }, "ValidationException"],
  ["no flexible time window", { FlexibleTimeWindow: undefined }, "ValidationException"],
  [
    "another target than the queue",
    { Target: { Arn: "arn:aws:lambda:eu-west-1:1:function:wake", RoleArn: "arn:aws:iam::1:role/x" } },
    "ValidationException",
  ],
  ["a group that is not the school's", { GroupName: "another" }, "ResourceNotFoundException"],
  ["no group", { GroupName: undefined }, "ResourceNotFoundException"],
])("%s is refused", async (_, changes, name) => {
  await expect(create(changes as Partial<CreateScheduleCommandInput>)).rejects.toMatchObject({ name });
});

test("a second schedule of the same name is a conflict", async () => {
  await create();
  await expect(create({ ScheduleExpression: "at(2026-11-26T09:00:00)" })).rejects.toMatchObject({
    name: "ConflictException",
  });
});

test("an operation that it does not know is refused by name", async () => {
  await expect(world.runtime.scheduler.send(new ListScheduleGroupsCommand({}))).rejects.toMatchObject({
    name: "UnknownOperationException",
  });
});

test("a schedule fires once, at its moment, and is gone", async () => {
  await create();
  await until("2026-11-25T08:59:59Z");
  expect(bodies()).toEqual([]);
  await until("2026-11-30T00:00:00Z");
  expect(bodies()).toEqual(['{"meeting":"1"}']);
  expect(world.seen.find(({ name }) => name === "wake")?.at).toBe("2026-11-25T09:00:00.000Z");
  await expect(world.runtime.scheduler.send(new GetScheduleCommand(named()))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

test("a deleted schedule never fires, and cannot be deleted again", async () => {
  await create();
  await world.runtime.scheduler.send(new DeleteScheduleCommand(named()));
  await until("2026-11-30T00:00:00Z");
  expect(bodies()).toEqual([]);
  await expect(world.runtime.scheduler.send(new DeleteScheduleCommand(named()))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

test("a changed schedule fires at its new moment only", async () => {
  await create();
  await world.runtime.scheduler.send(
    new UpdateScheduleCommand(request({ ScheduleExpression: "at(2026-11-26T10:30:00)" })),
  );
  await until("2026-11-30T00:00:00Z");
  expect(world.seen.filter(({ name }) => name === "wake").map(({ at }) => at)).toEqual([
    "2026-11-26T10:30:00.000Z",
  ]);
});

test("a schedule can be read and listed, page by page", async () => {
  for (const Name of ["b-2", "a-1", "a-3", "a-2"]) await create({ Name });
  const read = await world.runtime.scheduler.send(new GetScheduleCommand(named("a-1")));
  expect(read).toMatchObject({
    Name: "a-1",
    ScheduleExpression: "at(2026-11-25T09:00:00)",
    State: "ENABLED",
    CreationDate: new Date(startAt),
  });
  const list = (NextToken?: string) =>
    world.runtime.scheduler.send(
      new ListSchedulesCommand({
        GroupName: world.runtime.clock.groupName,
        NamePrefix: "a-",
        MaxResults: 2,
        NextToken,
      }),
    );
  const first = await list();
  const second = await list(first.NextToken);
  expect([first, second].map(({ Schedules }) => Schedules?.map(({ Name }) => Name))).toEqual([
    ["a-1", "a-2"],
    ["a-3"],
  ]);
  expect(second.NextToken).toBeUndefined();
});

test("with Scheduler switched off a schedule is accepted and never fires", async () => {
  await world.close();
  world = await openSmallWorld({}, { schedulerOn: false });
  await create();
  await until("2026-11-30T00:00:00Z");
  expect(bodies()).toEqual([]);
});

test("a schedule may fire twice", async () => {
  await world.close();
  world = await openSmallWorld({}, { schedulesFireTwice: true });
  await create();
  await until("2026-11-30T00:00:00Z");
  expect(bodies()).toEqual(['{"meeting":"1"}', '{"meeting":"1"}']);
});
