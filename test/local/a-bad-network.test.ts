/** Between the real clients and the local services stands a wire that a test can cut: the clients try again as they do in the cloud, and SES's never does. */
import { GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, expect, test } from "vitest";
import type { Answer, Call, Interception } from "../../infra/local/wire.ts";
import { sendMail } from "./a-mail.ts";
import { openSmallWorld, type SmallWorld } from "./small-world.ts";

let world: SmallWorld;
afterEach(() => world?.close());

const lost = () => Object.assign(new Error("the connection was closed"), { name: "TimeoutError" });

/** Notes each call of one operation, and does to its first tries what the list says. */
const network =
  (operation: string, tries: ("lose the call" | "lose the answer")[], calls: Call[] = []): Interception =>
  async (call, deliver): Promise<Answer> => {
    if (call.operation !== operation) return deliver();
    const fate = tries[calls.length];
    calls.push(call);
    if (fate === "lose the call") throw lost();
    const answer = await deliver();
    if (fate === "lose the answer") throw lost();
    return answer;
  };

const Key = { pk: { S: "a" }, sk: { S: "it" } };
const item = async ({ runtime: { dynamodb, tableName } }: SmallWorld) =>
  (await dynamodb.send(new GetItemCommand({ TableName: tableName, Key }))).Item;

test("a call that is lost twice succeeds at the third try", async () => {
  const calls: Call[] = [];
  world = await openSmallWorld(
    {},
    { interception: network("PutItem", ["lose the call", "lose the call"], calls) },
  );
  const { $metadata } = await world.runtime.dynamodb.send(
    new PutItemCommand({ TableName: world.runtime.tableName, Item: Key }),
  );
  expect([$metadata.attempts, calls.length]).toEqual([3, 3]);
  expect(await item(world)).toEqual(Key);
});

test("a call that is lost three times fails", async () => {
  world = await openSmallWorld(
    {},
    { interception: network("PutItem", ["lose the call", "lose the call", "lose the call"]) },
  );
  const sending = world.runtime.dynamodb.send(
    new PutItemCommand({ TableName: world.runtime.tableName, Item: Key }),
  );
  await expect(sending).rejects.toMatchObject({ name: "TimeoutError" });
  expect(await item(world)).toBeUndefined();
});

test("a conditional write whose answer is lost is refused to its own writer", async () => {
  world = await openSmallWorld({}, { interception: network("PutItem", ["lose the answer"]) });
  const put = new PutItemCommand({
    TableName: world.runtime.tableName,
    Item: Key,
    ConditionExpression: "attribute_not_exists(pk)",
  });
  await expect(world.runtime.dynamodb.send(put)).rejects.toMatchObject({
    name: "ConditionalCheckFailedException",
  });
  expect(await item(world)).toEqual(Key);
});

test("a refusal is final, however far the world's clock is from the host's", async () => {
  const calls: Call[] = [];
  const slow: Interception = async (call, deliver) => {
    if (call.operation === "PutItem") calls.push(call);
    // Long enough for the host's clock to move on.
    await new Promise((resolve) => setTimeout(resolve, 5));
    return deliver();
  };
  world = await openSmallWorld({}, { interception: slow });
  const put = new PutItemCommand({
    TableName: world.runtime.tableName,
    Item: Key,
    ConditionExpression: "attribute_exists(pk)",
  });
  await expect(world.runtime.dynamodb.send(put)).rejects.toMatchObject({
    name: "ConditionalCheckFailedException",
  });
  expect(calls.length).toBe(1);
});

test("a transaction whose answer is lost is recognised by its token and succeeds", async () => {
  world = await openSmallWorld({}, { interception: network("TransactWriteItems", ["lose the answer"]) });
  const { dynamodb, tableName } = world.runtime;
  const Put = { TableName: tableName, Item: Key, ConditionExpression: "attribute_not_exists(pk)" };
  await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] }));
  expect(await item(world)).toEqual(Key);
});

test("a mail whose answer is lost was sent once, and the sender does not know", async () => {
  const calls: Call[] = [];
  world = await openSmallWorld({}, { interception: network("SendRawEmail", ["lose the answer"], calls) });
  await expect(sendMail(world.runtime, "ann@riverside.example")).rejects.toMatchObject({
    name: "TimeoutError",
  });
  expect([calls.length, world.mailbox.length]).toEqual([1, 1]);
});
