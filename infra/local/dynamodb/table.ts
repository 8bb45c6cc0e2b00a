/** The local world's table with everything around it: the engine, what it counts, and what it must remember. */
import db from "dynalite/db/index.js";
import type { Instant } from "../../../shared/domain/time.ts";
import type { Answer, Call } from "../wire.ts";
import { earliestDue } from "./earliest-due.ts";
import { openEngine, type TableCounts } from "./engine.ts";
import { type Change, itemPlace, openStore, tablePlace } from "./store.ts";

export type LocalTable = {
  answer: (call: Call) => Promise<Answer>;
  counts: TableCounts;
  /** True once the table has been made, now or in an earlier process. */
  exists: () => boolean;
  /** The smallest `dueAt` of all that is still to be done. */
  earliestDue: () => Instant | undefined;
  /** All changes since the last call. */
  takeChanges: () => Change[];
};

/** A table with the items it held before; `keep` notes every change, for a world with a directory. */
export function openTable(
  tableName: string,
  now: () => Instant,
  keep: boolean,
  before: readonly Change[] = [],
): LocalTable {
  const store = openStore(keep);
  for (const [place, key, value] of before) store.restore(place, key, value);
  const table = store.look(tablePlace).get(tableName) as DynaliteTable | undefined;
  if (table) {
    for (const [, item] of store.look(itemPlace(tableName)).entries())
      db.updateIndexes(store, table, undefined, item as DynaliteItem, () => undefined);
  }
  const engine = openEngine(store, now);
  return {
    ...engine,
    exists: () => store.look(tablePlace).get(tableName) !== undefined,
    earliestDue: () => earliestDue(store, tableName),
    takeChanges: () => store.takeChanges(),
  };
}
