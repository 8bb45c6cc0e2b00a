/** An administrator can prove for any month that no mail was lost. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { everyRecord } from "../../shared/records/every-record.ts";
import { put, transact } from "../../shared/records/table.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { pairEverybody } from "../journeys/a-school.ts";
import { type Desk, sitDown } from "./a-world-on-disk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown(async (story) => {
    await pairEverybody(story);
    await story.until("2026-11-24 09:01");
  });
});
afterAll(() => desk.clear());

it("adds up a month's mail", async () => {
  const { code, out } = await desk.ops("audit 2026-11 --json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    month: "2026-11",
    planned: 6,
    accepted: 6,
    open: 0,
    overdue: 0,
    byState: { delivered: 6, unknown: 0 },
    difference: 0,
  });
  expect((await desk.ops("audit 2026-11")).out).toMatch(
    /^November 2026: 6 mails planned\n {2}sent +6\n[\s\S]*\nThe sum is right: nothing is lost\.\n$/,
  );
  expect(await desk.ops("audit November")).toMatchObject({
    code: 2,
    said: 'MONTH is a month like 2026-12, not "November".\n',
  });
});

it("fails when a mail stands twice in the record", async () => {
  const world = await desk.open();
  const table = tableOf(world.runtime);
  for await (const record of everyRecord(table)) {
    if (record.sk !== "message") continue;
    await transact(
      table,
      [put(table, { ...record, pk: "message#copy" }, undefined, "never")],
      "a-copy-of-one-mail-00",
    );
    break;
  }
  await world.close();
  const { code, said } = await desk.ops("audit 2026-11");
  expect(code).toBe(1);
  expect(said.trim().split("\n").at(-1)).toBe(
    "The sum is wrong by -1: the table has lost or doubled a record.",
  );
});
