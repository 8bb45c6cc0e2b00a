/** Counts, day by day, what became of mails; each count is written together with the message that it counts. */
import { marshall } from "@aws-sdk/util-dynamodb";
import { addDays, civilAt } from "../domain/calendar.ts";
import { addUp, type MailTally, tallyDays, tallyKept } from "../domain/mail-brake.ts";
import type { Instant } from "../domain/time.ts";
import { keys, sha256 } from "./keys.ts";
import { getItems, type Table, type Write } from "./table.ts";

/** A day's count stands in so many records that two writers seldom meet. */
const parts = 8;

const partOf = (messageId: string): number => sha256(messageId).charCodeAt(0) % parts;

/** One more of each of these on the UTC day of `now`. */
export function countMail(
  table: Table,
  messageId: string,
  now: Instant,
  counts: readonly (keyof MailTally)[],
): Write {
  const key = keys.mailTally(civilAt(now, "UTC").date, partOf(messageId));
  return {
    write: {
      Update: {
        TableName: table.name,
        Key: marshall(key),
        UpdateExpression: `ADD ${counts.map((count) => `${count} :one`).join(", ")} SET forgetAfter = :later`,
        ExpressionAttributeValues: marshall({ ":one": 1, ":later": Math.ceil((now + tallyKept) / 1000) }),
      },
    },
    otherwise: "changed-meanwhile",
  };
}

/** The sum of the last days, today included. */
export async function loadMailTally(table: Table, now: Instant): Promise<MailTally> {
  const today = civilAt(now, "UTC").date;
  const wanted = Array.from({ length: tallyDays * parts }, (_, index) =>
    keys.mailTally(addDays(today, -Math.floor(index / parts)), index % parts),
  );
  const items = await getItems(table, wanted);
  return addUp(
    items.map((item) => ({
      settled: Number(item?.settled ?? 0),
      bounced: Number(item?.bounced ?? 0),
      complained: Number(item?.complained ?? 0),
    })),
  );
}
