/** Ways to break the promise of exactly one mail, each a line or two of the product altered; the campaign must catch them all. */
import type { Alteration } from "./altered-source.ts";

const inFile = (file: string, line: string, instead: string): Alteration => ({ file, line, instead });
const claim = "shared/runtime/claim-message.ts";
const send = "shared/runtime/send-message.ts";
const hand = "shared/runtime/hand-to-ses.ts";
const doubt = "shared/domain/mail-doubt.ts";
const messages = "shared/records/messages.ts";
const draft = "shared/runtime/draft.ts";
const letters = "shared/domain/letter-rules.ts";

export const sabotages: Readonly<Record<string, readonly Alteration[]>> = {
  "the client of SES tries again by itself": [
    inFile("infra/local/clients.ts", "      maxAttempts: 1,", "      maxAttempts: 3,"),
  ],
  "no fence: a claim does not look at state and attempt": [
    inFile(
      messages,
      'return put(table, toMessageItem(after), unchanged(before), "changed-meanwhile");',
      'return put(table, toMessageItem(after), undefined, "changed-meanwhile");',
    ),
  ],
  "a claim does not know its own write": [
    inFile(
      claim,
      'if (stored?.attemptToken === claimed.attemptToken && stored?.state === "sending") return "mine";',
      "",
    ),
    inFile(claim, "if (await isMine(table, claimed)) return undefined;", ""),
  ],
  "no wait before a mail counts as in doubt": [
    inFile(
      messages,
      "return (claimedAt ?? sendAt) + letterRules[letter].waitMinutes * minute;",
      "return claimedAt ?? sendAt;",
    ),
    inFile(doubt, "const canaryAfterMinutes = 4;", "const canaryAfterMinutes = 0;"),
  ],
  "a slow clock stays slow": [
    inFile("shared/runtime/never-behind.ts", "now: () => own() + behind,", "now: own,"),
  ],
  "the events of SES are ignored": [
    inFile(
      "functions/mail-events/index.ts",
      "await takeMailEvent(runtime, told).catch((fault) => faults.push(fault));",
      "",
    ),
  ],
  "silence of SES is taken for proof": [
    inFile(
      doubt,
      'if (!feed || feed.canarySentAt < countsFrom || !feed.canaryTaken) return "ask-feed";',
      'return "once-more";',
    ),
  ],
  "the sweep is off": [
    inFile(
      "functions/sweep/index.ts",
      "const until = runtime.now() + sweepMinutes * minute;",
      "const until = 0;",
    ),
  ],
  "a claim does not look at the meeting": [
    inFile(claim, "if (message.guard && message.meetingId) {", "if (message.guard === null) {"),
  ],
  "a claim does not look whether the address is shut": [
    inFile(claim, 'writes.push(check(table, keys.suppression(email), absent, "address-suppressed"));', ""),
  ],
  "a claim does not look whether the reader wants it": [
    inFile(claim, "      optional\n        ? check(", "      false\n        ? check("),
  ],
  "reminders expire too early": [
    inFile(letters, "usefulUntil: untilStart(2 * hour)", "usefulUntil: untilStart(30 * hour)"),
  ],
  "an answer that is lost counts as a refusal": [
    inFile(
      hand,
      'return refusedForGood.has(name) ? { state: "failed" } : { state: "in-doubt" };',
      'return refusedForGood.has(name) ? { state: "failed" } : { state: "not-now", why: "rate" };',
    ),
  ],
  "an answer that is lost counts as sent": [
    inFile(
      send,
      'case "in-doubt":\n      return claimed;',
      'case "in-doubt":\n      return move(runtime, claimed, { ...claimed, state: "accepted", settledAt: now });',
    ),
  ],
  "too many in this second counts as refused for good": [
    inFile(hand, 'if (why) return { state: "not-now", why };', 'if (why) return { state: "failed" };'),
  ],
  "a mail in doubt is never sent once more": [
    inFile(
      doubt,
      'if (message.onceMore || now >= message.notAfter || attemptedAt <= restoredAt) return "unknown";',
      'return "unknown";',
    ),
  ],
  "mails are planned after the change, not with it": [
    inFile(
      draft,
      "const writes = [...changes, ...draft.messages.map((message) => addMessage(table, message))];",
      "const writes = changes;",
    ),
    inFile(
      draft,
      "if (refusal === undefined) await carryOut(runtime, draft);",
      "if (refusal === undefined) { for (const message of draft.messages) await transact(table, [addMessage(table, message)], newAttemptToken(runtime)); await carryOut(runtime, draft); }",
    ),
  ],
  "whoever writes does not look at the revision": [
    inFile(
      "shared/records/record.ts",
      'before ? { expression: "revision = :read", values: { ":read": before.revision } } : absent,',
      "undefined,",
    ),
  ],
  "the sweep does not see what is planned": [
    inFile(
      messages,
      "? { dueAt: message.sendAt }",
      '? { dueAt: message.state === "planned" ? undefined : message.sendAt }',
    ),
  ],
  "each letter goes to the other": [
    inFile(
      "shared/runtime/plan-message.ts",
      "toPerson(pair[letter.to], letter.to)",
      'toPerson(pair[letter.to === "student" ? "mentor" : "student"], letter.to)',
    ),
  ],
  "SEQUENCE stands still": [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a line of the product, not ours.
    inFile("shared/letters/calendar-entry.ts", "`SEQUENCE:${meeting.arrangement}`", '"SEQUENCE:1"'),
  ],
  "a mail tells the other's local time": [
    inFile(
      "shared/letters/when-and-where.ts",
      "const mine = describeSpan(startAt, minutes, context.reader.timeZone);",
      "const mine = describeSpan(startAt, minutes, other.timeZone);",
    ),
  ],
  "an address in the log": [
    inFile(
      hand,
      "      fault: (error as Error).name,",
      "      fault: (error as Error).name, to: mail.address,",
    ),
  ],
  "an address in a schedule": [
    inFile(
      "shared/runtime/clock.ts",
      "Input: JSON.stringify(wake),",
      "Input: JSON.stringify({ ...wake, from: runtime.school.sender.address }),",
    ),
  ],
  "a bounce shuts no address": [
    inFile("shared/runtime/mail-event.ts", "  if (isBad)\n", "  if (isBad && writes.length > 9)\n"),
  ],
  "states may go back": [inFile("shared/domain/messages.ts", "messageMoves[from].includes(to)", "true")],
  "a thank-you is kept without its mail": [
    inFile(
      "shared/runtime/thank-mentor.ts",
      "[addThankYou(table, thankYou), addMessage(table, message)]",
      "[addThankYou(table, thankYou)]",
    ),
  ],
};

/** Two common ways to send mail, for comparison. */
export const yardsticks: Readonly<Record<string, readonly Alteration[]>> = {
  "send, then mark": [{ file: send, instead: "test/faults/yardsticks/send-then-mark.ts" }],
  "mark, then send": [{ file: send, instead: "test/faults/yardsticks/mark-then-send.ts" }],
};
