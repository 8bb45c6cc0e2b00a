/** The local DynamoDB: answers the real client's requests from dynalite's actions, with the transactions that dynalite lacks. */
import db from "dynalite/db/index.js";
import "./whole-index-keys.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import { type Answer, answer, type Call } from "../wire.ts";
import { carryOut, check, isOperation, isRefusal, type OperationName, operations } from "./operations.ts";
import { itemPlace, type Store } from "./store.ts";
import { openTokens, type Tokens } from "./tokens.ts";
import { writeTransaction } from "./transaction.ts";

/** How often the table was asked. */
export type TableCounts = { reads: number; writes: number; transactions: number };

type Request = Record<string, unknown>;

export const dynamodbOperation = (call: { headers: Readonly<Record<string, string>> }): string =>
  call.headers["x-amz-target"]?.split(".")[1] ?? "";

/** Answers on the store and the clock given; an operation it does not know gets DynamoDB's UnknownOperationException. */
export function openEngine(
  store: Store,
  now: () => Instant,
): { answer: (call: Call) => Promise<Answer>; counts: TableCounts } {
  const counts: TableCounts = { reads: 0, writes: 0, transactions: 0 };
  const tokens = openTokens(now);
  const written = (statusCode: number, body: object): Answer =>
    answer(statusCode, "application/x-amz-json-1.0", JSON.stringify(body), {
      date: new Date(now()).toUTCString(),
    });
  const standIn = async (call: Call): Promise<Answer> => {
    try {
      return written(200, await respond(store, tokens, counts, call));
    } catch (error) {
      if (isRefusal(error)) return written(error.statusCode, error.body);
      throw error;
    }
  };
  return { answer: standIn, counts };
}

async function respond(
  store: Store,
  tokens: Tokens,
  counts: TableCounts,
  { operation, body }: Call,
): Promise<object> {
  const request = JSON.parse(body) as Request;
  if (operation === "TransactWriteItems") {
    counts.transactions++;
    return transact(store, tokens, request);
  }
  if (operation === "TransactGetItems") {
    counts.reads++;
    return readTogether(store, request);
  }
  if (!isOperation(operation)) throw unknownOperation(operation);
  const { counts: kind } = operations[operation] as { counts: "read" | "write" | undefined };
  if (kind) counts[`${kind}s`]++;
  return carryOutAlone(store, operation, request);
}

async function carryOutAlone(store: Store, operation: OperationName, request: Request): Promise<object> {
  const wantsItem = request.ReturnValuesOnConditionCheckFailure === "ALL_OLD";
  const checked = check(store, operation, request);
  try {
    const done = await carryOut(store, operation, checked);
    return operation === "BatchGetItem" ? inOneOrder(done) : done;
  } catch (error) {
    if (!wantsItem || !isRefusal(error) || !error.body.__type.endsWith("#ConditionalCheckFailedException"))
      throw error;
    throw Object.assign(error, { body: { ...error.body, Item: existingItem(store, checked) } });
  }
}

function transact(store: Store, tokens: Tokens, request: Request): object {
  const token = request.ClientRequestToken as string | undefined;
  const content = JSON.stringify(request.TransactItems);
  const standing = token === undefined ? "new" : tokens.standing(token, content);
  if (standing === "done") return {};
  if (standing === "other") throw tokenMismatch();
  writeTransaction(store, request);
  if (token !== undefined) tokens.remember(token, content);
  return {};
}

async function readTogether(store: Store, request: Request): Promise<object> {
  const gets = (request.TransactItems ?? []) as { Get: object }[];
  const responses = gets.map(({ Get }) => carryOut(store, "GetItem", check(store, "GetItem", Get)));
  return { Responses: await Promise.all(responses) };
}

function existingItem(store: Store, checked: Request): unknown {
  const table = checked.TableName as string;
  const shape = store.look("table").get(table) as DynaliteTable;
  return store.look(itemPlace(table)).get(db.createKey((checked.Item ?? checked.Key) as DynaliteItem, shape));
}

/** DynamoDB promises no order for a batch; ours is by content, so that one seed always gives the same bytes. */
function inOneOrder(answered: { Responses?: Record<string, object[]> }): object {
  for (const items of Object.values(answered.Responses ?? {})) {
    const order = new Map(items.map((item) => [item, JSON.stringify(item)]));
    items.sort((one, other) => ((order.get(one) as string) < (order.get(other) as string) ? -1 : 1));
  }
  return answered;
}

function unknownOperation(operation: string): DynaliteRefusal {
  const message = `The local DynamoDB does not know the operation ${operation || "(none)"}`;
  return Object.assign(new Error(message), {
    statusCode: 400,
    body: { __type: "com.amazon.coral.service#UnknownOperationException", message },
  });
}

function tokenMismatch(): DynaliteRefusal {
  const Message =
    "The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical";
  const __type = "com.amazonaws.dynamodb.v20120810#IdempotentParameterMismatchException";
  return Object.assign(new Error(Message), { statusCode: 400, body: { __type, Message } });
}
