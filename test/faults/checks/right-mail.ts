/** Each mail is to the right person, at the right local time, with the calendar entry of its own revision. */
import type { Message } from "../../../shared/domain/messages.ts";
import { contentOf } from "../mail-content.ts";
import { recordBefore } from "../outcome.ts";
import type { Check } from "./finding.ts";

const walls = new Map<string, Intl.DateTimeFormat>();

/** `Thursday, December 3, 5:00 PM`, as a calendar and a clock on the reader's wall have it. */
function onTheWall(at: number, timeZone: string): string {
  let wall = walls.get(timeZone);
  if (!wall) {
    const parts = {
      weekday: "long",
      month: "long",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
    } as const;
    wall = new Intl.DateTimeFormat("en-US", { timeZone, ...parts });
    walls.set(timeZone, wall);
  }
  return wall.format(at).replace(/\s/g, " ").replace(" at ", ", ");
}

/** The first time of day that a mail speaks of, in the same words; the other's time may follow. */
function firstTimeIn(words: string): string | undefined {
  const [, day, clock, half] =
    /(\w+day, \w+ \d+)(?:, \d{4})?,? (\d+:\d\d)(?:–\d+:\d\d)? (AM|PM)/.exec(words) ?? [];
  return day && `${day}, ${clock} ${half}`;
}

const says: ReadonlySet<string> = new Set([
  "invite",
  "moved",
  "prepare",
  "reminder",
  "starting-soon",
  "called-off",
]);
const methods: Readonly<Record<string, string>> = {
  invite: "REQUEST",
  moved: "REQUEST",
  "called-off": "CANCEL",
};

export const rightPersonTimeAndRevision: Check = async (outcome) => {
  const findings: string[] = [];
  for (const mail of outcome.mails) {
    const { message: id, attempt, letter = "" } = mail.tags;
    const claim = outcome.writes.find(
      ({ put }) => put?.pk === `message#${id}` && put.state === "sending" && String(put.attempt) === attempt,
    );
    const message = claim?.put as unknown as Message | undefined;
    if (!claim || !message || !("personId" in message.to) || !message.meetingId) continue;
    const meeting = recordBefore(outcome, `meeting#${message.meetingId}`, "meeting", claim.order);
    const person = outcome.people.get(message.to.personId);
    const wrong = (what: string): unknown => findings.push(`${what}: ${letter} to ${mail.to}`);
    if (!meeting || !person || mail.to !== person.email || meeting[`${message.role}Id`] !== person.id) {
      wrong("is to the wrong person");
      continue;
    }
    const startAt = meeting.startAt as number;
    const { subject, text, entry } = await contentOf(mail);
    if (says.has(letter)) {
      const told = firstTimeIn(`${subject}\n${text}`.replace(/\s+/g, " "));
      const expected = onTheWall(startAt, person.timeZone);
      if (told !== expected) wrong(`says ${told}, not ${expected}`);
    }
    const method = methods[letter];
    if (!method !== !entry) wrong(entry ? "has a calendar entry" : "has no calendar entry");
    if (!method || !entry) continue;
    if (entry.method !== method) wrong(`is a ${entry.method}`);
    if (entry.startAt !== startAt) wrong("has another time in the calendar");
    if (entry.sequence !== meeting.arrangement)
      wrong(`is revision ${entry.sequence}, not ${meeting.arrangement}`);
  }
  return findings;
};

/** One UID for a meeting's life, and a SEQUENCE that rises with each mail to a reader, in the order they were claimed. */
export const oneUidRisingSequence: Check = async (outcome) => {
  const findings: string[] = [];
  const claimed = new Map<string, number>();
  for (const { put, order } of outcome.writes)
    if (put?.sk === "message" && put.state === "sending") claimed.set(`${put.id} ${put.attempt}`, order);
  const latest = new Map<string, { uid: string; sequence: number; message: string }>();
  const inOrder = [...outcome.mails].sort(
    (one, other) => orderOf(claimed, one.tags) - orderOf(claimed, other.tags),
  );
  for (const mail of inOrder) {
    const meetingId = outcome.messages.get(mail.tags.message ?? "")?.meetingId;
    const { entry } = methods[mail.tags.letter ?? ""] ? await contentOf(mail) : {};
    if (!meetingId || !entry) continue;
    const key = `${meetingId} ${mail.to}`;
    const before = latest.get(key);
    const message = mail.tags.message!;
    if (before && before.uid !== entry.uid)
      findings.push(`changes its UID: ${mail.tags.letter} to ${mail.to}`);
    if (before && before.sequence >= entry.sequence && before.message !== message)
      findings.push(`SEQUENCE ${entry.sequence} after ${before.sequence}: ${mail.tags.letter} to ${mail.to}`);
    latest.set(key, { ...entry, message });
  }
  return findings;
};

const orderOf = (claimed: ReadonlyMap<string, number>, tags: Readonly<Record<string, string>>): number =>
  claimed.get(`${tags.message} ${tags.attempt}`) ?? 0;
