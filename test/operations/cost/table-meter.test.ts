/** The meter charges what DynamoDB charges, index writes and failed conditions included. */
import { beforeEach, expect, it } from "vitest";
import { itemBytes } from "../../../infra/operations/cost/item-bytes.ts";
import { openTableMeter, type TableMeter } from "../../../infra/operations/cost/table-meter.ts";
import { day } from "../../../shared/domain/time.ts";

let meter: TableMeter;
let now: number;
beforeEach(() => {
  now = 0;
  meter = openTableMeter(() => now);
});

const call = (operation: string, request: object, answer: object = {}, statusCode = 200): void =>
  meter.take(
    {
      service: "dynamodb",
      operation,
      method: "POST",
      path: "/",
      query: {},
      headers: {},
      body: JSON.stringify(request),
    },
    { statusCode, headers: {}, body: new TextEncoder().encode(JSON.stringify(answer)) },
  );
const key = { pk: { S: "message#a" }, sk: { S: "message" } };
const item = (bytes: number, more: object = {}) => ({ ...key, text: { S: "x".repeat(bytes) }, ...more });
const listed = { listName: { S: "people" }, listKey: { S: "a" } };
const due = (at: string) => ({ dueList: { S: "open" }, dueAt: { N: at } });
const put = (written: object) => call("TransactWriteItems", { TransactItems: [{ Put: { Item: written } }] });
const update = (Key: object, UpdateExpression: string) =>
  call("TransactWriteItems", {
    TransactItems: [{ Update: { Key, UpdateExpression, ExpressionAttributeValues: { ":one": { N: "1" } } } }],
  });
const written = (work: () => void): number => {
  const before = meter.writeUnits();
  work();
  return meter.writeUnits() - before;
};

it("counts a record's names and values", () => {
  expect(itemBytes({ ab: { S: "é" }, n: { N: "-1780000000000" }, b: { BOOL: true } })).toBe(4 + 1 + 8 + 2);
  expect(itemBytes({ l: { L: [{ S: "abc" }, { N: "7" }] } })).toBe(1 + 3 + 4 + 3);
  expect(itemBytes({ m: { M: { k: { S: "v" } } } })).toBe(1 + 3 + 1 + 2);
});

it("charges two units for every begun kilobyte in a transaction, by the larger of before and after", () => {
  expect(written(() => put(item(100)))).toBe(2);
  expect(written(() => put(item(3000)))).toBe(6);
  expect(written(() => put(item(100)))).toBe(6);
  expect(
    written(() => call("TransactWriteItems", { TransactItems: [{ ConditionCheck: { Key: key } }] })),
  ).toBe(2);
  expect(written(() => call("TransactWriteItems", { TransactItems: [{ Delete: { Key: key } }] }))).toBe(2);
});

it("charges an update by the larger of what stood and what stands afterwards, and knows that from then on", () => {
  const busy = { pk: { S: "person#a" }, sk: { S: "busy#2026-12-01" } };
  const cells = Array.from({ length: 300 }, (_, cell) => `cell${cell}`);
  expect(written(() => update(busy, "SET c1 = :one"))).toBe(2);
  expect(written(() => update(busy, `SET ${cells.map((cell) => `${cell} = :one`).join(", ")}`))).toBe(6);
  expect(written(() => update(busy, `REMOVE ${cells.join(", ")}`))).toBe(6);
  expect(written(() => update(busy, "REMOVE c1"))).toBe(2);
  expect(meter.bytesAfterMonths(1).backedUp).toBe(itemBytes(busy) + 100);
});

