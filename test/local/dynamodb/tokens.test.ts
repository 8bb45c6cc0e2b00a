/** A transaction's token is good for ten minutes of the world's clock, and only for what was written under it. */
import { type DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { dynamodbClient } from "../../../infra/local/clients.ts";
import { createTable } from "../../../infra/local/dynamodb/create-table.ts";
import { openTable } from "../../../infra/local/dynamodb/table.ts";

const TableName = "school";
const Key = { pk: { S: "a" }, sk: { S: "it" } };
let now = 0;
let client: DynamoDBClient;

beforeEach(async () => {
  now = 0;
  client = dynamodbClient(openTable(TableName, () => now, false).answer);
  await createTable(client, TableName);
});

const add = (amount: number, ConditionExpression?: string) =>
  client.send(
    new TransactWriteItemsCommand({
      ClientRequestToken: "token",
      TransactItems: [
        {
          Update: {
            TableName,
            Key,
            UpdateExpression: "ADD held :a",
            ExpressionAttributeValues: { ":a": { N: String(amount) } },
            ConditionExpression,
          },
        },
      ],
    }),
  );
const held = async () => (await client.send(new GetItemCommand({ TableName, Key }))).Item?.held?.N;

test("the same again within ten minutes changes nothing", async () => {
  await add(1);
  now = 599_999;
  await add(1);
  expect(await held()).toBe("1");
});

test("after ten minutes it is a new transaction", async () => {
  await add(1);
  now = 600_000;
  await add(1);
  expect(await held()).toBe("2");
});

test("a transaction that was cancelled leaves its token free", async () => {
  await expect(add(1, "attribute_exists(pk)")).rejects.toMatchObject({
    name: "TransactionCanceledException",
  });
  await add(5);
  expect(await held()).toBe("5");
});
