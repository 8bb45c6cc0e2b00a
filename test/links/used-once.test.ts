/** A link that works once is used up together with what it opens, or neither is. */
import { expect, it } from "vitest";
import { answer } from "../../infra/local/wire.ts";
import { messageWithoutReader } from "../../shared/domain/erasure.ts";
import type { Message } from "../../shared/domain/messages.ts";
import { day } from "../../shared/domain/time.ts";
import { linkState, loadLink, makeLink } from "../../shared/links/link.ts";
import { useLink } from "../../shared/links/uses.ts";
import { keys } from "../../shared/records/keys.ts";
import { addMessage, loadMessage, messagesKeptFor, saveMessage } from "../../shared/records/messages.ts";
import { getItem, put, type Table, transact } from "../../shared/records/table.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { useUp } from "../../shared/runtime/use-up.ts";
import { onePair, openStory } from "../journeys/a-school.ts";
import { onBothEngines, token } from "../records/on-both-engines.ts";

const claimedAt = 100 * day;
let made = 0;

/** The token of a link to sign up in a message that went out. */
async function give(table: Table): Promise<string> {
  const id = `message-${++made}`.padEnd(22, "-");
  const link = makeLink(id, (count) => new Uint8Array(count).fill(made));
  const message: Message = {
    id,
    letter: "sign-up-link",
    to: { email: "noor@riverside.example.edu" },
    role: "visitor",
    data: { role: "student" },
    state: "accepted",
    plannedAt: claimedAt - day,
    sendAt: claimedAt,
    notAfter: claimedAt + day,
    attempt: 1,
    claimedAt,
    links: { [link.hash]: "sign-up" },
  };
  expect(await transact(table, [addMessage(table, message)], token())).toBeUndefined();
  return link.token;
}

const opened = (table: Table, name: string) =>
  put(table, { pk: `opened#${name}`, sk: "opened" }, undefined, "never");
const use = { usedAt: claimedAt + 1, browser: "b" };

onBothEngines((table) => {
  it("opens for one of two, and is used from then on, also once it would have expired", async () => {
    const address = await give(table());
    const link = (await loadLink(table(), address))!;
    expect(linkState(link, claimedAt + 14 * day - 1)).toBe("good");
    const answers = await Promise.all(
      ["one", "two"].map((who) =>
        transact(table(), [...useLink(table(), link, use), opened(table(), who)], token()),
      ),
    );
    expect(answers.filter((refusal) => refusal === undefined)).toHaveLength(1);
    const loser = answers[0] === undefined ? "two" : "one";
    expect(await getItem(table(), { pk: `opened#${loser}`, sk: "opened" })).toBeUndefined();
    const after = (await loadLink(table(), address))!;
    expect(after).toEqual({ ...link, used: use });
    expect([claimedAt + 2, claimedAt + 15 * day].map((now) => linkState(after, now))).toEqual([
      "used",
      "used",
    ]);
    expect(await transact(table(), useLink(table(), after, use), token())).toBe("link-used");
  });

  it("is remembered as used for as long as its message", async () => {
    const link = (await loadLink(table(), await give(table())))!;
    await transact(table(), useLink(table(), link, use), token());
    const [used, message] = await Promise.all(
      [keys.usedLink(link.hash), keys.message(link.messageId)].map((key) => getItem(table(), key)),
    );
    expect(used).toMatchObject({ email: "noor@riverside.example.edu" });
    expect(used?.forgetAfter).toBe((claimedAt + messagesKeptFor) / 1000);
    expect(used?.forgetAfter).toBeGreaterThan(message?.forgetAfter as number);
  });

  it("opens nothing once its reader has been erased, though it was looked at before", async () => {
    const address = await give(table());
    const link = (await loadLink(table(), address))!;
    const message = (await loadMessage(table(), link.messageId))!;
    await transact(table(), [saveMessage(table(), messageWithoutReader(message), message)], token());
    expect(await loadLink(table(), address)).toBeUndefined();
    const writes = [...useLink(table(), link, use), opened(table(), "erased")];
    expect(await transact(table(), writes, token())).toBe("link-used");
    expect(await getItem(table(), { pk: "opened#erased", sk: "opened" })).toBeUndefined();
  });
});

it.each([
  [3, undefined],
  [4, "changed-meanwhile"],
])("gives way to what SES says of its mail: %i times at once", async (times, refusal) => {
  let left = times;
  const story = await openStory(onePair, {
    interception: async (call, deliver) =>
      call.body.includes("used-link#") && call.operation === "TransactWriteItems" && left-- > 0
        ? conflict()
        : deliver(),
  });
  const table = tableOf(story.runtime);
  const address = await give(table);
  const link = (await loadLink(table, address))!;
  expect(await useUp(story.runtime, link, [opened(table, "at-once")])).toBe(refusal);
  expect((await loadLink(table, address))?.used !== undefined).toBe(refusal === undefined);
});

/** What DynamoDB says when two transactions meet on the second record. */
const conflict = () =>
  answer(
    400,
    "application/x-amz-json-1.0",
    JSON.stringify({
      __type: "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
      message: "Transaction cancelled, please refer cancellation reasons for specific reasons",
      CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }, { Code: "None" }],
    }),
  );
