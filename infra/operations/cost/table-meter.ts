/** Reads off the wire what DynamoDB would charge: write units with those of both indexes, read units, and the bytes that pile up. */
import { isDeepStrictEqual } from "node:util";
import { day, type Instant } from "../../../shared/domain/time.ts";
import { tableShape } from "../../../shared/records/shape.ts";
import type { Answer, Call } from "../../local/wire.ts";
import { afterUpdate, type UpdateRequest } from "./after-update.ts";
import { itemBytes, type WireItem } from "./item-bytes.ts";

export type TableMeter = {
  /** Counts one call with its answer. */
  take: (call: Call, answer: Answer) => void;
  writeUnits: () => number;
  /** The same by what was written: the kind of record, or `checks` where a transaction only looked. */
  writeUnitsByKind: () => Readonly<Record<string, number>>;
  readUnits: () => number;
  /** What would lie there if all that was put were put anew in each of so many months, and forgotten in its time. */
  bytesAfterMonths: (months: number) => StoredBytes;
};

export type StoredBytes = {
  /** Of the table and its two indexes, with DynamoDB's 100 bytes for each entry. */
  stored: number;
  /** Of the table alone: a backup keeps no index (DynamoDB developer guide, "Point-in-time recovery"). */
  backedUp: number;
};

const { partitionKey, sortKey, listIndex, dueIndex } = tableShape;
/** Each index by its own keys and by what of a record stands in it. */
const indexes: readonly IndexShape[] = [
  { ...listIndex, of: (item) => item },
  {
    ...dueIndex,
    of: (item) =>
      picked(item, [partitionKey, sortKey, dueIndex.partitionKey, dueIndex.sortKey, ...dueIndex.carries]),
  },
];
const entryOverheadBytes = 100;
const writeUnit = 1024;
const readUnit = 4096;

type Request = {
  TransactItems?: {
    Put?: { Item: WireItem };
    Delete?: { Key: WireItem };
    ConditionCheck?: { Key: WireItem };
    Update?: UpdateRequest;
  }[];
  RequestItems?: Record<string, { Keys: WireItem[]; ConsistentRead?: boolean }>;
  ConsistentRead?: boolean;
  Key?: WireItem;
  Item?: WireItem;
};
type Body = { Item?: WireItem; Items?: WireItem[]; Responses?: Record<string, WireItem[]> };

type IndexShape = { partitionKey: string; sortKey: string; of: (item: WireItem) => WireItem };

type Stored = { item: WireItem; since: Instant };

