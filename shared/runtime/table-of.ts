/** The school's table, and the ids and tokens that new records get. */
import type { Table } from "../records/table.ts";
import type { Runtime } from "./runtime.ts";

export const tableOf = (runtime: Runtime): Table => ({ name: runtime.tableName, client: runtime.dynamodb });

/** 16 lower-case letters and digits: 80 random bits, safe in keys, schedule names and calendar UIDs. */
export const newId = (runtime: Runtime): string =>
  [...runtime.randomBytes(16)].map((byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("");

/** Names one attempt at a transaction, so that asking again after a lost answer does nothing twice. */
export const newAttemptToken = (runtime: Runtime): string =>
  Buffer.from(runtime.randomBytes(18)).toString("base64url");
