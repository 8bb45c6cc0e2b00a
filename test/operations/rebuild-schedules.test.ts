/** After a removed group or a restored backup, one command sets every alarm clock again and keeps what was erased erased. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { minute } from "../../shared/domain/time.ts";
import { everyRecord } from "../../shared/records/every-record.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { pairEverybody } from "../journeys/a-school.ts";
import { type Desk, sitDown } from "./a-world-on-disk.ts";

let desk: Desk;
afterEach(() => desk.clear());

const openedMonth = () =>
  sitDown(async (story) => {
    await pairEverybody(story);
    await story.until("2026-11-24 12:00");
  });
type Saved = { now: number; schedules: { Name: string; at: number }[] };
const saved = (): Saved => JSON.parse(readFileSync(join(desk.directory, "world.json"), "utf8")) as Saved;
const clocks = () =>
  saved()
    .schedules.map(({ Name, at }) => `${Name} ${at}`)
    .sort();

it("sets the clocks that stand in the table, and no others", async () => {
  desk = await openedMonth();
  const before = clocks();
  const world = saved();
  writeFileSync(join(desk.directory, "world.json"), JSON.stringify({ ...world, schedules: [] }));
  expect(await desk.ops("rebuild-schedules --dry-run")).toMatchObject({ code: 0 });
  expect(clocks()).toEqual([]);
  const { code, out, asked } = await desk.ops("rebuild-schedules");
  expect({ code, asked }).toEqual({ code: 0, asked: [] });
  const after = clocks();
  expect(out).toBe(`${after.length} alarm clocks set.\n`);
  // Schedules of older revisions come to nothing when they fire; only the newest of each thing is set again.
  const newest = before.filter((name, index) => before[index + 1]?.split(".")[1] !== name.split(".")[1]);
  expect(after).toEqual(newest);
  await desk.ops("rebuild-schedules");
  expect(clocks()).toEqual(after);
  const played = await desk.open();
  await played.advanceTo(Date.parse("2026-12-10T23:30:00Z"));
  expect(played.mailbox.slice(-3).map(({ tags }) => tags.letter)).toEqual([
    "reminder",
    "did-you-meet",
    "did-you-meet",
  ]);
  await played.close();
});

it("holds mail after a restore, erases again without a word, and releases on demand", async () => {
  desk = await openedMonth();
  const backup = desk.path("backup");
  cpSync(desk.directory, backup, { recursive: true });
  expect((await desk.ops("erase wei@riverside.example.edu --yes")).code).toBe(0);
  expect((await desk.ops(`export ${desk.path("kept")}`)).code).toBe(0);
  rmSync(desk.directory, { recursive: true });
  cpSync(backup, desk.directory, { recursive: true });

  const erased = `--erased ${desk.path("kept/email-erased.json")}`;
  const command = `rebuild-schedules --restored-to 2026-11-24T16:00:00Z ${erased}`;
  // It is asked for what will be done, and for nothing else.
  for (const [options, asks] of [
    [erased, "erased people are erased again"],
    ["--restored-to 2026-11-24T16:00:00Z", "mail that was planned until now is held"],
    [
      `--restored-to 2026-11-24T16:00:00Z ${erased}`,
      "mail that was planned until now is held, and erased people are erased again",
    ],
  ]) {
    const { code, asked } = await desk.ops(`rebuild-schedules ${options}`);
    expect([code, asked]).toEqual([
      3,
      [`On this machine, this cannot be undone: ${asks}.\nType the school's id, riverside, to go on: `],
    ]);
  }
  const mails = await desk.countMails();
  const { code, out } = await desk.ops(command, "riverside");
  expect(code).toBe(0);
  expect(out).toContain("One person came back with the backup who had been erased, and is erased again.");

  expect(await desk.ops("release-mail --yes")).toMatchObject({
    code: 3,
    said: "The sweep is still catching up with the lost hours: do this again in a quarter of an hour.\n",
  });
  const world = await desk.open();
  const records: string[] = [];
  for await (const record of everyRecord(tableOf(world.runtime))) records.push(JSON.stringify(record));
  expect(records.filter((record) => /wei\b|adeyemi/i.test(record))).toEqual([]);
  expect(records.filter((record) => record.includes("erasedAt"))).toHaveLength(1);
  expect(records.filter((record) => record.includes("restoredTo"))).toHaveLength(1);
  await world.advanceTo(world.now() + 20 * minute);
  expect(world.mailbox.length).toBe(mails);
  await world.close();
  expect((await desk.ops("release-mail", "riverside")).out).toContain("Mail goes out again.");
  expect(await desk.ops("release-mail --yes")).toMatchObject({ code: 3 });
});

it("refuses a moment to come, what is no moment, a file that is no list of the erased, and none", async () => {
  desk = await openedMonth();
  for (const moment of [
    "2026-11-24",
    "2026-11-24T12:00:00",
    "2026-11-24T12:60:00Z",
    "2026-02-30T14:00:00Z",
    "0000-01-01T00:00:00Z",
    "2027-01-01T00:00:00Z",
  ])
    expect(await desk.ops(`rebuild-schedules --restored-to ${moment} --yes`)).toMatchObject({
      code: 2,
      said: `--restored-to takes a moment in the past by UTC, like 2026-12-10T14:00:00Z, not "${moment}".\n`,
    });
  const file = desk.file("email-erased.json", '[{"pk":"person#x"}]');
  expect(await desk.ops(`rebuild-schedules --erased ${file} --yes`)).toMatchObject({
    code: 2,
    said: `${file} is not the file email-erased.json of an export.\n`,
  });
  const missing = desk.path("missing.json");
  expect(await desk.ops(`rebuild-schedules --erased ${missing} --yes`)).toMatchObject({
    code: 2,
    said: `There is no file ${missing}.\n`,
  });
  expect(await desk.ops("release-mail --yes")).toMatchObject({
    code: 3,
    said: "No restore is recorded, so no mail is held.\n",
  });
});
