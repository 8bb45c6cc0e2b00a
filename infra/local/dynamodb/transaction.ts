/** All or nothing: the local table's TransactWriteItems, which dynalite lacks. */
import db from "dynalite/db/index.js";
import { check, isRefusal, writeNow } from "./operations.ts";
import { itemPlace, type Store } from "./store.ts";

type Action = "ConditionCheck" | "Put" | "Update" | "Delete";
type Item = DynaliteItem;
type Reason = { Code: string; Message?: string; Item?: Item };
type Write = {
  action: Action;
  checked: Record<string, unknown>;
  table: DynaliteTable;
  key: string;
  wantsItem: boolean;
};

const operationOf = {
  ConditionCheck: "DeleteItem",
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
} as const;
const itemsMax = 100;

/**
 * Writes all items or none. Throws the refusal that DynamoDB would give:
 * ValidationException for a request that is not valid, TransactionCanceledException with one reason per item otherwise.
 */
export function writeTransaction(store: Store, request: { TransactItems?: unknown }): void {
  const writes = readWrites(store, request.TransactItems);
  const reasons = writes.map((write) => reasonAgainst(store, write));
  if (reasons.some(({ Code }) => Code !== "None")) throw cancelled(reasons);
  const undo: (() => void)[] = [];
  for (const [index, write] of writes.entries()) {
    if (write.action === "ConditionCheck") continue;
    const before = itemOf(store, write);
    try {
      writeNow(store, operationOf[write.action], write.checked);
    } catch (error) {
      for (const step of undo.reverse()) step();
      if (!isRefusal(error)) throw error;
      throw cancelled(writes.map((_, place) => (place === index ? invalid(error) : { Code: "None" })));
    }
    undo.push(() => putBack(store, write, before));
  }
}

function readWrites(store: Store, items: unknown): Write[] {
  if (!Array.isArray(items) || items.length === 0) throw outOfBounds("greater than or equal to 1");
  if (items.length > itemsMax) throw outOfBounds(`less than or equal to ${itemsMax}`);
  const writes = items.map((item) => readWrite(store, item as Record<string, Record<string, unknown>>));
  const places = new Set(writes.map(({ table, key }) => `${table.TableName} ${key}`));
  if (places.size < writes.length)
    throw db.validationError("Transaction request cannot include multiple operations on one item");
  return writes;
}

function readWrite(store: Store, item: Record<string, Record<string, unknown>>): Write {
  const actions = Object.keys(item).filter((name): name is Action => Object.hasOwn(operationOf, name));
  const [action] = actions;
  if (!action || actions.length > 1)
    throw db.validationError("TransactItems can only contain one of Check, Put, Update or Delete");
  const sent = item[action] as Record<string, unknown>;
  if (action === "ConditionCheck" && typeof sent.ConditionExpression !== "string") {
    throw db.validationError(
      "1 validation error detected: Value null at 'transactItems.1.member.conditionCheck.conditionExpression' failed to satisfy constraint: Member must not be null",
    );
  }
  const wantsItem = sent.ReturnValuesOnConditionCheckFailure === "ALL_OLD";
  const checked = check(store, operationOf[action], { ...sent });
  const table = tableOf(store, checked.TableName as string);
  const named = (checked.Item ?? checked.Key) as Item;
  const wrong = action === "Put" ? db.validateItem(named, table) : db.validateKey(named, table);
  if (wrong) throw wrong;
  return { action, checked, table, key: db.createKey(named, table), wantsItem };
}

function tableOf(store: Store, name: string): DynaliteTable {
  let found: DynaliteTable | undefined;
  store.getTable(name, (error, table) => {
    if (error) throw error;
    found = table;
  });
  return found as DynaliteTable;
}

const itemOf = (store: Store, { table, key }: Write): Item | undefined =>
  store.look(itemPlace(table.TableName)).get(key) as Item | undefined;

function reasonAgainst(store: Store, write: Write): Reason {
  const existing = itemOf(store, write);
  if (!db.checkConditional(write.checked, existing)) return { Code: "None" };
  const reason = { Code: "ConditionalCheckFailed", Message: "The conditional request failed" };
  return write.wantsItem && existing ? { ...reason, Item: existing } : reason;
}

const invalid = (refusal: DynaliteRefusal): Reason => ({
  Code: "ValidationError",
  Message: refusal.body.message ?? refusal.message,
});

function putBack(store: Store, write: Write, before: Item | undefined): void {
  const items = store.getItemDb(write.table.TableName);
  const ignore = (): void => undefined;
  db.updateIndexes(store, write.table, itemOf(store, write), before, ignore);
  if (before) items.put(write.key, before, ignore);
  else items.del(write.key, ignore);
}

function cancelled(reasons: Reason[]): DynaliteRefusal {
  const codes = reasons.map(({ Code }) => Code).join(", ");
  const Message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  const __type = "com.amazonaws.dynamodb.v20120810#TransactionCanceledException";
  return Object.assign(new Error(Message), {
    statusCode: 400,
    body: { __type, Message, CancellationReasons: reasons },
  });
}

const outOfBounds = (bound: string): DynaliteRefusal =>
  db.validationError(
    `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length ${bound}`,
  );
