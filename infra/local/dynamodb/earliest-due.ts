/** Looks up when the next thing in the table falls due, so that the clock can pass over sweeps that would find nothing. */
import db from "dynalite/db/index.js";
import type { Instant } from "../../../shared/domain/time.ts";
import { tableShape } from "../../../shared/records/shape.ts";
import { indexPlace, type Store } from "./store.ts";

/** The list that everything still to be done stands in. */
const openList = "open";

/** The smallest `dueAt` of the open list, or undefined when nothing waits. */
export function earliestDue(store: Store, tableName: string): Instant | undefined {
  const { name, sortKey } = tableShape.dueIndex;
  const start = `${db.hashPrefix(openList, "S")}/${db.toRangeStr(openList, "S")}/`;
  for (const item of store
    .look(indexPlace("global", tableName, name))
    .values({ gte: start, lt: `${start}~`, limit: 1 })) {
    return Number((item as Record<string, { N?: string }>)[sortKey]?.N);
  }
  return undefined;
}
