/** A world with a directory is found again as it was left: clock, table, mails, schedules, queue and chance. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { CreateScheduleCommand } from "@aws-sdk/client-scheduler";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Mendable } from "../../../infra/local/command-line.ts";
import { DirectoryInUse } from "../../../infra/local/directory-lock.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { sendMail } from "../a-mail.ts";
import { openSmallWorld, type SmallWorld, school, startAt } from "../small-world.ts";

let directory: string;
let world: SmallWorld | undefined;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "mentor-rounds-"));
});
afterEach(async () => {
  await world?.close();
  world = undefined;
  rmSync(directory, { recursive: true });
});

const reopen = async (...behaviours: Parameters<typeof openSmallWorld>): Promise<SmallWorld> => {
  await world?.close();
  world = await openSmallWorld(behaviours[0], { directory, ...behaviours[1] });
  return world;
};
const put = (runtime: Runtime, name: string, dueAt: number) =>
  runtime.dynamodb.send(
    new PutItemCommand({
      TableName: runtime.tableName,
      Item: { pk: { S: name }, sk: { S: "it" }, dueList: { S: "open" }, dueAt: { N: String(dueAt) } },
    }),
  );
const dueNames = async (runtime: Runtime) => {
  const { Items } = await runtime.dynamodb.send(
    new QueryCommand({
      TableName: runtime.tableName,
      IndexName: "due",
      KeyConditionExpression: "dueList = :open",
      ExpressionAttributeValues: { ":open": { S: "open" } },
    }),
  );
  return Items?.map(({ pk }) => pk?.S);
};
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

test("the clock", async () => {
  const first = await reopen();
  expect(first.foundAgain).toBe(false);
  await first.advanceTo(startAt + 90_000);
  const second = await reopen();
  expect([second.foundAgain, second.now()]).toEqual([true, startAt + 90_000]);
});

test("the table and its indexes, through several restarts", async () => {
  const first = await reopen();
  await put(first.runtime, "b", startAt + 7_200_000);
  await put(first.runtime, "a", startAt + 3_600_000);
  const second = await reopen();
  expect(await dueNames(second.runtime)).toEqual(["a", "b"]);
  await put(second.runtime, "c", startAt + 5_400_000);
  const third = await reopen();
  expect(await dueNames(third.runtime)).toEqual(["a", "c", "b"]);
});

test("the mails, as .eml files too", async () => {
  const first = await reopen();
  await sendMail(first.runtime, "ann@riverside.example");
  await first.settle();
  const [mail] = first.mailbox;
  expect(readFileSync(join(directory, "mails", `${mail?.id}.eml`), "utf8")).toBe(mail?.raw);
  const second = await reopen();
  const seenAgain = second.mailbox.map(({ id, at, from, to, subject, tags, raw }) => ({
    id,
    at,
    from,
    to,
    subject,
    tags,
    raw,
  }));
  expect(seenAgain).toEqual(
    first.mailbox.map(({ id, at, from, to, subject, tags, raw }) => ({
      id,
      at,
      from,
      to,
      subject,
      tags,
      raw,
    })),
  );
  expect((await sendMail(second.runtime, "ann@riverside.example")).MessageId).toBe("0100-000002");
});

test("schedules, what waits in the queue, mail events on their way, and the openings that were", async () => {
  const first = await reopen({ wake: () => Promise.reject(new Error("no table")) });
  await schedule(first.runtime, "failed", "2026-11-24T14:30:00");
  await schedule(first.runtime, "later", "2026-11-24T15:00:00");
  await first.advanceTo(Date.parse("2026-11-24T14:30:00Z"));
  await sendMail(first.runtime, "ann@riverside.example");
  expect(first.seen.map(({ name }) => name)).toEqual(["open-month", "wake"]);
  const second = await reopen();
  await second.advanceTo(Date.parse("2026-11-24T16:00:00Z"));
  expect(second.seen.map(({ name, at }) => `${name} ${at.slice(11, 19)}`)).toEqual([
    "mail-events 14:30:00",
    "mail-events 14:30:01",
    "wake 14:36:00",
    "wake 15:00:00",
  ]);
});

test("chance goes on where it was", async () => {
  const whole = await openSmallWorld();
  const expected = [...whole.runtime.randomBytes(8), ...whole.runtime.randomBytes(8)];
  await whole.close();
  const first = [...(await reopen()).runtime.randomBytes(8)];
  const second = [...(await reopen({}, { seed: "another" })).runtime.randomBytes(8)];
  expect([...first, ...second]).toEqual(expected);
});

test("what was written after the last save that counted has not happened", async () => {
  const first = await reopen();
  await put(first.runtime, "a", startAt + 3_600_000);
  await first.settle();
  const note = JSON.parse(readFileSync(join(directory, "world.json"), "utf8"));
  await reopen();
  await world?.close();
  const { tableFile } = JSON.parse(readFileSync(join(directory, "world.json"), "utf8"));
  expect(tableFile).not.toBe(note.tableFile);
  appendFileSync(join(directory, tableFile), '["item-torn","half of a li');
  world = undefined;
  expect(await dueNames((await reopen()).runtime)).toEqual(["a"]);
});

test("another school's directory is refused", async () => {
  await reopen();
  const other = { ...school, id: "harbour" };
  await expect(reopen({}, { school: other })).rejects.toThrow("holds the school riverside, not harbour");
  world = undefined;
});

test("a directory whose records are written otherwise is refused", async () => {
  await reopen();
  await world?.close();
  world = undefined;
  const file = join(directory, "world.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), format: 1 }));
  await expect(reopen()).rejects.toThrow("holds a school of another version of this program");
});

const unreadable = () =>
  new Mendable(
    `${directory} holds a school that cannot be read: choose another directory, or start anew with --fresh.`,
  );

test.each(["{", "null", "[]"])("a directory whose note is %s is refused, and left as it is", async (note) => {
  writeFileSync(join(directory, "world.json"), note);
  await expect(reopen()).rejects.toThrow(unreadable());
  expect(readdirSync(directory)).toEqual(["mails", "world.json"]);
});

test.each<[what: string, name: RegExp, damaged: (path: string) => void]>([
  ["its table is gone", /^table/, (path) => rmSync(path)],
  ["its table was cut short", /^table/, (path) => truncateSync(path, 20)],
  ["its table is no journal", /^table/, (path) => writeFileSync(path, "x".repeat(99_999))],
  ["its list of mails is gone", /^mails\.jsonl$/, (path) => rmSync(path)],
  ["a mail is gone", /\.eml$/, (path) => rmSync(path)],
])("a directory of which %s is refused, and left as it is", async (_, name, damaged) => {
  const first = await reopen();
  await sendMail(first.runtime, "ann@riverside.example");
  await first.settle();
  await first.close();
  world = undefined;
  const files = () => readdirSync(directory, { recursive: true, encoding: "utf8" }).sort();
  damaged(join(directory, files().find((path) => name.test(basename(path)))!));
  const asItWas = files().map((path) => [path, statSync(join(directory, path)).size]);
  await expect(reopen()).rejects.toThrow(unreadable());
  expect(files().map((path) => [path, statSync(join(directory, path)).size])).toEqual(asItWas);
});

test("a directory that cannot be written is refused", async () => {
  writeFileSync(join(directory, "mails"), "");
  await expect(reopen()).rejects.toThrow(
    new Mendable(`${directory} cannot be written (EEXIST): choose another directory.`),
  );
});

test("a directory in use is refused, and one whose process has died is not", async () => {
  await reopen();
  await expect(openSmallWorld({}, { directory })).rejects.toThrow(DirectoryInUse);
  await world?.close();
  world = undefined;

  const another = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  writeFileSync(join(directory, "lock"), String(another.pid));
  await expect(openSmallWorld({}, { directory })).rejects.toThrow(`is in use by the process ${another.pid}`);
  another.kill();
  await once(another, "exit");
  expect((await reopen()).foundAgain).toBe(true);
});

test("a world without a directory leaves nothing", async () => {
  world = await openSmallWorld();
  await put(world.runtime, "a", startAt);
  const { Item } = await world.runtime.dynamodb.send(
    new GetItemCommand({ TableName: world.runtime.tableName, Key: { pk: { S: "a" }, sk: { S: "it" } } }),
  );
  expect(Item?.dueAt?.N).toBe(String(startAt));
  await world.close();
  world = await openSmallWorld();
  expect(await dueNames(world.runtime)).toEqual([]);
});
