/** A world with the same seed lives the same life, to the last byte; another seed gives other links. */
import { PutItemCommand, ScanCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { CreateScheduleCommand } from "@aws-sdk/client-scheduler";
import { expect, test } from "vitest";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { mailLines, sendMail } from "../a-mail.ts";
import { type Behaviour, openSmallWorld, startAt } from "../small-world.ts";

const id = (runtime: Runtime) => Buffer.from(runtime.randomBytes(16)).toString("hex");

/** Books three things at once, each with a letter and the next wake-up. */
const wake: Behaviour = async (_, runtime) => {
  const names = [id(runtime), id(runtime), id(runtime)];
  const { tableName: TableName } = runtime;
  await Promise.all(
    names.map(async (name, index) => {
      const Item = { pk: { S: name }, sk: { S: String(runtime.now()) } };
      await runtime.dynamodb.send(
        new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item } }] }),
      );
      await runtime.dynamodb.send(
        new PutItemCommand({ TableName, Item: { ...Item, word: { S: id(runtime) } } }),
      );
      const to = `student-${index}@riverside.example`;
      await sendMail(runtime, to, { lines: mailLines(to, name) });
    }),
  );
  await schedule(runtime, names[0] as string, runtime.now() + 3_600_000);
};

const schedule = (runtime: Runtime, Name: string, at: number) =>
  runtime.scheduler.send(
    new CreateScheduleCommand({
      Name,
      GroupName: runtime.clock.groupName,
      ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: { Arn: runtime.clock.queueArn, RoleArn: runtime.clock.roleArn, Input: Name },
    }),
  );

async function life(seed: string): Promise<string> {
  const world = await openSmallWorld({ wake }, { seed });
  await schedule(world.runtime, "first", startAt + 60_000);
  await world.advanceTo(startAt + 24 * 3_600_000);
  const { Items } = await world.runtime.dynamodb.send(
    new ScanCommand({ TableName: world.runtime.tableName }),
  );
  const told = JSON.stringify({
    mails: world.mailbox.map(({ raw }) => raw),
    seen: world.seen,
    Items,
    counts: world.counts,
    faults: world.faults,
  });
  await world.close();
  return told;
}

test("twice the same seed", async () => {
  const first = await life("one");
  expect(JSON.parse(first)).toMatchObject({ faults: [], counts: { mails: 72 } });
  expect(await life("one")).toBe(first);
});

test("another seed", async () => {
  expect(await life("two")).not.toBe(await life("one"));
});
