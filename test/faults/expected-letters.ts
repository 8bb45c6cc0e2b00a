/** Which mails a meeting's history asks for, reckoned apart from the product: from the times in the rules and what the table saw. */
import { addDays, civilAt, wallToInstant } from "../../shared/domain/calendar.ts";
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import type { Meeting } from "../../shared/domain/meetings.ts";
import type { Role } from "../../shared/domain/people.ts";
import { type Instant, minute } from "../../shared/domain/time.ts";
import { type MeetingWrite, meetingWrites, type Outcome } from "./outcome.ts";
import { school } from "./small-school.ts";

export type Expected = {
  letter: LetterName;
  about: string;
  arrangement: number;
  role: string;
  /** When it was to be planned. */
  at: Instant;
  /** True where what decides it happened so close to its moment that either may be right. */
  eitherWay: boolean;
};

export const nameOf = (it: Pick<Expected, "letter" | "about" | "arrangement" | "role">): string =>
  `${it.letter} about ${it.about} #${it.arrangement} to the ${it.role}`;

/** A wrong clock, a slow call and a late alarm clock can shift what came first by this much. */
const blurMs = 40 * minute;
const both: readonly Role[] = ["student", "mentor"];

const daysBefore = (at: Instant, days: number, zone: string): Instant => {
  const { date, time } = civilAt(at, zone);
  return wallToInstant(addDays(date, -days), time, zone);
};

/** Every letter about a meeting that must have been planned by now. */
export function expectedLetters(outcome: Outcome): Expected[] {
  return [...meetingWrites(outcome).values()].flatMap((writes) => lettersOf(writes, outcome));
}

function lettersOf(writes: readonly MeetingWrite[], outcome: Outcome): Expected[] {
  const letters: Expected[] = [];
  const expect = (
    letter: LetterName,
    meeting: Meeting,
    roles: readonly string[],
    at: Instant,
    either = false,
  ) => {
    for (const role of roles)
      letters.push({
        letter,
        about: meeting.id,
        arrangement: meeting.arrangement,
        role,
        at,
        eitherWay: either,
      });
  };
  for (const [index, { meeting, at }] of writes.entries()) {
    const before = writes[index - 1]?.meeting;
    const wasBooked = before?.state === "booked";
    if (meeting.state === "unplaced" && meeting.reason && meeting.reason !== before?.reason)
      expect("no-common-time", meeting, both, at);
    if (meeting.state === "booked" && meeting.arrangement !== before?.arrangement) {
      expect(wasBooked ? "moved" : "invite", meeting, both, at);
      expectTimed(expect, writes.slice(index), outcome);
    }
    if (wasBooked && ["called-off", "skipped", "not-arranged"].includes(meeting.state))
      expect("called-off", meeting, both, at);
    for (const role of both)
      if (meeting.late?.[role] !== undefined && meeting.late[role] !== before?.late?.[role])
        expect(
          "running-late",
          meeting,
          both.filter((other) => other !== role),
          at,
        );
    if (meeting.state === "asked" && before?.state !== "asked")
      expectNudge(expect, writes.slice(index), outcome);
  }
  return letters;
}

type Expect = (
  letter: LetterName,
  meeting: Meeting,
  roles: readonly string[],
  at: Instant,
  either?: boolean,
) => void;

/** What time asks for while this arrangement stands. */
function expectTimed(expect: Expect, writes: readonly MeetingWrite[], { people, now }: Outcome): void {
  const { meeting } = writes[0]!;
  const start = meeting.startAt!;
  const { reminders } = school;
  const left = writes.find(
    ({ meeting: it }) => it.arrangement !== meeting.arrangement || it.state !== "booked",
  );
  const leftByTime = left?.meeting.state === "asked" && left.meeting.arrangement === meeting.arrangement;
  const zone = (role: Role): string => people.get(meeting[`${role}Id`])!.timeZone;
  const remind = (role: Role): Instant => daysBefore(start, reminders.reminderDaysBefore, zone(role));
  const end = start + meeting.minutes * minute;
  const timed: [LetterName, Role[], Instant][] = [
    ["prepare", ["student"], daysBefore(start, reminders.prepareDaysBefore, zone("student"))],
    ["reminder", ["student"], remind("student")],
    ["reminder", ["mentor"], remind("mentor")],
    ["starting-soon", [...both], start - reminders.startingSoonMinutesBefore! * minute],
    ["did-you-meet", [...both], end + reminders.askMinutesAfter * minute],
  ];
  for (const [letter, roles, at] of timed) {
    if (letter !== "did-you-meet" && at <= meeting.arrangedAt!) continue;
    const until = leftByTime ? Number.POSITIVE_INFINITY : (left?.at ?? Number.POSITIVE_INFINITY);
    if (at > Math.min(until, now) + blurMs) continue;
    const blurred =
      Math.abs(until - at) <= blurMs || now - at <= blurMs || at - meeting.arrangedAt! <= blurMs;
    expect(letter, meeting, roles, at, blurred);
  }
}

/** Whoever has not said whether they met is asked once more. */
function expectNudge(expect: Expect, writes: readonly MeetingWrite[], { now }: Outcome): void {
  const { meeting } = writes[0]!;
  const end = meeting.startAt! + meeting.minutes * minute;
  const at = daysBefore(end, -school.reminders.nudgeDaysAfter, school.timeZone);
  const decided = writes.find(({ meeting: it }) => it.state !== "asked")?.at ?? Number.POSITIVE_INFINITY;
  if (at > Math.min(decided, now) + blurMs) return;
  for (const role of both) {
    const answered = writes.find(({ meeting: it }) => it.answers[role])?.at ?? Number.POSITIVE_INFINITY;
    if (answered < at - blurMs) continue;
    expect(
      "feedback-nudge",
      meeting,
      [role],
      at,
      [answered, decided, now].some((it) => Math.abs(it - at) <= blurMs),
    );
  }
}
