/** How a thing of the domain becomes a record: its fields, where it is listed, and when it is due. */
import type { Instant } from "../domain/time.ts";
import type { Key } from "./keys.ts";
import { absent, type Item, put, type Table, type Write } from "./table.ts";

type Place = {
  key: Key;
  /** The list it belongs to, and its place there. */
  list?: { name: string; key: string };
  /** When somebody must look at it next; absent when nothing is due. */
  dueAt?: Instant | undefined;
  /** When it may be forgotten. */
  forgetAt?: Instant | undefined;
};

export const toItem = (fields: object, { key, list, dueAt, forgetAt }: Place): Item => ({
  ...fields,
  ...key,
  ...(list && { listName: list.name, listKey: list.key }),
  ...(dueAt !== undefined && { dueList: "open", dueAt }),
  ...(forgetAt !== undefined && { forgetAfter: Math.ceil(forgetAt / 1000) }),
});

type Revised = { revision: number };

/**
 * Writes the next revision of a thing, provided that nobody wrote since `before` was read;
 * without `before` the thing must be new. Refused as `changed-meanwhile`.
 */
export const putRevision = (table: Table, after: Revised, before: Revised | undefined, place: Place): Write =>
  put(
    table,
    toItem({ ...after, revision: (before?.revision ?? 0) + 1 }, place),
    before ? { expression: "revision = :read", values: { ":read": before.revision } } : absent,
    "changed-meanwhile",
  );
