/** A link that is unknown or has expired says so and what to do; a fresh one goes to the address of the old one, unless all is over. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { openMail } from "../../../infra/local/cast/mail-in-hand.ts";
import { day } from "../../../shared/domain/time.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import { meetsAt, openPairWorld, type PairWorld } from "./a-pair-in-december.ts";
import { dump, open, siteUrl, startAt } from "./pages-world.ts";

let world: PairWorld;
let path: string;
beforeAll(async () => {
  world = await openPairWorld();
  path = await world.give("add-time", "mentor");
  await world.advanceTo(startAt + 45 * day - 1);
  expect((await open(world, path)).status).toBe(200);
  await world.advanceTo(startAt + 45 * day);
});
afterAll(() => world.close());

it.each([
  ["never made", `/answer/${"A".repeat(65)}`],
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

it.each([
  ["with a full stop after it", (good: string) => `${good}.`],
  ["with a bracket after it", (good: string) => `${good}%3E`],
  ["broken in two lines", (good: string) => `${good.slice(0, 30)}%0D%0A${good.slice(30)}`],
])("a link that a mail program gives %s works", async (_how, mangled) => {
  const its = await openPairWorld();
  const good = mangled(await its.give("confirm", "student"));
  expect((await open(its, good)).title).toBe("Does this time work for you?");
  expect((await open(its, good, { method: "POST" })).title).toBe("The time works for you");
  expect((await open(its, `${good}/fresh`)).status).toBe(303);
  expect((await open(its, `${good}/fresh`, { method: "POST" })).status).toBe(303);
  await its.close();
});

it("an expired link says what it was for, does nothing, and shows nothing else", async () => {
  const before = await dump(world);
  for (const sent of [{}, { form: { startAt: "1" } }]) {
    const { status, text } = await open(world, path, sent);
    expect(status).toBe(410);
    expect(text).toBe(
      "This link has expired It let you add times when you are free, and links from our mails work for a limited time only. We can send a fresh one to the address that this one went to. Send me a fresh link",
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
  expect(world.newMail()).toEqual([
    "A fresh link to add times when you are free → ravi@riverside.example.edu",
  ]);
  const { links } = await openMail(world, world.mailbox.at(-1)!);
  const fresh = links.get("add-time")!;
  expect((await open(world, fresh.url.slice(siteUrl.length))).title).toBe("When are you free?");
});

it("a link that still works is shown instead of sent afresh", async () => {
  const good = await world.give("move", "mentor");
  world.newMail();
  const { status, headers } = await open(world, `${good}/fresh`, { method: "POST" });
  expect([status, headers.get("location"), world.newMail()]).toEqual([303, good, []]);
});

it.each<[Verb, string, number, string]>([
  ["prepare", "the day before the meeting", meetsAt - day, "This link has expired"],
  ["prepare", "the day after", meetsAt + day, "This is over"],
  ["answer", "the day after the meeting", meetsAt + day, "This link has expired"],
  ["answer", "when the answers are closed", meetsAt + 20 * day, "This is over"],
  ["move", "when the meeting has long been", startAt + 45 * day, "This is over"],
  ["not-for-me", "while the two are paired", startAt + 60 * day, "This link has expired"],
])("%s, %s: a fresh link is offered only for what can still be done", async (verb, _when, at, title) => {
  const its = await openPairWorld();
  const old = await its.give(verb, "student");
  await its.advanceTo(at);
  expect((await open(its, old)).title).toBe(title);
  await its.close();
});

it.each(["declined", "closing"] as const)(
  "an expired link to end a pairing that is %s says that it is over, and no fresh one is sent",
  async (state) => {
    const its = await openPairWorld({ mentorship: { state, endedAt: startAt } }, { booked: false });
    const old = await its.give("not-for-me", "student");
    await its.advanceTo(startAt + 60 * day);
    for (const sent of [await open(its, old), await open(its, `${old}/fresh`, { method: "POST" })])
      expect([sent.status, sent.text]).toEqual([
        410,
        "This is over This link let you say that this pairing is not for you. It has expired, and what it was about is over as well, so a fresh link would do nothing any more. How things stand, you see on your own page.",
      ]);
    expect(its.newMail()).toEqual([]);
    await its.close();
  },
);
