/** Reads and writes of the one table: get, list, and all-or-nothing transactions. */
import { isDeepStrictEqual } from "node:util";
import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  type Put,
  PutItemCommand,
  QueryCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Key } from "./keys.ts";
import { tableShape } from "./shape.ts";

export type Table = { name: string; client: DynamoDBClient };
export type Item = Key & Record<string, unknown>;

const marshallOptions = { removeUndefinedValues: true };
export const toAttributes = (item: object) => marshall(item, marshallOptions);

/** One record as it stands now, or undefined. */
export async function getItem(table: Table, key: Key): Promise<Item | undefined> {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: marshall(key), ConsistentRead: true }),
  );
  return Item && (unmarshall(Item) as Item);
}

/** Many records as they stand now, in the order of their keys; a missing one is undefined. */
export async function getItems(table: Table, wanted: readonly Key[]): Promise<(Item | undefined)[]> {
  const found = new Map<string, Item>();
  const name = ({ pk, sk }: Key) => `${pk} ${sk}`;
  const distinct = [...new Map(wanted.map((key) => [name(key), key])).values()];
  for (let from = 0; from < distinct.length; from += 100) {
    let keys: Record<string, unknown>[] | undefined = distinct
      .slice(from, from + 100)
      .map((key) => marshall({ pk: key.pk, sk: key.sk }));
    while (keys && keys.length > 0) {
      const answer: {
        Responses?: Record<string, Record<string, never>[]>;
        UnprocessedKeys?: Record<string, { Keys?: Record<string, unknown>[] }>;
      } = (await table.client.send(
        new BatchGetItemCommand({
          RequestItems: { [table.name]: { Keys: keys as never, ConsistentRead: true } },
        }),
      )) as never;
      for (const raw of answer.Responses?.[table.name] ?? []) {
        const item = unmarshall(raw) as Item;
        found.set(name(item), item);
      }
      keys = answer.UnprocessedKeys?.[table.name]?.Keys;
    }
  }
  return wanted.map((key) => found.get(name(key)));
}

/** All records of one partition whose sort key begins with `prefix`, in key order, as they stand now. */
export async function getBranch(table: Table, pk: string, prefix: string): Promise<Item[]> {
  return queryAll(table, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: marshall({ ":pk": pk, ":prefix": prefix }),
    ConsistentRead: true,
  });
}

/** All records of one list, in the list's own order; it may lag behind the latest writes by a moment. */
export async function getList(
  table: Table,
  listName: string,
  most = Number.POSITIVE_INFINITY,
): Promise<Item[]> {
  return queryAll(
    table,
    {
      IndexName: tableShape.listIndex.name,
      KeyConditionExpression: "listName = :list",
      ExpressionAttributeValues: marshall({ ":list": listName }),
    },
    most,
  );
}

/** The same from a place in the list on, with these fields of each record only. */
export async function getListFrom(
  table: Table,
  listName: string,
  from: string,
  fields: readonly string[],
): Promise<Record<string, unknown>[]> {
  return queryAll(table, {
    IndexName: tableShape.listIndex.name,
    KeyConditionExpression: "listName = :list AND listKey >= :from",
    ExpressionAttributeValues: marshall({ ":list": listName, ":from": from }),
    ProjectionExpression: fields.map((_, index) => `#field${index}`).join(", "),
    ExpressionAttributeNames: Object.fromEntries(fields.map((field, index) => [`#field${index}`, field])),
  });
}

/** What a query asks, without the table. */
export type Query = Omit<ConstructorParameters<typeof QueryCommand>[0], "TableName">;