it("charges an index entry that comes, stays, moves or goes", () => {
  expect(written(() => put(item(10, { ...listed, ...due("1") })))).toBe(2 + 1 + 1);
  expect(written(() => put(item(20, { ...listed, ...due("1") })))).toBe(2 + 1 + 0);
  expect(written(() => put(item(20, { ...listed, ...due("1"), notAfter: { N: "9" } })))).toBe(2 + 1 + 1);
  expect(written(() => put(item(20, { ...listed, ...due("2") })))).toBe(2 + 1 + 2);
  expect(written(() => put(item(20, listed)))).toBe(2 + 1 + 1);
  expect(written(() => put(item(20)))).toBe(2 + 1);
});

it("charges a record that is put alone by half, and so where it is refused", () => {
  const alone = (bytes: number, status = 200) => call("PutItem", { Item: item(bytes, due("1")) }, {}, status);
  expect(written(() => alone(3000))).toBe(3 + 1);
  expect(written(() => alone(10))).toBe(3);
  expect(written(() => alone(3000, 400))).toBe(1);
});

it("charges a write that is refused, and keeps what stood", () => {
  put(item(3000));
  const bytes = meter.bytesAfterMonths(1);
  const refused = { TransactItems: [{ Put: { Item: item(10) } }, { ConditionCheck: { Key: key } }] };
  expect(written(() => call("TransactWriteItems", refused, {}, 400))).toBe(6 + 6);
  expect(meter.bytesAfterMonths(1)).toEqual(bytes);
});

it("charges reads by four kilobytes, half where they may lag", () => {
  const reads = (work: () => void): number => {
    const before = meter.readUnits();
    work();
    return meter.readUnits() - before;
  };
  expect(reads(() => call("GetItem", { ConsistentRead: true }, { Item: item(5000) }))).toBe(2);
  expect(reads(() => call("GetItem", { ConsistentRead: true }))).toBe(1);
  expect(reads(() => call("Query", {}, { Items: [item(3000), item(3000)] }))).toBe(1);
  expect(reads(() => call("Query", {}, { Items: [] }))).toBe(0.5);
  const batch = { RequestItems: { school: { Keys: [key, key, key], ConsistentRead: true } } };
  expect(reads(() => call("BatchGetItem", batch, { Responses: { school: [item(10), item(5000)] } }))).toBe(4);
});

it("tells write units apart by the kind of record, and what a transaction only looked at", () => {
  put(item(10, listed));
  update({ pk: { S: "person#a" }, sk: { S: "busy#2026-12-01" } }, "SET c1 = :one, c2 = :one");
  call("TransactWriteItems", { TransactItems: [{ ConditionCheck: { Key: key } }] });
  call("UpdateItem", { Key: { pk: { S: "mail-turns#1" }, sk: { S: "mail-turns" } } });
  expect(meter.writeUnitsByKind()).toEqual({ message: 3, busy: 2, checks: 2, "mail-turns": 1 });
  expect(meter.writeUnits()).toBe(8);
});

it("counts what is stored with its index entries, and what is backed up without them", () => {
  put(item(10, listed));
  const once = itemBytes(item(10, listed)) + 100;
  expect(meter.bytesAfterMonths(1)).toEqual({ stored: 2 * once, backedUp: once });
  put(item(10, due("1")));
  const due1 = itemBytes(item(10, due("1"))) + 100;
  const entry = itemBytes({ ...key, ...due("1") }) + 100;
  expect(meter.bytesAfterMonths(1)).toEqual({ stored: due1 + entry, backedUp: due1 });
});

it("piles up month by month what is kept, until it is forgotten", () => {
  now = 30 * day;
  const kept = item(10);
  const passing = {
    pk: { S: "used-link#a" },
    sk: { S: "used-link" },
    forgetAfter: { N: String((75 * day) / 1000) },
  };
  put(kept);
  put(passing);
  const sizes = [kept, passing].map((each) => itemBytes(each) + 100);
  expect(meter.bytesAfterMonths(1).backedUp).toBe(sizes[0]! + sizes[1]!);
  expect(meter.bytesAfterMonths(10).backedUp).toBe(10 * sizes[0]! + 1.5 * sizes[1]!);
});
