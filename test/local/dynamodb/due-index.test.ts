/** What falls due is listed by its moment, whatever the size of the number, on the local table as on Amazon's own. */
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dynamodbClient } from "../../../infra/local/clients.ts";
import { createTable } from "../../../infra/local/dynamodb/create-table.ts";
import { openTable } from "../../../infra/local/dynamodb/table.ts";
import { engines, type OpenTable, tableName } from "../engines.ts";

const TableName = tableName;
const moments = [
  0, 1, 9, 10, 11, 99, 100, 1_000, 1_764_000_000_000, 1_764_000_000_001, 1_764_000_300_000, 1_800_000_000_000,
];
const item = (dueAt: number, dueList = "open") => ({
  pk: { S: `at-${dueAt}` },
  sk: { S: dueList },
  dueList: { S: dueList },
  dueAt: { N: String(dueAt) },
});
const shuffled = [...moments].sort((one, other) => ((one * 31) % 17) - ((other * 31) % 17));

describe.each(engines)("$name", ({ absent, open }) => {
  describe.skipIf(absent)("the due index", () => {
    let table: OpenTable;
    beforeAll(async () => {
      table = await open();
      const RequestItems = {
        [TableName]: [...shuffled.map((at) => item(at)), item(5, "another")].map((Item) => ({
          PutRequest: { Item },
        })),
      };
      await table.client.send(new BatchWriteItemCommand({ RequestItems }));
    });
    afterAll(() => table?.close());

    const listed = async (until: number, more: object = {}) => {
      const ExpressionAttributeValues = { ":open": { S: "open" }, ":until": { N: String(until) } };
      const answered = await table.client.send(
        new QueryCommand({
          TableName,
          IndexName: "due",
          KeyConditionExpression: "dueList = :open AND dueAt <= :until",
          ExpressionAttributeValues,
          ...more,
        }),
      );
      return { ...answered, moments: answered.Items?.map(({ dueAt }) => Number(dueAt?.N)) };
    };

    test("lists all that is due, earliest first, and nothing else", async () => {
      expect((await listed(1_764_000_000_000)).moments).toEqual(moments.slice(0, 9));
      expect((await listed(2_000_000_000_000)).moments).toEqual(moments);
    });

    test("goes on where the last page ended", async () => {
      const pages: (number[] | undefined)[] = [];
      let ExclusiveStartKey: object | undefined;
      do {
        const page = await listed(2_000_000_000_000, { Limit: 5, ExclusiveStartKey });
        pages.push(page.moments);
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      expect(pages).toEqual([moments.slice(0, 5), moments.slice(5, 10), moments.slice(10)]);
    });

    test("lists all that are due at one moment, each once, page by page, and no longer what is done", async () => {
      // The local table's library would take these two for one: its hashes of them are the same.
      const ids = ["message#2414", "message#6107"];
      const sibling = (id: string) => ({ ...item(7, "siblings"), pk: { S: id }, sk: { S: "message" } });
      for (const id of ids) await table.client.send(new PutItemCommand({ TableName, Item: sibling(id) }));
      const siblings = { ":open": { S: "siblings" }, ":until": { N: "7" } };
      const first = await listed(7, { ExpressionAttributeValues: siblings, Limit: 1 });
      const second = await listed(7, {
        ExpressionAttributeValues: siblings,
        ExclusiveStartKey: first.LastEvaluatedKey,
      });
      const found = [...(first.Items ?? []), ...(second.Items ?? [])].map(({ pk }) => pk?.S);
      expect(found.sort()).toEqual(ids);
      const Key = { pk: { S: ids[0]! }, sk: { S: "message" } };
      await table.client.send(new DeleteItemCommand({ TableName, Key }));
      const left = await listed(7, { ExpressionAttributeValues: siblings });
      expect(left.Items?.map(({ pk }) => pk?.S)).toEqual([ids[1]]);
    });

    test("a batch of keys finds every item", async () => {
      const Keys = shuffled.map((at) => ({ pk: { S: `at-${at}` }, sk: { S: "open" } }));
      const { Responses } = await table.client.send(
        new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } }),
      );
      expect(
        Responses?.[TableName]?.map(({ dueAt }) => Number(dueAt?.N)).sort((one, other) => one - other),
      ).toEqual(moments);
    });
  });
});

describe("the local table", () => {
  test("knows the earliest moment of all, and that nothing waits", async () => {
    const table = openTable(TableName, () => 0, false);
    const client = dynamodbClient(table.answer);
    await createTable(client, TableName);
    expect(table.earliestDue()).toBeUndefined();
    await client.send(new PutItemCommand({ TableName, Item: item(5, "another") }));
    expect(table.earliestDue()).toBeUndefined();
    await client.send(new PutItemCommand({ TableName, Item: item(1_764_000_000_001) }));
    await client.send(new PutItemCommand({ TableName, Item: item(1_764_000_000_000) }));
    expect(table.earliestDue()).toBe(1_764_000_000_000);
    expect(table.counts).toEqual({ reads: 0, writes: 3, transactions: 0 });
  });

  test("answers an operation that it does not know with a named error", async () => {
    const client = dynamodbClient(openTable(TableName, () => 0, false).answer);
    const command = new UpdateTimeToLiveCommand({
      TableName,
      TimeToLiveSpecification: { Enabled: true, AttributeName: "forgetAfter" },
    });
    await expect(client.send(command)).rejects.toMatchObject({
      name: "UnknownOperationException",
      message: "The local DynamoDB does not know the operation UpdateTimeToLive",
    });
  });
});
