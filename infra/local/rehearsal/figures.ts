/** What a program lead wants to know of a rehearsed month, counted from the table and the mailbox. */
import { civilAt, monthOf, nextMonth } from "../../../shared/domain/calendar.ts";
import { letterNames } from "../../../shared/domain/letter-rules.ts";
import {
  type Meeting,
  type MeetingState,
  meetingStates,
  type UnplacedReason,
  unplacedReasons,
} from "../../../shared/domain/meetings.ts";
import type { Mentorship } from "../../../shared/domain/mentorships.ts";
import type { Message } from "../../../shared/domain/messages.ts";
import { studentsChoose } from "../../../shared/domain/school.ts";
import { outsideYear } from "../../../shared/domain/school-year.ts";
import { day, type Instant, type Month } from "../../../shared/domain/time.ts";
import { listMeetings } from "../../../shared/records/meetings.ts";
import { listMentorships } from "../../../shared/records/mentorships.ts";
import { listMessages } from "../../../shared/records/messages.ts";
import { listInvitations, listPeople } from "../../../shared/records/people.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import type { World } from "../world.ts";

export type Spread = { median: number; percentile95: number; most: number };

/** How many pairs were given a time, and the most that any plan could have placed, by the planner's proof. */
export type Opening = { placed: number; most: number };

export type MonthFigures = {
  month: Month;
  /** No such month opens. */
  outsideYear: boolean;
  meetings: Readonly<Record<MeetingState, number>>;
  /** Meetings that had a time at least once. */
  booked: number;
  /** Of the plan made when the month was opened; undefined when it was not opened in the rehearsal. */
  opening: Opening | undefined;
  withoutTime: readonly { reason: UnplacedReason; pairs: number }[];
};

export type RequestFigures = {
  made: number;
  accepted: number;
  notNow: number;
  noAnswer: number;
  open: number;
};

export type Figures = {
  students: number;
  mentors: number;
  /** Students who were paired with nobody. */
  withoutMentor: number;
  /** Who got a link to sign up and does not use it, for there is nobody to tell the rest. */
  invited: number;
  /** Where students choose: what came of their requests. */
  requests: RequestFigures | undefined;
  pairs: number;
  activePairs: number;
  months: readonly MonthFigures[];
  mails: readonly { letter: string; count: number }[];
  mailsPerPersonAndMonth: Spread;
  /** Mails about months after the rehearsed ones, which open meanwhile. */
  mailsOfLaterMonths: number;
  notSent: readonly { state: string; count: number }[];
  /** The longest a mail waited beyond its moment, in minutes. */
  longestMailWaitMinutes: number;
  /** From the confirmation of a pair to its first meeting, in days. */
  longestWaitForMeetingDays: number;
};

/** What became of each month's plan when it was opened, read off the log before its lines are forgotten. */
export function notePlans({ log }: World, openings: Map<Month, Opening>): void {
  for (const { event, month, placed, most } of log)
    if (event === "month-planned" && !openings.has(month as Month))
      openings.set(month as Month, { placed: placed as number, most: most as number });
}

export async function countFigures(
  world: World,
  months: readonly Month[],
  openings: ReadonlyMap<Month, Opening> = new Map(),
): Promise<Figures> {
  const table = tableOf(world.runtime);
  const [people, invitations, mentorships] = await Promise.all([
    listPeople(table),
    listInvitations(table),
    listMentorships(table),
  ]);
  const meetings = (await Promise.all(months.map((month) => listMeetings(table, month)))).flat();
  const messages = await messagesUntil(world);
  const ours = messages.filter(({ meetingId }) => !meetingId || months.includes(meetingId.slice(-7)));
  const sent = ours.filter(({ state }) => state === "accepted" || state === "delivered");
  const confirmed = mentorships.filter(({ confirmedAt }) => confirmedAt !== undefined);
  const paired = new Set(confirmed.map(({ studentId }) => studentId));
  return {
    students: people.filter(({ student }) => student).length,
    mentors: people.filter(({ mentor }) => mentor).length,
    withoutMentor: people.filter(({ id, student }) => student && !paired.has(id)).length,
    invited: invitations.length,
    requests: studentsChoose(world.school) ? requestFigures(mentorships) : undefined,
    pairs: confirmed.length,
    activePairs: mentorships.filter(({ state }) => state === "active").length,
    months: months.map((month) =>
      monthFigures(
        { month, outsideYear: outsideYear(world.school, month) !== undefined },
        meetings.filter((meeting) => meeting.month === month),
        openings.get(month),
      ),
    ),
    mails: countBy(
      sent.map(({ letter }) => letter),
      letterNames,
    ).map(([letter, count]) => ({ letter, count })),
    mailsPerPersonAndMonth: perPersonAndMonth(sent, world.school.timeZone),
    mailsOfLaterMonths: messages.length - ours.length,
    notSent: countBy(ours.filter((message) => !sent.includes(message)).map(({ state }) => state)).map(
      ([state, count]) => ({ state, count }),
    ),
    longestMailWaitMinutes: Math.max(
      0,
      ...sent.map(({ sendAt, claimedAt }) => Math.round(((claimedAt ?? sendAt) - sendAt) / 60_000)),
    ),
    longestWaitForMeetingDays: longestWaitForMeeting(mentorships, meetings),
  };
}

