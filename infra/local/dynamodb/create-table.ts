/** Makes the school's one table, in the shape that the stack gives it in the cloud. */
import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tableShape } from "../../../shared/records/shape.ts";

const { partitionKey, sortKey, listIndex, dueIndex } = tableShape;

/** The command that makes a table of this name. */
export const createTableCommand = (tableName: string): CreateTableCommand =>
  new CreateTableCommand({
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [
      { AttributeName: partitionKey, AttributeType: "S" },
      { AttributeName: sortKey, AttributeType: "S" },
      { AttributeName: listIndex.partitionKey, AttributeType: "S" },
      { AttributeName: listIndex.sortKey, AttributeType: "S" },
      { AttributeName: dueIndex.partitionKey, AttributeType: "S" },
      { AttributeName: dueIndex.sortKey, AttributeType: "N" },
    ],
    KeySchema: keys(partitionKey, sortKey),
    GlobalSecondaryIndexes: [
      {
        IndexName: listIndex.name,
        KeySchema: keys(listIndex.partitionKey, listIndex.sortKey),
        Projection: { ProjectionType: "ALL" },
      },
      {
        IndexName: dueIndex.name,
        KeySchema: keys(dueIndex.partitionKey, dueIndex.sortKey),
        Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: [...dueIndex.carries] },
      },
    ],
  });

const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: "HASH" as const },
  { AttributeName: sort, KeyType: "RANGE" as const },
];

/** Makes the table and comes back once it takes items. */
export async function createTable(client: DynamoDBClient, tableName: string): Promise<void> {
  await client.send(createTableCommand(tableName));
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    if (Table?.TableStatus === "ACTIVE") return;
    await new Promise(setImmediate);
  }
}
