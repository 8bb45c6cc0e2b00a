/** The local SES refuses what SES refuses, by the same names. */
import { ListIdentitiesCommand } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRawMail } from "../../../infra/local/ses/raw-mail.ts";
import { checkSending } from "../../../infra/local/ses/refusals.ts";
import { mailLines, sendMail } from "../a-mail.ts";
import { openSmallWorld, type SmallWorld, school } from "../small-world.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await openSmallWorld();
});
afterAll(() => world.close());

const to = "ann@riverside.example";
const without = (name: string) => mailLines(to).filter((line) => !line.startsWith(`${name}:`));
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `student-${index}@riverside.example`);

test.each([
  [
    "a sender that is not the school's",
    { lines: ["From: somebody@else.example", ...without("From")] },
    "MessageRejected",
  ],
  ["a source that is not the school's", { Source: "somebody@else.example" }, "MessageRejected"],
  ["a mail without a sender", { lines: without("From"), Source: undefined }, "InvalidParameterValue"],
  [
    "a mail with two senders' headers",
    { lines: [mailLines(to)[0] as string, ...mailLines(to)] },
    "InvalidParameterValue",
  ],
  ["more than fifty recipients", { Destinations: many(51) }, "InvalidParameterValue"],
  ["an address without a domain", { Destinations: ["ann"] }, "InvalidParameterValue"],
  [
    "an address with a line break",
    { Destinations: ["ann\r\nBcc: eve@else.example"] },
    "InvalidParameterValue",
  ],
  [
    "a name that is not ASCII before the @",
    { Destinations: ["änn@riverside.example"] },
    "InvalidParameterValue",
  ],
  ["nobody to send to", { Destinations: [], lines: without("To") }, "InvalidParameterValue"],
  ["a tag with a space in it", { Tags: [{ Name: "message", Value: "m 1" }] }, "InvalidParameterValue"],
  ["a tag with an @ in it", { Tags: [{ Name: "message", Value: "m@1" }] }, "InvalidParameterValue"],
  ["a tag without a value", { Tags: [{ Name: "message", Value: "" }] }, "InvalidParameterValue"],
  [
    "one tag twice",
    {
      Tags: [
        { Name: "message", Value: "1" },
        { Name: "message", Value: "2" },
      ],
    },
    "InvalidParameterValue",
  ],
  [
    "an unknown configuration set",
    { ConfigurationSetName: "another" },
    "ConfigurationSetDoesNotExistException",
  ],
  [
    "a line of a thousand characters",
    { lines: [...mailLines(to), "x".repeat(1000)] },
    "InvalidParameterValue",
  ],
  ["a mail without a text", { lines: mailLines(to).slice(0, 3) }, "InvalidParameterValue"],
])("%s", async (_, changes, name) => {
  await expect(sendMail(world.runtime, to, changes)).rejects.toMatchObject({ name });
  expect(world.mailbox).toEqual([]);
});

test("a mail of more than ten megabytes", () => {
  const bytes = Buffer.from([...mailLines(to), ...Array<string>(120_000).fill("x".repeat(90))].join("\r\n"));
  const sending = {
    source: undefined,
    destinations: [to],
    tags: [],
    configurationSet: undefined,
    bytes,
    mail: readRawMail(bytes),
  };
  const { configurationSet } = world.runtime;
  expect(() => checkSending(sending, school.sender.address, configurationSet, "eu-west-1")).toThrow(
    `Message length is more than 10485760 bytes long: '${bytes.length}'.`,
  );
});

test("an operation that it does not know", async () => {
  const sending = world.runtime.ses.send(new ListIdentitiesCommand({}));
  await expect(sending).rejects.toMatchObject({
    name: "InvalidAction",
    message: "The local SES does not know the operation ListIdentities.",
  });
});

test("fifty recipients are accepted", async () => {
  const { MessageId } = await sendMail(world.runtime, to, { Destinations: many(50) });
  expect(world.mailById(MessageId as string)?.recipients).toEqual(many(50));
});