function requestFigures(mentorships: readonly Mentorship[]): RequestFigures {
  const made = mentorships.filter(({ offeredAt }) => offeredAt !== undefined);
  const without = made.filter(({ confirmedAt }) => confirmedAt === undefined);
  const ended = (state: Mentorship["state"]) => without.filter((mentorship) => mentorship.state === state);
  return {
    made: made.length,
    accepted: made.length - without.length,
    notNow: ended("declined").length,
    noAnswer: ended("lapsed").length,
    open: ended("offered").length,
  };
}

function monthFigures(
  which: Pick<MonthFigures, "month" | "outsideYear">,
  meetings: readonly Meeting[],
  opening: Opening | undefined,
): MonthFigures {
  const states = countBy(
    meetings.map(({ state }) => state),
    meetingStates,
  );
  const never = meetings.filter(({ startAt }) => startAt === undefined);
  return {
    ...which,
    meetings: Object.fromEntries([...meetingStates.map((state) => [state, 0]), ...states]) as Record<
      MeetingState,
      number
    >,
    booked: meetings.length - never.length,
    opening,
    withoutTime: countBy(
      never.flatMap(({ reason }) => reason ?? []),
      unplacedReasons,
    ).map(([reason, pairs]) => ({ reason, pairs })),
  };
}

/** All messages of the world, from the month in which it began. */
async function messagesUntil(world: World): Promise<Message[]> {
  const [first, last] = [world.mailbox[0]?.at ?? world.now(), world.now()].map((at) =>
    monthOf(civilAt(at, "UTC").date),
  ) as [Month, Month];
  const months = [first];
  while (months.at(-1)! < last) months.push(nextMonth(months.at(-1)!));
  return listMessages(tableOf(world.runtime), months);
}

function perPersonAndMonth(sent: readonly Message[], zone: string): Spread {
  const counts = countBy(
    sent.map(
      ({ to, claimedAt, plannedAt }) =>
        `${JSON.stringify(to)} ${monthOf(civilAt(claimedAt ?? plannedAt, zone).date)}`,
    ),
  );
  const sorted = counts.map(([, count]) => count).sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: at(0.5), percentile95: at(0.95), most: sorted.at(-1) ?? 0 };
}

function longestWaitForMeeting(mentorships: readonly Mentorship[], meetings: readonly Meeting[]): number {
  const firstOf = new Map<string, Instant>();
  for (const { mentorshipId, startAt } of meetings)
    if (startAt !== undefined)
      firstOf.set(mentorshipId, Math.min(firstOf.get(mentorshipId) ?? Infinity, startAt));
  const waits = mentorships.flatMap(({ id, confirmedAt }) =>
    confirmedAt !== undefined && firstOf.has(id) ? [firstOf.get(id)! - confirmedAt] : [],
  );
  return Math.round(Math.max(0, ...waits) / day);
}

/** How often each word occurs, in the given order or else alphabetically; words that do not occur are left out. */
function countBy<Word extends string>(words: readonly Word[], order?: readonly Word[]): [Word, number][] {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const names = order ?? [...counts.keys()].sort();
  return names.flatMap((name): [Word, number][] => (counts.has(name) ? [[name, counts.get(name)!]] : []));
}
