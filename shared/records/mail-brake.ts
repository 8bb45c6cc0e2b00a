/** The brake on optional mail: its record stands for as long as the brake is on. */
import * as z from "zod/mini";
import { lazily } from "../domain/lazily.ts";
import type { MailBrake } from "../domain/mail-brake.ts";
import { keys } from "./keys.ts";
import { toItem } from "./record.ts";
import { absent, getItem, put, remove, type Table, type Write } from "./table.ts";

const brakeSchema = lazily(() =>
  z.object({
    since: z.number(),
    reason: z.enum(["bounces", "complaints"]),
    settled: z.int(),
    bounced: z.int(),
    complained: z.int(),
  }),
);

export async function loadMailBrake(table: Table): Promise<MailBrake | undefined> {
  const item = await getItem(table, keys.mailBrake);
  return item && brakeSchema.parse(item);
}

/** Puts the brake on; one that is on already stays (`brake-is-on`). */
export const putBrakeOn = (table: Table, brake: MailBrake): Write =>
  put(table, toItem(brake, { key: keys.mailBrake }), absent, "brake-is-on");

export const takeBrakeOff = (table: Table): Write =>
  remove(table, keys.mailBrake, undefined, "changed-meanwhile");
