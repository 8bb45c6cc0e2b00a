/** How a school stands: people, pairs, months, mails, what SES allows, and what is overdue. */
import { civilAt, monthOf, nextMonth, previousMonth } from "../../../shared/domain/calendar.ts";
import { meetingStates } from "../../../shared/domain/meetings.ts";
import { mentorshipStates } from "../../../shared/domain/mentorships.ts";
import { messageStates } from "../../../shared/domain/messages.ts";
import { describeMoment, describeMonth } from "../../../shared/domain/moments.ts";
import { minute } from "../../../shared/domain/time.ts";
import { counted } from "../../../shared/letters/in-words.ts";
import { getDue } from "../../../shared/records/due.ts";
import { listMeetings } from "../../../shared/records/meetings.ts";
import { listMentorships } from "../../../shared/records/mentorships.ts";
import { listMessages } from "../../../shared/records/messages.ts";
import { listInvitations, listPeople } from "../../../shared/records/people.ts";
import { loadRestore } from "../../../shared/records/restore.ts";
import { listRounds } from "../../../shared/records/rounds.ts";
import type { Runtime } from "../../../shared/runtime/runtime.ts";
import { tableOf } from "../../../shared/runtime/table-of.ts";
import { askMailAllowance, mailAllowanceInWords } from "../mail-allowance.ts";
import type { Operation } from "../operation.ts";

export const status: Operation = {
  does: "Say how the school stands: people, pairs, meetings, mails, what SES allows, and what is overdue.",
  async look({ runtime }) {
    const figures = await figuresOf(runtime);
    return { found: { figures, lines: linesOf(runtime, figures) } };
  },
};

type Figures = Awaited<ReturnType<typeof figuresOf>>;

async function figuresOf(runtime: Runtime) {
  const table = tableOf(runtime);
  const now = runtime.now();
  const month = monthOf(civilAt(now, runtime.school.timeZone).date);
  const months = [previousMonth(month), month, nextMonth(month)];
  const mailMonth = monthOf(civilAt(now, "UTC").date);
  const [people, invitations, mentorships, rounds, due, meetings, messages, restore, mailAllowance] =
    await Promise.all([
      listPeople(table),
      listInvitations(table),
      listMentorships(table),
      listRounds(table),
      getDue(table, now, 10_000),
      Promise.all(months.map((each) => listMeetings(table, each))),
      listMessages(table, [previousMonth(mailMonth), mailMonth]),
      loadRestore(table),
      askMailAllowance(runtime),
    ]);
  const oldest = due[0]?.dueAt;
  return {
    now,
    people: {
      students: people.filter(({ student }) => student).length,
      mentors: people.filter(({ mentor }) => mentor).length,
      invited: invitations.length,
      mentorsToApprove: people.filter(({ mentor }) => mentor && !mentor.approved).length,
    },
    pairs: countStates(mentorshipStates, mentorships),
    months: months.map((each, index) => ({
      month: each,
      opened: rounds.some((round) => round.month === each && round.openedAt !== undefined),
      meetings: countStates(meetingStates, meetings[index]!),
    })),
    mailsOfTwoMonths: countStates(messageStates, messages),
    mailHeldSince: restore && restore.releasedAt === undefined ? restore.restoredAt : null,
    mailAllowance,
    overdue: {
      records: due.length,
      oldestMinutes: oldest === undefined ? 0 : Math.floor((now - oldest) / minute),
    },
  };
}

/** How many are in each state; states in which nothing is are left out. */
function countStates<State extends string>(
  states: readonly State[],
  things: readonly { state: State }[],
): Partial<Record<State, number>> {
  const counted = states.map(
    (state) => [state, things.filter((thing) => thing.state === state).length] as const,
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0)) as Partial<Record<State, number>>;
}

function linesOf(
  { school }: Runtime,
  { now, people, pairs, months, mailsOfTwoMonths, mailHeldSince, mailAllowance, overdue }: Figures,
): string[] {
  return [
    `${school.name}, ${describeMoment(now, school.timeZone)}`,
    `People: ${counted(people.students, "student")}, ${counted(people.mentors, "mentor")}, ${people.invited} invited and not here yet, ${counted(people.mentorsToApprove, "mentor")} to approve.`,
    `Pairs: ${inWords(pairs)}.`,
    ...months.map(
      ({ month, opened, meetings }) =>
        `${describeMonth(month)} ${opened ? "is open" : "is not open"}. Meetings: ${inWords(meetings)}.`,
    ),
    `Mails of this month and the last: ${inWords(mailsOfTwoMonths)}.`,
    ...(mailHeldSince === null
      ? []
      : [
          `Mail is held since the table was restored on ${describeMoment(mailHeldSince, school.timeZone)}; \`release-mail\` lets it go out.`,
        ]),
    mailAllowanceInWords(mailAllowance),
    overdue.records === 0
      ? "Nothing is overdue."
      : `Overdue: ${overdue.records}, the oldest for ${counted(overdue.oldestMinutes, "minute")}. The sweep takes them in turn; an hour is too long.`,
  ];
}

const inWords = (counts: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(counts)
    .map(([state, count]) => `${count} ${state}`)
    .join(", ") || "none";