/** A meter for a new, empty table; `now` is the clock of whoever writes to it. */
export function openTableMeter(now: () => Instant): TableMeter {
  const stored = new Map<string, Stored>();
  const unitsByKind: Record<string, number> = {};
  let readUnits = 0;

  const charge = (kind: string, count: number): void => {
    unitsByKind[kind] = (unitsByKind[kind] ?? 0) + count;
  };

  const write = (key: WireItem, after: WireItem | undefined, times: number): void => {
    const name = nameOf(key);
    const before = stored.get(name);
    // A write is charged by the larger of the record before and after; a missing one counts as the smallest.
    charge(kindOf(key), times * units(Math.max(bytesOf(before?.item), bytesOf(after), 1), writeUnit));
    for (const index of indexes) charge(kindOf(key), indexUnits(before?.item, after, index));
    if (after) stored.set(name, { item: after, since: before?.since ?? now() });
    else stored.delete(name);
  };

  const update = (request: UpdateRequest, times: number): void =>
    write(request.Key, afterUpdate(stored.get(nameOf(request.Key))?.item, request), times);

  const transact = ({ TransactItems = [] }: Request, done: boolean): void => {
    for (const { Put, Delete, ConditionCheck, Update } of TransactItems) {
      const key = Put?.Item ?? Delete?.Key ?? ConditionCheck?.Key ?? Update?.Key ?? {};
      if (done && Put) write(key, Put.Item, 2);
      else if (done && Delete) write(key, undefined, 2);
      else if (done && Update) update(Update, 2);
      else {
        const stands = stored.get(nameOf(key))?.item;
        charge(ConditionCheck ? "checks" : kindOf(key), 2 * units(Math.max(bytesOf(stands), 1), writeUnit));
      }
    }
  };

  /** One that is refused is charged as well, by the record that stands there. */
  const putAlone = ({ Item = {} }: Request, done: boolean): void => {
    if (done) write(Item, Item, 1);
    else charge(kindOf(Item), units(Math.max(bytesOf(stored.get(nameOf(Item))?.item), 1), writeUnit));
  };

  const read = (call: Call, request: Request, body: Body): void => {
    const share = request.ConsistentRead ? 1 : 0.5;
    if (call.operation === "GetItem") readUnits += share * units(Math.max(bytesOf(body.Item), 1), readUnit);
    if (call.operation === "Query" || call.operation === "Scan") {
      const bytes = (body.Items ?? []).reduce((sum, item) => sum + itemBytes(item), 0);
      readUnits += share * units(Math.max(bytes, 1), readUnit);
    }
    for (const [table, { Keys, ConsistentRead }] of Object.entries(request.RequestItems ?? {})) {
      const found = body.Responses?.[table] ?? [];
      const each = found.reduce((sum, item) => sum + units(itemBytes(item), readUnit), 0);
      readUnits += (ConsistentRead ? 1 : 0.5) * (each + Keys.length - found.length);
    }
  };

  return {
    take(call, answer) {
      if (call.service !== "dynamodb") return;
      const request = JSON.parse(call.body) as Request;
      const done = answer.statusCode === 200;
      if (call.operation === "TransactWriteItems") return transact(request, done);
      if (call.operation === "PutItem") return putAlone(request, done);
      if (call.operation === "UpdateItem")
        return done ? update(request as UpdateRequest, 1) : charge(kindOf(request.Key ?? {}), 1);
      if (done) read(call, request, JSON.parse(new TextDecoder().decode(answer.body)) as Body);
    },
    writeUnits: () => Object.values(unitsByKind).reduce((sum, count) => sum + count, 0),
    writeUnitsByKind: () => ({ ...unitsByKind }),
    readUnits: () => readUnits,
    bytesAfterMonths(months) {
      const sum: StoredBytes = { stored: 0, backedUp: 0 };
      for (const { item, since } of stored.values()) {
        const kept = Math.min(months, monthsKept(item, since));
        const bytes = kept * (itemBytes(item) + entryOverheadBytes);
        sum.backedUp += bytes;
        sum.stored += bytes;
        for (const { partitionKey, of } of indexes)
          if (item[partitionKey] !== undefined)
            sum.stored += kept * (itemBytes(of(item)) + entryOverheadBytes);
      }
      return sum;
    },
  };
}

/** How long a record lies in the table; one that is never forgotten stays for ever. */
const monthsKept = (item: WireItem, since: Instant): number => {
  const forgetAfter = item[tableShape.expiry]?.N;
  return forgetAfter === undefined
    ? Number.POSITIVE_INFINITY
    : (Number(forgetAfter) * 1000 - since) / (30 * day);
};

const units = (bytes: number, unit: number): number => Math.ceil(bytes / unit);
const bytesOf = (item: WireItem | undefined): number => (item ? itemBytes(item) : 0);
const textOf = (key: WireItem, attribute: string): string => String(key[attribute]?.S);
const nameOf = (key: WireItem): string =>
  `${textOf(key, tableShape.partitionKey)} ${textOf(key, tableShape.sortKey)}`;
/** The word before the first `#` of its sort key, such as `message` or `busy`. */
const kindOf = (key: WireItem): string => textOf(key, tableShape.sortKey).split("#")[0]!;

/**
 * An entry that moves within an index is taken out and put in again, and one in which nothing changes is not written
 * (DynamoDB developer guide, "Provisioned throughput considerations for Global Secondary Indexes").
 */
function indexUnits(
  before: WireItem | undefined,
  after: WireItem | undefined,
  { partitionKey, sortKey, of }: IndexShape,
): number {
  const entryOf = (item: WireItem | undefined) => (item?.[partitionKey] ? of(item) : undefined);
  const [was, is] = [entryOf(before), entryOf(after)];
  const out = was ? units(bytesOf(was), writeUnit) : 0;
  const into = is ? units(bytesOf(is), writeUnit) : 0;
  if (!was || !is) return out + into;
  if (isDeepStrictEqual(was, is)) return 0;
  const place = [partitionKey, sortKey];
  return isDeepStrictEqual(picked(was, place), picked(is, place)) ? Math.max(out, into) : out + into;
}

const picked = (item: WireItem, fields: readonly string[]): WireItem =>
  Object.fromEntries(Object.entries(item).filter(([field]) => fields.includes(field)));
