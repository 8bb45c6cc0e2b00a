/** Reads off the wire what DynamoDB would charge: write units with those of both indexes, read units, and the bytes that are stored. */
import { tableShape } from "../../../shared/records/shape.ts";
import type { Answer, Call } from "../../local/wire.ts";
import { itemBytes, type WireItem } from "./item-bytes.ts";

export type TableMeter = {
  /** Counts one call with its answer. */
  take: (call: Call, answer: Answer) => void;
  writeUnits: () => number;
  readUnits: () => number;
  /** Of the table and its two indexes, with DynamoDB's 100 bytes for each entry. */
  storedBytes: () => number;
};

const indexes = [tableShape.listIndex, tableShape.dueIndex];
const entryOverheadBytes = 100;
const writeUnit = 1024;
const readUnit = 4096;

type Request = {
  TransactItems?: {
    Put?: { Item: WireItem };
    Delete?: { Key: WireItem };
    ConditionCheck?: { Key: WireItem };
    Update?: { Key: WireItem };
  }[];
  RequestItems?: Record<string, { Keys: WireItem[]; ConsistentRead?: boolean }>;
  ConsistentRead?: boolean;
};
type Body = { Item?: WireItem; Items?: WireItem[]; Responses?: Record<string, WireItem[]> };

/** A meter for a new, empty table. */
export function openTableMeter(): TableMeter {
  const stored = new Map<string, WireItem>();
  let writeUnits = 0;
  let readUnits = 0;

  const write = (name: string, after: WireItem | undefined, times: number): void => {
    const before = stored.get(name);
    // A write is charged by the larger of the record before and after; a missing one counts as the smallest.
    writeUnits += times * units(Math.max(bytesOf(before), bytesOf(after), 1), writeUnit);
    for (const { partitionKey, sortKey } of indexes)
      writeUnits += indexUnits(before, after, partitionKey, sortKey);
    if (after) stored.set(name, after);
    else stored.delete(name);
  };

  const transact = ({ TransactItems = [] }: Request, done: boolean): void => {
    for (const { Put, Delete, ConditionCheck, Update } of TransactItems) {
      const name = nameOf(Put?.Item ?? Delete?.Key ?? ConditionCheck?.Key ?? Update?.Key ?? {});
      const before = stored.get(name);
      if (done && Put) write(name, Put.Item, 2);
      else if (done && Delete) write(name, undefined, 2);
      else writeUnits += 2 * units(Math.max(bytesOf(before), 1), writeUnit);
    }
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
      // One counter in one small record, in no index.
      if (call.operation === "UpdateItem") {
        writeUnits += 1;
        return;
      }
      if (done) read(call, request, JSON.parse(new TextDecoder().decode(answer.body)) as Body);
    },
    writeUnits: () => writeUnits,
    readUnits: () => readUnits,
    storedBytes: () =>
      [...stored.values()].reduce((sum, item) => {
        const listed = indexes.filter(({ partitionKey }) => item[partitionKey] !== undefined).length;
        return sum + (1 + listed) * (itemBytes(item) + entryOverheadBytes);
      }, 0),
  };
}

const units = (bytes: number, unit: number): number => Math.ceil(bytes / unit);
const bytesOf = (item: WireItem | undefined): number => (item ? itemBytes(item) : 0);
const nameOf = ({ pk, sk }: WireItem): string => `${pk?.S as string} ${sk?.S as string}`;

/** An entry that moves within an index is taken out and put in again (DynamoDB developer guide, "Provisioned throughput considerations for Global Secondary Indexes"). */
function indexUnits(
  before: WireItem | undefined,
  after: WireItem | undefined,
  partitionKey: string,
  sortKey: string,
): number {
  const placeIn = (item: WireItem | undefined) =>
    item?.[partitionKey] && JSON.stringify([item[partitionKey], item[sortKey]]);
  const [was, is] = [placeIn(before), placeIn(after)];
  const out = was ? units(bytesOf(before), writeUnit) : 0;
  const into = is ? units(bytesOf(after), writeUnit) : 0;
  return was === is ? Math.max(out, into) : out + into;
}
