/** A mail's links stand in its message, by hash, and each opens with the whole of its own address or not at all. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type MailInHand, openMail } from "../../infra/local/cast/mail-in-hand.ts";
import { loadLink } from "../../shared/links/link.ts";
import { loadMessage } from "../../shared/records/messages.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import {
  meetingId,
  mentorshipId,
  openPairWorld,
  type PairWorld,
} from "../functions/answer/a-pair-in-december.ts";
import { dump, open, siteUrl, startAt } from "../functions/answer/pages-world.ts";

let world: PairWorld;
/** The two invitations of the meeting. */
let invites: MailInHand[];
beforeAll(async () => {
  world = await openPairWorld();
  invites = await Promise.all(world.mailbox.map((mail) => openMail(world, mail)));
  expect(invites.map(({ letter }) => letter)).toEqual(["invite", "invite"]);
});
afterAll(() => world.close());

const tokenOf = (url: string): string => url.split("/").at(-1)!;
const verbsIn = ({ links }: MailInHand): string[] => [...links.keys()].sort();

it("are what the message says, of the time when it was claimed", async () => {
  for (const [index, { tags }] of world.mailbox.entries()) {
    const message = (await loadMessage(tableOf(world.runtime), tags.message!))!;
    const { links } = invites[index]!;
    expect(message.links).toEqual(
      Object.fromEntries([...links.values()].map(({ link }) => [link.hash, link.verb])),
    );
    expect(verbsIn(invites[index]!)).toEqual(["confirm", "move", "skip-month"]);
    for (const { link } of links.values())
      expect(link).toMatchObject({
        ...message.to,
        role: message.role,
        messageId: message.id,
        meetingId,
        mentorshipId,
        madeAt: startAt,
      });
  }
});

it("leave no secret and no record of their own in the table", async () => {
  const records = await dump(world);
  expect(records.filter(({ pk }) => String(pk).includes("link"))).toEqual([]);
  for (const { links } of invites)
    for (const { url } of links.values())
      expect(JSON.stringify(records)).not.toContain(tokenOf(url).slice(-43));
});

it.each<[string, (mine: string, other: string) => string]>([
  ["another message's id", (mine, other) => other.slice(0, 22) + mine.slice(22)],
  ["another link's secret", (mine, other) => mine.slice(0, 22) + other.slice(22)],
  ["the id of no message", (mine) => "A".repeat(22) + mine.slice(22)],
  ["no id", (mine) => mine.slice(22)],
  ["no secret", (mine) => mine.slice(0, 22)],
  ["a character less", (mine) => mine.slice(0, -1)],
  ["a character more", (mine) => `${mine}A`],
  ["the hash in the place of the secret", (mine) => mine.slice(0, 22) + "constructor".padEnd(43, "_")],
])("with %s are not known, and are answered as what never was", async (_what, alter) => {
  const [mine, other] = invites.map(({ links }) => tokenOf(links.get("move")!.url));
  const altered = alter(mine!, other!);
  expect(await loadLink(tableOf(world.runtime), altered)).toBeUndefined();
  const never = await open(world, `/answer/${"A".repeat(65)}`);
  const { status, html } = await open(world, `/answer/${altered}`);
  expect([status, html]).toEqual([404, never.html]);
});

it("work each by itself", async () => {
  for (const { links } of invites)
    for (const { url } of links.values())
      expect((await open(world, url.slice(siteUrl.length))).status).toBe(200);
});
