/** Reads the whole table, page by page: for an export, and for making sure that nothing of a person is left. */
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item, Table } from "./table.ts";

/** Every record as it stands now, in no order. It costs one read unit for every 4 KB of the table, so it is not for pages. */
export async function* everyRecord(table: Table): AsyncGenerator<Item> {
  let from: Record<string, never> | undefined;
  do {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        ConsistentRead: true,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    for (const raw of page.Items ?? []) yield unmarshall(raw) as Item;
    from = page.LastEvaluatedKey as typeof from;
  } while (from);
}

/** What kind of record this is, by its place: `person`, `person-busy`, `email-invitation`, `meeting`… */
export function kindOf({ pk, sk }: Item): string {
  const [owner = "", kind = ""] = [pk, sk].map((part) => part.split("#")[0]!);
  return owner === kind ? owner : `${owner}-${kind}`;
}
