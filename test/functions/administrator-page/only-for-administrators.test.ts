/** The administrator's pages are for the addresses that the school names, and for nobody else. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { administrator, maya, type OwnWorld, openOwnWorld, ravi } from "../../pages/own-world.ts";
import { dump } from "../answer/pages-world.ts";

let world: OwnWorld;
beforeAll(async () => {
  world = await openOwnWorld({}, { booked: false });
});
afterAll(() => world.close());

const pages = [
  "",
  "/people",
  "/import",
  "/pairs",
  "/pairs/without",
  "/pairs/modes",
  "/months",
  "/mail",
  "/how-it-works",
];
const acts = [
  "/import",
  "/people/ravi/approve",
  "/pairs/propose",
  "/pairs/confirm-all",
  "/pairs/pairaaaa/confirm",
  "/pairs/pairaaaa/set-aside",
  "/months/open",
];

it.each(pages)("%s is shown to an administrator, whatever the case of the address", async (path) => {
  expect((await world.browse(administrator, `/administrator${path}`)).status).toBe(200);
  expect((await world.browse(administrator.toUpperCase(), `/administrator${path}`)).status).toBe(200);
});

it.each(pages)("%s is not shown to a student or a mentor", async (path) => {
  for (const { email } of [maya, ravi]) {
    const page = await world.browse(email, `/administrator${path}`);
    expect([page.status, page.title]).toEqual([403, "This page is for administrators"]);
  }
});

it.each(acts)("%s does nothing for a student or a mentor", async (path) => {
  const things = async () => (await dump(world)).filter(({ pk }) => !String(pk).startsWith("session#"));
  const before = await things();
  for (const { email } of [maya, ravi])
    expect((await world.browse(email, `/administrator${path}`, { month: "2026-12" })).status).toBe(403);
  expect(await things()).toEqual(before);
});
