/** A link that is unknown or has expired says so and what to do; a fresh one goes to the address of the old one. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { openMail } from "../../../infra/local/cast/mail-in-hand.ts";
import { day } from "../../../shared/domain/time.ts";
import { openPairWorld, type PairWorld } from "./a-pair-in-december.ts";
import { dump, open, siteUrl, startAt } from "./pages-world.ts";

let world: PairWorld;
let path: string;
beforeAll(async () => {
  world = await openPairWorld();
  path = await world.give("move", "mentor");
  await world.advanceTo(startAt + 45 * day - 1);
  expect((await open(world, path)).status).toBe(200);
  await world.advanceTo(startAt + 45 * day);
});
afterAll(() => world.close());

it.each([
  ["never made", `/answer/${"A".repeat(43)}`],
  ["cut short", "/answer/abc"],
  ["with something hostile in it", "/answer/%3Cscript%3Ealert(1)%3C%2Fscript%3E"],
])("a link that was %s is not found, by looking or by pressing", async (_what, unknown) => {
  const before = await dump(world);
  for (const sent of [{}, { form: { choice: "thank" } }]) {
    const { status, title, html } = await open(world, unknown, sent);
    expect([status, title]).toEqual([404, "We do not know this link"]);
    expect(html).not.toContain("<script");
  }
  expect((await open(world, `${unknown}/fresh`, { method: "POST" })).status).toBe(404);
  expect(await dump(world)).toEqual(before);
});

it("an expired link says what it was for, does nothing, and shows nothing else", async () => {
  const before = await dump(world);
  for (const sent of [{}, { form: { startAt: "1" } }]) {
    const { status, text } = await open(world, path, sent);
    expect(status).toBe(410);
    expect(text).toBe(
      "This link has expired It let you choose another time, and links from our mails work for a limited time only. We can send a fresh one to the address that this one went to. Send me a fresh link",
    );
  }
  expect(await dump(world)).toEqual(before);
});

it("looking at the address of a fresh link sends none", async () => {
  world.newMail();
  const { status, headers } = await open(world, `${path}/fresh`);
  expect([status, headers.get("location")]).toEqual([303, path]);
  expect(world.newMail()).toEqual([]);
});

it("the button sends one fresh link to the reader, and pressing it again at once sends no second", async () => {
  world.newMail();
  const first = await open(world, `${path}/fresh`, { method: "POST" });
  const second = await open(world, `${path}/fresh`, { method: "POST" });
  expect([first.status, first.title, second.html]).toEqual([200, "A fresh link is on its way", first.html]);
  expect(world.newMail()).toEqual(["A fresh link to choose another time → ravi@riverside.example.edu"]);
  const { links } = await openMail(world, world.mailbox.at(-1)!);
  const fresh = links.get("move")!;
  expect((await open(world, fresh.url.slice(siteUrl.length))).title).toBe("Your meeting with Maya Chen");
});

it("a link that still works is shown instead of sent afresh", async () => {
  const good = await world.give("move", "mentor");
  world.newMail();
  const { status, headers } = await open(world, `${good}/fresh`, { method: "POST" });
  expect([status, headers.get("location"), world.newMail()]).toEqual([303, good, []]);
});
