/** Whatever one call of the way of a mail suffers, the mail goes out once, within its wait and five minutes, and its message comes to rest. */
import { afterEach, beforeAll, expect, it } from "vitest";
import { conserve } from "../../shared/domain/mail-balance.ts";
import { listDuplicates } from "../../shared/records/mail-duplicates.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { at, fates, mailsOf, messagesOf, openReminder, type ReminderWorld } from "./one-reminder.ts";

let world: ReminderWorld;
afterEach(() => world?.close());

let calls: number;
beforeAll(async () => {
  world = await openReminder(() => undefined);
  await world.advanceTo(at(1));
  expect(mailsOf(world, "reminder")).toEqual(["0' priya", "0' wei"]);
  calls = world.calls.length;
});

it.each(fates)("each call: %s", async (fate) => {
  for (let index = 0; index < calls; index++) {
    world = await openReminder((call) => (call === index ? fate : undefined));
    await world.advanceTo(at(60));
    const where = `call ${index}: ${world.calls[index]?.by} ${world.calls[index]?.call.operation}`;
    const mails = mailsOf(world, "reminder").map((mail) => mail.replace(/^\d+' /, ""));
    expect(mails.sort(), where).toEqual(["priya", "wei"]);
    const latest = Math.max(...mailsOf(world, "reminder").map((mail) => Number.parseInt(mail, 10)));
    expect(latest, where).toBeLessThanOrEqual(20);
    const messages = await messagesOf(world, "reminder");
    expect(
      messages.map(({ state }) => state),
      where,
    ).toEqual(["delivered", "delivered"]);
    expect(conserve(messages), where).toMatchObject({ planned: 2, accepted: 2, open: 0, difference: 0 });
    expect(await listDuplicates(tableOf(world.runtime)), where).toEqual([]);
    await world.close();
  }
});
