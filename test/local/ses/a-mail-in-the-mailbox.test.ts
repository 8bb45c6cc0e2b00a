/** A mail that the local SES took lies in the mailbox as it went out: with SES's own Message-ID and Date, and all the rest untouched. */
import { GetAccountSendingEnabledCommand, GetSendQuotaCommand } from "@aws-sdk/client-ses";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mailLines, sendMail } from "../a-mail.ts";
import { openSmallWorld, type SmallWorld, school, startAt } from "../small-world.ts";

let world: SmallWorld;
beforeEach(async () => {
  world = await openSmallWorld();
});
afterEach(() => world.close());

const to = "ann@riverside.example";

test("its id, moment, people, subject and tags can be read", async () => {
  const { MessageId } = await sendMail(world.runtime, to, {
    lines: mailLines(to, "=?utf-8?q?Gr=C3=BC=C3=9Fe?="),
  });
  const [mail] = world.mailbox;
  expect(world.mailbox).toHaveLength(1);
  expect(mail).toMatchObject({
    id: MessageId,
    at: startAt,
    from: school.sender.address,
    to,
    recipients: [to],
    subject: "Grüße",
  });
  expect(mail?.tags).toEqual({ message: "m-1", attempt: "1" });
  expect(world.mailById(MessageId as string)).toBe(mail);
});

test("Message-ID and Date are SES's own, folded or not, whatever was written", async () => {
  const lines = [
    "Message-ID:",
    " <mine@school.local>",
    "date: Mon, 01 Jan 2001 00:00:00 +0000",
    ...mailLines(to),
  ];
  const { MessageId } = await sendMail(world.runtime, to, { lines });
  const written = mailLines(to);
  const expected = [
    ...written.slice(0, 5),
    `Message-ID: <${MessageId}@eu-west-1.amazonses.com>`,
    "Date: Tue, 24 Nov 2026 12:00:00 +0000",
    ...written.slice(5),
  ];
  expect(world.mailbox[0]?.raw).toBe(expected.join("\r\n"));
});

test("bytes after the headers are not touched", async () => {
  const lines = [...mailLines(to), "Ünïcödé 💌", "lone\nfeeds", "--end--"];
  await sendMail(world.runtime, to, { lines });
  const raw = world.mailbox[0]?.raw ?? "";
  expect(raw.slice(raw.indexOf("\r\n\r\n"))).toBe(`\r\n\r\n${lines.slice(6).join("\r\n")}`);
});

test("recipients are taken from the headers when none are named, and Bcc is not shown", async () => {
  const lines = [
    `Cc: "Bo, the mentor" <bo@riverside.example>`,
    "Bcc: eve@riverside.example",
    ...mailLines(to),
  ];
  await sendMail(world.runtime, to, { lines, Destinations: undefined });
  expect(world.mailbox[0]?.to).toBe(`${to}, bo@riverside.example, eve@riverside.example`);
  expect(world.mailbox[0]?.raw).not.toMatch(/^bcc:/im);
});

test("listeners hear of each mail as it is taken", async () => {
  const heard: string[] = [];
  world.onMail((mail) => heard.push(mail.id));
  const sent = [await sendMail(world.runtime, to), await sendMail(world.runtime, to)];
  expect(heard).toEqual(sent.map(({ MessageId }) => MessageId));
});

test("the quota counts the mails of the last 24 hours", async () => {
  await sendMail(world.runtime, to);
  await world.advanceTo(startAt + 20 * 3_600_000);
  await sendMail(world.runtime, to);
  const count = async () => (await world.runtime.ses.send(new GetSendQuotaCommand({}))).SentLast24Hours;
  expect(await count()).toBe(2);
  await world.advanceTo(startAt + 25 * 3_600_000);
  expect(await count()).toBe(1);
  expect((await world.runtime.ses.send(new GetAccountSendingEnabledCommand({}))).Enabled).toBe(true);
});
