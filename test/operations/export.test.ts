/** An administrator can take all of the school's data away. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, it } from "vitest";
import { everyRecord } from "../../shared/records/every-record.ts";
import type { Item } from "../../shared/records/table.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { pairEverybody } from "../journeys/a-school.ts";
import { type Desk, sitDown } from "./a-world-on-disk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown(async (story) => {
    await pairEverybody(story);
    await story.until("2026-11-24 09:00");
  });
});
afterAll(() => desk.clear());

it("leaves every record of the table in files, exactly as stored", async () => {
  const folder = desk.path("taken-away");
  const dry = await desk.ops(`export ${folder} --dry-run`);
  expect(dry.code).toBe(0);
  expect(existsSync(folder)).toBe(false);

  const { code, out } = await desk.ops(`export ${folder} --json`);
  expect(code).toBe(0);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  const taken = files.flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Item[]);
  const world = await desk.open();
  const stored: Item[] = [];
  for await (const record of everyRecord(tableOf(world.runtime))) stored.push(record);
  await world.close();
  expect(byKey(taken)).toEqual(byKey(stored));
  const { records } = JSON.parse(out) as { records: Record<string, number> };
  expect(files).toEqual(
    Object.keys(records)
      .map((kind) => `${kind}.json`)
      .sort(),
  );
  expect(Object.values(records).reduce((sum, count) => sum + count)).toBe(stored.length);
});

it("writes the same as a spreadsheet, for the owner's eyes", async () => {
  const folder = desk.path("as-a-spreadsheet");
  await desk.ops(`export ${folder}`);
  const text = readFileSync(`${folder}/person.csv`, "utf8");
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(data.map(({ name, email, timeZone }) => ({ name, email, timeZone })).sort(byName)).toEqual([
    { name: "Priya Lund", email: "priya@riverside.example.edu", timeZone: "America/Chicago" },
    { name: "Wei Adeyemi", email: "wei@riverside.example.edu", timeZone: "America/New_York" },
  ]);
  expect(statSync(`${folder}/person.csv`).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it("gives a spreadsheet of what is taken of people's days a column for each place in a day, and none for a cell", async () => {
  const folder = desk.path("days");
  await desk.ops(`export ${folder}`);
  const text = readFileSync(`${folder}/person-busy.csv`, "utf8");
  const { data, meta } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  const [booked] = data.map((row) => Object.entries(row).find(([name]) => /^m\d+$/.test(name))!);
  expect(data).toHaveLength(2);
  expect(meta.fields!.sort()).toEqual(["forgetAfter", booked![0], "pk", "sk"]);
  expect(booked![1]).toMatch(/^[a-z2-7]{16}-2026-12; \d+; \d+$/);
});

it("leaves the list of the erased that a restore asks for, also where nobody was", async () => {
  const folder = desk.path("nobody-erased");
  await desk.ops(`export ${folder}`);
  expect(readFileSync(`${folder}/email-erased.json`, "utf8")).toBe("[]\n");
  expect(await desk.ops(`rebuild-schedules --erased ${folder}/email-erased.json --dry-run`)).toMatchObject({
    code: 0,
    said: "",
  });
});

it("does not mix two exports", async () => {
  desk.file("in-the-way", "");
  expect(await desk.ops(`export ${desk.path("")}`)).toMatchObject({ code: 2, out: "" });
  expect(await desk.ops(`export ${desk.path("in-the-way")}`)).toMatchObject({ code: 2, out: "" });
});

const byName = (one: { name?: string | undefined }, other: { name?: string | undefined }) =>
  one.name! < other.name! ? -1 : 1;
const byKey = (items: Item[]) =>
  Object.fromEntries(items.map((item) => [`${item.pk} ${item.sk}`, item]).sort());
