/** A message with all its links, also of a second copy, fits into one unit of writing, and is remembered longer than any of them works. */
import { expect, test } from "vitest";
import { itemBytes, type WireItem } from "../../infra/operations/cost/item-bytes.ts";
import { letterRules } from "../../shared/domain/letter-rules.ts";
import type { Message } from "../../shared/domain/messages.ts";
import { day } from "../../shared/domain/time.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { type Verb, verbs } from "../../shared/links/verbs.ts";
import { addMessage, messageIdLength, messagesKeptFor } from "../../shared/records/messages.ts";
import type { Table } from "../../shared/records/table.ts";
import { goldenCases } from "../letters/golden-cases.ts";

/** DynamoDB charges a write by the kilobyte that it begins. */
const writeUnit = 1024;
const now = Date.UTC(2026, 11, 1, 13);
/** An id of ours, and one of SES's. */
const [id, sesMessageId] = ["a".repeat(16), "0".repeat(60)];

test.each(goldenCases)("$file", ({ letter, context }) => {
  const asked: Verb[] = [];
  renderLetter(letter, {
    ...context,
    link: (verb) => {
      asked.push(verb);
      return context.link(verb);
    },
  });
  const settled: Message = {
    id: "m".repeat(messageIdLength),
    letter,
    to: { personId: id },
    role: context.reader.role,
    ...(context.meeting && {
      meetingId: `${id}-2026-12`,
      guard: { state: context.meeting.state, arrangement: 3 },
    }),
    ...(context.mentorship && { mentorshipId: id }),
    data: { ...context.data },
    state: "sending",
    plannedAt: now,
    sendAt: now,
    notAfter: now,
    attempt: 2,
    attemptToken: "t".repeat(24),
    claimedAt: now,
    onceMore: true,
    // Of two copies.
    links: Object.fromEntries([...asked, ...asked].map((verb, index) => [`${index}`.padEnd(43, "h"), verb])),
    sesMessageId,
    settledAt: now,
  };
  const { Put } = addMessage({ name: "any" } as Table, settled).write;
  expect(itemBytes(Put!.Item as object as WireItem)).toBeLessThan(writeUnit);

  // No month is opened so long before its last meeting.
  const waits = letterRules[letter].usefulUntil({ now: 0, startAt: 60 * day, endAt: 60 * day });
  for (const verb of asked) expect(waits + verbs[verb].lastsFor).toBeLessThan(messagesKeptFor);
});
