/** Mail that goes in turn: all functions of a school together take no more turns than SES has room for. */
import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { day, type Instant, second } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

/** Turns are counted over this long, so that a few mails at one moment need not wait. */
export const stretchSeconds = 10;

/** Takes up to `wanted` turns of this stretch of time; answers how many there were. */
export async function takeTurns(
  table: Table,
  now: Instant,
  wanted: number,
  perSecond: number,
): Promise<number> {
  const stretch = Math.floor(now / (stretchSeconds * second));
  const { Attributes } = await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: marshall(keys.mailTurns(stretch)),
      UpdateExpression: "ADD taken :wanted SET forgetAfter = :later",
      ExpressionAttributeValues: marshall({
        ":wanted": wanted,
        ":later": Math.ceil((now + day) / 1000),
      }),
      ReturnValues: "UPDATED_NEW",
    }),
  );
  const takenBefore = Number(Attributes?.taken?.N ?? wanted) - wanted;
  return Math.max(0, Math.min(wanted, perSecond * stretchSeconds - takenBefore));
}
