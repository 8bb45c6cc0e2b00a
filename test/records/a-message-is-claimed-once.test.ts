/** A message is planned once, claimed by one sender, and only ever moves forward. */
import { expect, it } from "vitest";
import { type Message, messageMoves, messageStates } from "../../shared/domain/messages.ts";
import { getDue } from "../../shared/records/due.ts";
import {
  addMessage,
  listMessages,
  loadMessage,
  messageIdOf,
  saveMessage,
} from "../../shared/records/messages.ts";
import { transact } from "../../shared/records/table.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { onBothEngines, token } from "./on-both-engines.ts";

const occasion = {
  schoolId: "riverside",
  letter: "reminder",
  about: "pair-2026-12",
  arrangement: 1,
  recipient: "wei",
  occasion: "remind-student",
} as const;

const planned = (id: string): Message => ({
  id,
  letter: "reminder",
  to: { personId: "wei" },
  role: "student",
  data: {},
  state: "planned",
  plannedAt: inNewYork("2026-12-09 17:00"),
  sendAt: inNewYork("2026-12-09 17:00"),
  notAfter: inNewYork("2026-12-10 15:00"),
  attempt: 0,
});

it("has the same id for the same occasion, another for any other, fit for an SES tag", () => {
  const others = [
    { schoolId: "harbour" },
    { letter: "invite" as const },
    { about: "pair-2027-01" },
    { arrangement: 2 },
    { recipient: "ann" },
    { occasion: "remind-mentor" },
  ].map((change) => messageIdOf({ ...occasion, ...change }));
  expect(new Set([messageIdOf(occasion), messageIdOf({ ...occasion }), ...others]).size).toBe(7);
  expect(messageIdOf(occasion)).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

onBothEngines((table) => {
  it("is planned once", async () => {
    expect(await transact(table(), [addMessage(table(), planned("once"))], token())).toBeUndefined();
    expect(await transact(table(), [addMessage(table(), planned("once"))], token())).toBe("planned-before");
    expect(await listMessages(table(), ["2026-12"])).toEqual([planned("once")]);
  });

  it("is claimed by one of two senders", async () => {
    await transact(table(), [addMessage(table(), planned("claimed"))], token());
    const claim = (attemptToken: string): Message => ({
      ...planned("claimed"),
      state: "sending",
      attempt: 1,
      attemptToken,
      claimedAt: 5,
    });
    const answers = await Promise.all(
      ["one", "two"].map((name) =>
        transact(table(), [saveMessage(table(), claim(name), planned("claimed"))], token()),
      ),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    const winner = answers[0] === undefined ? "one" : "two";
    expect((await loadMessage(table(), "claimed"))?.attemptToken).toBe(winner);
  });

  it("is due until it has come to rest, and in the mail log of its month throughout", async () => {
    const sendAt = inNewYork("2026-12-20 08:00");
    const message = { ...planned("due"), sendAt };
    const due = async (at: number) =>
      (await getDue(table(), at, 100)).filter(({ id }) => id === "due").length;
    const logged = async () => (await listMessages(table(), ["2026-12"])).filter(({ id }) => id === "due");
    await transact(table(), [addMessage(table(), message)], token());
    expect([await due(sendAt - 1), await due(sendAt)]).toEqual([0, 1]);
    expect(await logged()).toEqual([message]);
    const sending: Message = { ...message, state: "sending", attempt: 1, claimedAt: sendAt };
    await transact(table(), [saveMessage(table(), sending, message)], token());
    expect([await due(sendAt - 1), await due(sendAt)]).toEqual([0, 1]);
    expect(await logged()).toEqual([sending]);
    const accepted: Message = { ...sending, state: "accepted" };
    await transact(table(), [saveMessage(table(), accepted, sending)], token());
    expect(await due(sendAt + 99 * 60_000)).toBe(0);
    expect(await logged()).toEqual([accepted]);
  });

  it("is never moved backwards", () => {
    for (const from of messageStates)
      for (const to of messageStates) {
        const move = () =>
          saveMessage(table(), { ...planned("x"), state: to }, { ...planned("x"), state: from });
        if (from === to || messageMoves[from].includes(to)) expect(move).not.toThrow();
        else expect(move).toThrow(`message x cannot go from ${from} to ${to}`);
      }
  });
});
