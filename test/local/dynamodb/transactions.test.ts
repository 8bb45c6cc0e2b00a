/** A transaction writes everything or nothing and says why not, on the local table as on Amazon's own. */
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type OpenTable, tableName } from "../engines.ts";

const TableName = tableName;
const key = (name: string) => ({ pk: { S: name }, sk: { S: "it" } });
const item = (name: string, count: number) => ({
  ...key(name),
  count: { N: String(count) },
  listName: { S: "all" },
  listKey: { S: name },
});
const absent = { ConditionExpression: "attribute_not_exists(pk)" };
const countIs = (count: number) => ({
  ConditionExpression: "#c = :c",
  ExpressionAttributeNames: { "#c": "count" },
  ExpressionAttributeValues: { ":c": { N: String(count) } },
});
const add = (name: string, amount: { N: string } | { S: string }): TransactWriteItem => ({
  Update: {
    TableName,
    Key: key(name),
    UpdateExpression: "ADD #c :a",
    ExpressionAttributeNames: { "#c": "count" },
    ExpressionAttributeValues: { ":a": amount },
  },
});
type Reason = { Code: string | undefined; Item?: object };
const failed = (Item?: object): Reason => ({ Code: "ConditionalCheckFailed", ...(Item && { Item }) });
const none: Reason = { Code: "None" };

/** `a` holds 1 and `b` holds 2 before each row. */
const rows: {
  does: string;
  items: TransactWriteItem[];
  refusedFor?: Reason[];
  leaves: Record<string, number>;
}[] = [
  {
    does: "carries out all four kinds of action",
    items: [
      { Put: { TableName, Item: item("c", 3), ...absent } },
      add("a", { N: "10" }),
      { Delete: { TableName, Key: key("b"), ...countIs(2) } },
      { ConditionCheck: { TableName, Key: key("d"), ...absent } },
    ],
    leaves: { a: 11, c: 3 },
  },
  {
    does: "writes nothing when one condition does not hold, with a reason for each item in order",
    items: [
      add("a", { N: "10" }),
      { Put: { TableName, Item: item("b", 9), ...absent } },
      { Put: { TableName, Item: item("c", 3) } },
    ],
    refusedFor: [none, failed(), none],
    leaves: { a: 1, b: 2 },
  },
  {
    does: "names every condition that does not hold",
    items: [
      { ConditionCheck: { TableName, Key: key("a"), ...countIs(5) } },
      { Put: { TableName, Item: item("c", 3) } },
      { Delete: { TableName, Key: key("b"), ...countIs(5) } },
    ],
    refusedFor: [failed(), none, failed()],
    leaves: { a: 1, b: 2 },
  },
  {
    does: "shows the item in the way when asked for it",
    items: [
      { Put: { TableName, Item: item("a", 9), ...absent, ReturnValuesOnConditionCheckFailure: "ALL_OLD" } },
      {
        ConditionCheck: {
          TableName,
          Key: key("b"),
          ...countIs(5),
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        },
      },
    ],
    refusedFor: [failed(item("a", 1)), failed(item("b", 2))],
    leaves: { a: 1, b: 2 },
  },
  {
    does: "shows no item where there is none",
    items: [
      {
        ConditionCheck: {
          TableName,
          Key: key("x"),
          ...countIs(5),
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        },
      },
    ],
    refusedFor: [failed()],
    leaves: { a: 1, b: 2 },
  },
  {
    does: "makes an item by an update",
    items: [add("c", { N: "4" })],
    leaves: { a: 1, b: 2, c: 4 },
  },
  {
    does: "leaves the item alone that it only checks",
    items: [{ ConditionCheck: { TableName, Key: key("a"), ...countIs(1) } }],
    leaves: { a: 1, b: 2 },
  },
];