/** Every record that a query finds, or the first `most`. */
export async function queryAll(table: Table, query: Query, most = Number.POSITIVE_INFINITY): Promise<Item[]> {
  const items: Item[] = [];
  let start: Query["ExclusiveStartKey"];
  do {
    const page = await table.client.send(
      new QueryCommand({
        ...query,
        TableName: table.name,
        ...(start && { ExclusiveStartKey: start }),
        ...(Number.isFinite(most) && { Limit: most - items.length }),
      }),
    );
    for (const raw of page.Items ?? []) items.push(unmarshall(raw) as Item);
    start = page.LastEvaluatedKey;
  } while (start && items.length < most);
  return items;
}

/** One write of a transaction, and the name of what is wrong when its condition does not hold. */
export type Write = { write: TransactWriteItem; otherwise: string };

/**
 * Does all writes or none. Answers the `otherwise` of the first one whose condition did not hold, or undefined when all is written.
 * The token makes a repeated call harmless for ten minutes, so a lost answer can simply be asked for again.
 */
export async function transact(
  table: Table,
  writes: readonly Write[],
  token: string,
): Promise<string | undefined> {
  const [first] = writes;
  if (first && writes.length === 1 && replaces(first))
    return putAlone(table, first.write.Put, first.otherwise);
  try {
    await table.client.send(
      new TransactWriteItemsCommand({
        TransactItems: writes.map(({ write }) => write),
        ClientRequestToken: token,
      }),
    );
    return undefined;
  } catch (error) {
    const reasons = (error as { name?: string; CancellationReasons?: { Code?: string }[] })
      .CancellationReasons;
    const failed = reasons?.findIndex(({ Code }) => Code === "ConditionalCheckFailed") ?? -1;
    if (failed >= 0) return writes[failed]!.otherwise;
    if (reasons?.some(({ Code }) => Code === "TransactionConflict")) return "changed-meanwhile";
    throw error;
  }
}

type Replacement = Write & { write: { Put: Put } };

const replaces = (one: Write): one is Replacement => {
  const { ConditionExpression } = one.write.Put ?? {};
  return ConditionExpression !== undefined && ConditionExpression !== absent.expression;
};

/**
 * One record alone is replaced for half of what a transaction takes. There is no token: that an answer was lost shows by the
 * record, which stands as it was to be. A new record is told from another's of the same words by the token only.
 */
async function putAlone({ client }: Table, put: Put, otherwise: string): Promise<string | undefined> {
  try {
    await client.send(new PutItemCommand({ ...put, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }));
    return undefined;
  } catch (error) {
    const { name, Item } = error as { name?: string; Item?: Record<string, AttributeValue> };
    if (name === "TransactionConflictException") return "changed-meanwhile";
    if (name !== "ConditionalCheckFailedException") throw error;
    return isDeepStrictEqual(Item, put.Item) ? undefined : otherwise;
  }
}

export type Condition = {
  expression: string;
  values?: Record<string, unknown>;
  names?: Record<string, string>;
};

const conditionOf = (condition: Condition | undefined) =>
  condition && {
    ConditionExpression: condition.expression,
    ...(condition.values && { ExpressionAttributeValues: toAttributes(condition.values) }),
    ...(condition.names && { ExpressionAttributeNames: condition.names }),
  };

export const put = (
  table: Table,
  item: Item,
  condition: Condition | undefined,
  otherwise: string,
): Write => ({
  write: { Put: { TableName: table.name, Item: toAttributes(item), ...conditionOf(condition) } },
  otherwise,
});

export const remove = (
  table: Table,
  key: Key,
  condition: Condition | undefined,
  otherwise: string,
): Write => ({
  write: { Delete: { TableName: table.name, Key: marshall(key), ...conditionOf(condition) } },
  otherwise,
});

export const check = (table: Table, key: Key, condition: Condition, otherwise: string): Write => ({
  write: {
    ConditionCheck: {
      TableName: table.name,
      Key: marshall(key),
      ...(conditionOf(condition) as { ConditionExpression: string }),
    },
  },
  otherwise,
});

export const absent: Condition = { expression: "attribute_not_exists(pk)" };
export const present: Condition = { expression: "attribute_exists(pk)" };
