/** Counts of one story: how its mails ended, how late they came, and a hash of all that was seen. */
import { createHash } from "node:crypto";
import { letterRules } from "../../shared/domain/letter-rules.ts";
import { minute } from "../../shared/domain/time.ts";
import type { Finding } from "./checks/all.ts";
import { expectedLetters, nameOf } from "./expected-letters.ts";
import type { Injected } from "./fault.ts";
import type { JobDone, MailFigures } from "./job.ts";
import type { Outcome } from "./outcome.ts";

const calendar = new Set(["invite", "moved", "called-off"]);
const sent = new Set(["accepted", "delivered", "bounced", "complained"]);

export function figuresOf({ messages, mails }: Outcome, findings: readonly Finding[]): MailFigures {
  const states = [...messages.values()].map(({ state }) => (sent.has(state) ? "sent" : state));
  const count = (state: string): number => states.filter((it) => it === state).length;
  const found = (check: Finding["check"]): number => findings.filter((it) => it.check === check).length;
  const copies = mails.length - new Set(mails.map(({ tags }) => tags.message)).size;
  const inCalendar = mails.filter(({ tags }) => calendar.has(tags.letter ?? ""));
  const calendarCopies = inCalendar.length - new Set(inCalendar.map(({ tags }) => tags.message)).size;
  return {
    planned: messages.size,
    sent: count("sent"),
    cancelled: count("cancelled"),
    expired: count("expired"),
    suppressed: count("suppressed"),
    failed: count("failed"),
    unknown: count("unknown"),
    duplicates: copies - calendarCopies,
    calendarCopies,
    losses: found("no mail lost"),
    afterChange: found("none after a change"),
  };
}

/** How late each mail came, reckoned from the moment that its meeting asks for, or else from when it was planned. */
export function punctualityOf(outcome: Outcome): Pick<JobDone, "latest" | "latestBeyondWait" | "punctual"> {
  const moments = new Map(expectedLetters(outcome).map((it) => [nameOf(it), it.at]));
  const first = new Map<string, number>();
  for (const { put } of outcome.writes)
    if (put?.sk === "message" && !first.has(put.id as string))
      first.set(put.id as string, (put.sendAt as number) - (put.plannedAt as number));
  const punctual = { within: 0, all: 0 };
  let latest = Number.NEGATIVE_INFINITY;
  let latestBeyondWait = Number.NEGATIVE_INFINITY;
  for (const mail of outcome.mails) {
    const message = outcome.messages.get(mail.tags.message ?? "");
    if (!message) continue;
    const { letter, meetingId, mentorshipId, guard, role, plannedAt } = message;
    const about = meetingId ?? mentorshipId ?? "";
    const moment =
      moments.get(nameOf({ letter, about, arrangement: guard?.arrangement ?? 0, role })) ?? plannedAt;
    const late = mail.at - moment - (first.get(message.id) ?? 0);
    punctual.all++;
    if (late <= 2 * minute) punctual.within++;
    latest = Math.max(latest, late);
    latestBeyondWait = Math.max(latestBeyondWait, late - letterRules[letter].waitMinutes * minute);
  }
  return { latest, latestBeyondWait, punctual };
}

/** The same for two stories only if every write and every mail was the same, byte for byte and in the same order. */
export function traceOf({ writes, mails, now }: Outcome, injected: readonly Injected[]): string {
  const hash = createHash("sha256").update(JSON.stringify(injected));
  for (const { order, at, put, removed } of writes)
    hash.update(`${order} ${at} ${JSON.stringify(put ?? removed)}\n`);
  for (const { at, bytes } of mails) hash.update(`${at}\n`).update(bytes);
  return hash.update(String(now)).digest("base64url").slice(0, 16);
}

/** The queue hands out again after six minutes, and the sweep comes every five. */
const lateAtMost = 12 * minute;

/** One fault that leaves no doubt about SES costs minutes and not the wait of a letter. */
export function lateWithoutDoubt(
  injected: readonly Injected[],
  { latest }: Pick<JobDone, "latest">,
): Finding[] {
  const [fault] = injected;
  if (injected.length !== 1 || fault?.on !== "call" || latest <= lateAtMost) return [];
  if (fault.kind.startsWith("crash") || fault.what.endsWith("SendRawEmail")) return [];
  return [
    { check: "late only where in doubt", says: `a mail came ${Math.round(latest / minute)} minutes late` },
  ];
}