describe.each(engines)("$name", ({ absent: left, open }) => {
  describe.skipIf(left)("a transaction", () => {
    let table: OpenTable;
    beforeAll(async () => {
      table = await open();
    });
    afterAll(() => table?.close());
    beforeEach(async () => {
      for (const name of ["c", "d", "x", "a", "b"])
        await table.client.send(new DeleteItemCommand({ TableName, Key: key(name) }));
      await table.client.send(new PutItemCommand({ TableName, Item: item("a", 1) }));
      await table.client.send(new PutItemCommand({ TableName, Item: item("b", 2) }));
    });

    test.each(rows)("$does", async ({ items, refusedFor, leaves }) => {
      const reasons = await reasonsAgainst(table.client, items);
      expect(reasons).toEqual(refusedFor);
      expect(await counts(table.client)).toEqual(leaves);
    });

    test("undoes what came before an update that cannot be applied", async () => {
      await table.client.send(
        new PutItemCommand({ TableName, Item: { ...item("c", 0), count: { S: "three" } } }),
      );
      const items = [add("a", { N: "10" }), { Delete: { TableName, Key: key("b") } }, add("c", { N: "1" })];
      const sending = table.client.send(new TransactWriteItemsCommand({ TransactItems: items }));
      // The documentation cancels the transaction for it; DynamoDB Local calls the request not valid.
      await expect(sending).rejects.toThrow(/ValidationError|incorrect data type/);
      expect(await counts(table.client)).toEqual({ a: 1, b: 2, c: Number.NaN });
    });

    test.each([
      ["two actions on one item", [add("a", { N: "1" }), { Put: { TableName, Item: item("a", 7) } }]],
      [
        "more than a hundred items",
        Array.from({ length: 101 }, (_, index) => add(`many-${index}`, { N: "1" })),
      ],
      ["no items", []],
      [
        "a condition that names no value",
        [{ Delete: { TableName, Key: key("a"), ConditionExpression: "pk = :missing" } }],
      ],
      [
        "a check without a condition",
        [{ ConditionCheck: { TableName, Key: key("a"), ConditionExpression: undefined } }],
      ],
    ] as [string, TransactWriteItem[]][])("refuses %s as not valid", async (_, items) => {
      const sending = table.client.send(new TransactWriteItemsCommand({ TransactItems: items }));
      await expect(sending).rejects.toMatchObject({ name: "ValidationException" });
      expect(await counts(table.client)).toEqual({ a: 1, b: 2 });
    });

    test("sent twice with one token happens once", async () => {
      const command = () =>
        new TransactWriteItemsCommand({ TransactItems: [add("a", { N: "10" })], ClientRequestToken: "once" });
      await table.client.send(command());
      await table.client.send(command());
      expect(await counts(table.client)).toEqual({ a: 11, b: 2 });
    });

    test("refuses a token that stood for something else", async () => {
      const send = (amount: string) =>
        table.client.send(
          new TransactWriteItemsCommand({
            TransactItems: [add("a", { N: amount })],
            ClientRequestToken: "other",
          }),
        );
      await send("10");
      await expect(send("20")).rejects.toMatchObject({ name: "IdempotentParameterMismatchException" });
      expect(await counts(table.client)).toEqual({ a: 11, b: 2 });
    });

    test("of a hundred items is whole", async () => {
      const items = Array.from(
        { length: 100 },
        (_, index): TransactWriteItem => ({
          Put: { TableName, Item: { pk: { S: "hundred" }, sk: { S: String(index) } }, ...absent },
        }),
      );
      await table.client.send(new TransactWriteItemsCommand({ TransactItems: items }));
      const stored = await table.client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :p",
          ExpressionAttributeValues: { ":p": { S: "hundred" } },
        }),
      );
      expect(stored.Count).toBe(100);
    });

    test("a single write shows the item in the way too", async () => {
      const put = new PutItemCommand({
        TableName,
        Item: item("a", 9),
        ...absent,
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      });
      await expect(table.client.send(put)).rejects.toMatchObject({
        name: "ConditionalCheckFailedException",
        Item: item("a", 1),
      });
    });
  });
});

/** The reasons given, or undefined when everything was written. */
async function reasonsAgainst(
  client: DynamoDBClient,
  items: TransactWriteItem[],
): Promise<Reason[] | undefined> {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: items }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return error.CancellationReasons?.map(({ Code, Item }) => ({ Code, ...(Item && { Item }) }));
  }
}

/** The count of each item that is there; the list index must show the very same items. */
async function counts(client: DynamoDBClient): Promise<Record<string, number>> {
  const read = await Promise.all(
    ["a", "b", "c", "d", "x"].map((name) =>
      client.send(new GetItemCommand({ TableName, Key: key(name), ConsistentRead: true })),
    ),
  );
  const there = read.flatMap(({ Item }) => (Item ? [Item] : []));
  const listed = await client.send(
    new QueryCommand({
      TableName,
      IndexName: "list",
      KeyConditionExpression: "listName = :all",
      ExpressionAttributeValues: { ":all": { S: "all" } },
    }),
  );
  expect(listed.Items).toEqual(there.filter(({ listName }) => listName));
  return Object.fromEntries(there.map(({ pk, count }) => [pk?.S, Number(count?.N)]));
}
