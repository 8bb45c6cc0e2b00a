/** The school's one table, which outlives its stack: restorable to any second of the last 35 days, and hard to delete. */
import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { tableShape } from "../../shared/records/shape.ts";

const { partitionKey, sortKey, listIndex, dueIndex, expiry } = tableShape;

const text = (name: string) => ({ name, type: AttributeType.STRING });
const number = (name: string) => ({ name, type: AttributeType.NUMBER });

export type SchoolTable = { tableName: string; tableArn: string };

/** The table that came out of a backup under this name, which is looked after by hand; without a name, the stack's own. */
export const tableOrRestored = (scope: Construct, restored: string | undefined): SchoolTable =>
  restored === undefined
    ? schoolTable(scope)
    : {
        tableName: restored,
        tableArn: Stack.of(scope).formatArn({
          service: "dynamodb",
          resource: "table",
          resourceName: restored,
        }),
      };

/** A table in the shape that the records are written in. Not a global table: a school lives in one region. */
function schoolTable(scope: Construct): SchoolTable {
  const table = new Table(scope, "Table", {
    partitionKey: text(partitionKey),
    sortKey: text(sortKey),
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: expiry,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  table.addGlobalSecondaryIndex({
    indexName: listIndex.name,
    partitionKey: text(listIndex.partitionKey),
    sortKey: text(listIndex.sortKey),
    projectionType: ProjectionType.ALL,
  });
  table.addGlobalSecondaryIndex({
    indexName: dueIndex.name,
    partitionKey: text(dueIndex.partitionKey),
    sortKey: number(dueIndex.sortKey),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: [...dueIndex.carries],
  });
  return table;
}
