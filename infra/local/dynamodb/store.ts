/** Where the local table's items lie: in memory and in order, each change noted for the journal. dynalite's actions read and write it. */
import { Stream } from "node:stream";
import { type OrderedMap, orderedMap } from "./ordered-map.ts";

/** What changed since it was last asked for: `place`, key, and the value, or null for a removal. */
export type Change = readonly [place: string, key: string, value: unknown];

export type Store = DynaliteStore & {
  /** The ordered values of one place, such as an index; for looking only. */
  look: (place: string) => OrderedMap<unknown>;
  /** Puts a value back without noting a change. */
  restore: (place: string, key: string, value: unknown) => void;
  /** All changes of tables and items since the last call, the latest for each key. Indexes follow from the items. */
  takeChanges: () => Change[];
};

export const tablePlace = "table";
export const itemPlace = (table: string): string => `item-${table}`;
export const indexPlace = (type: string, table: string, index: string): string =>
  `index-${type.toLowerCase()}~${table}~${index}`;

/** DynamoDB's largest item: 400 KB. */
const itemMaxBytes = 409_600;

/** An empty store. `noteChanges` false spares the memory where nothing is kept. */
export function openStore(noteChanges: boolean): Store {
  const places = new Map<string, OrderedMap<unknown>>();
  const subDbs = new Map<string, DynaliteSubDb>();
  const changes = new Map<string, Change>();

  const look = (place: string): OrderedMap<unknown> => {
    let found = places.get(place);
    if (!found) {
      found = orderedMap();
      places.set(place, found);
    }
    return found;
  };

  const subDb = (place: string): DynaliteSubDb => {
    const known = subDbs.get(place);
    if (known) return known;
    const values = look(place);
    const note = noteChanges && !place.startsWith("index-");
    const made: DynaliteSubDb = {
      get: (key, callback) => callback(null, values.get(key)),
      put(key, value, callback) {
        values.set(key, value);
        if (note) changes.set(`${place} ${key}`, [place, key, value]);
        callback(null);
      },
      del(key, callback) {
        values.delete(key);
        if (note) changes.set(`${place} ${key}`, [place, key, null]);
        callback(null);
      },
      // Every action runs to its end before the next begins, so nobody ever has to wait.
      lock: (_key, run) => run((done) => done),
      createValueStream: (range) => streamOf(() => values.values(range ?? {})),
      createKeyStream: () => streamOf(() => values.entries()),
    };
    subDbs.set(place, made);
    return made;
  };

  const getTable: DynaliteStore["getTable"] = (name, checkStatus, callback) => {
    const done =
      typeof checkStatus === "function" ? checkStatus : (callback as DynaliteCallback<DynaliteTable>);
    const table = look(tablePlace).get(name) as DynaliteTable | undefined;
    const busy =
      checkStatus !== false && (table?.TableStatus === "CREATING" || table?.TableStatus === "DELETING");
    if (!table || busy) return done(noSuchTable(name, checkStatus === false));
    done(null, table);
  };

  return {
    options: { maxItemSize: itemMaxBytes, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 },
    tableDb: Object.assign(subDb(tablePlace), { awsAccountId: "000000000000", awsRegion: "local" }),
    getItemDb: (table) => subDb(itemPlace(table)),
    getIndexDb: (type, table, index) => subDb(indexPlace(type, table, index)),
    getTagDb: (table) => subDb(`tag-${table}`),
    getTable,
    look,
    restore: (place, key, value) => look(place).set(key, value),
    takeChanges() {
      const taken = [...changes.values()];
      changes.clear();
      return taken;
    },
  };
}

function noSuchTable(name: string, withName: boolean): DynaliteRefusal {
  const message = withName
    ? `Requested resource not found: Table: ${name} not found`
    : "Requested resource not found";
  const body = { __type: "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", message };
  return Object.assign(new Error(message), { statusCode: 400, body });
}

/** What dynalite expects of a stream: data until it is full, then the end; read in one go, so it shows one moment of the table. */
function streamOf(read: () => Iterable<unknown>): DynaliteEvents {
  const events = new Stream();
  let open = true;
  queueMicrotask(() => {
    for (const value of read()) {
      if (!open) return;
      events.emit("data", value);
    }
    events.emit("end");
  });
  return Object.assign(events, {
    destroy: () => {
      open = false;
    },
  });
}
