/** The operations of DynamoDB that the local table answers, each with dynalite's checks and dynalite's action. */
import batchGetItem from "dynalite/actions/batchGetItem.js";
import batchWriteItem from "dynalite/actions/batchWriteItem.js";
import createTable from "dynalite/actions/createTable.js";
import deleteItem from "dynalite/actions/deleteItem.js";
import describeTable from "dynalite/actions/describeTable.js";
import getItem from "dynalite/actions/getItem.js";
import listTables from "dynalite/actions/listTables.js";
import putItem from "dynalite/actions/putItem.js";
import query from "dynalite/actions/query.js";
import scan from "dynalite/actions/scan.js";
import updateItem from "dynalite/actions/updateItem.js";
import batchGetItemChecks from "dynalite/validations/batchGetItem.js";
import batchWriteItemChecks from "dynalite/validations/batchWriteItem.js";
import createTableChecks from "dynalite/validations/createTable.js";
import deleteItemChecks from "dynalite/validations/deleteItem.js";
import describeTableChecks from "dynalite/validations/describeTable.js";
import getItemChecks from "dynalite/validations/getItem.js";
import validations from "dynalite/validations/index.js";
import listTablesChecks from "dynalite/validations/listTables.js";
import putItemChecks from "dynalite/validations/putItem.js";
import queryChecks from "dynalite/validations/query.js";
import scanChecks from "dynalite/validations/scan.js";
import updateItemChecks from "dynalite/validations/updateItem.js";
import type { Store } from "./store.ts";

type Operation = {
  checks: { types: object; custom?: unknown };
  action: typeof getItem;
  counts: "read" | "write" | undefined;
};

export const operations = {
  GetItem: { checks: getItemChecks, action: getItem, counts: "read" },
  BatchGetItem: { checks: batchGetItemChecks, action: batchGetItem, counts: "read" },
  Query: { checks: queryChecks, action: query, counts: "read" },
  Scan: { checks: scanChecks, action: scan, counts: "read" },
  PutItem: { checks: putItemChecks, action: putItem, counts: "write" },
  UpdateItem: { checks: updateItemChecks, action: updateItem, counts: "write" },
  DeleteItem: { checks: deleteItemChecks, action: deleteItem, counts: "write" },
  BatchWriteItem: { checks: batchWriteItemChecks, action: batchWriteItem, counts: "write" },
  CreateTable: { checks: createTableChecks, action: createTable, counts: undefined },
  DescribeTable: { checks: describeTableChecks, action: describeTable, counts: undefined },
  ListTables: { checks: listTablesChecks, action: listTables, counts: undefined },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
export const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name);

/** Whether an error is a refusal that goes over the wire, rather than a fault of this process. */
export const isRefusal = (error: unknown): error is DynaliteRefusal =>
  error instanceof Error && "statusCode" in error && "body" in error;

/** The request as dynalite's actions take it, expressions parsed. Throws the refusal of a request that is not valid. */
export function check(store: Store, name: OperationName, request: object): Record<string, unknown> {
  const { types, custom } = operations[name].checks;
  const checked = validations.checkTypes(request, types);
  validations.checkValidations(checked, types, custom, store);
  return checked;
}

/** Carries out a checked request. Rejects with a refusal or a fault. */
export function carryOut(store: Store, name: OperationName, checked: object): Promise<object> {
  return new Promise((resolve, reject) => {
    operations[name].action(store, checked, (error, answer) =>
      error ? reject(error) : resolve(answer ?? {}),
    );
  });
}

/** Carries out a checked write at once. Throws its refusal. */
export function writeNow(store: Store, name: "PutItem" | "UpdateItem" | "DeleteItem", checked: object): void {
  let finished = false;
  operations[name].action(store, checked, (error) => {
    if (error) throw error;
    finished = true;
  });
  if (!finished) throw new Error(`${name} did not finish at once, as every write of the local table does`);
}
