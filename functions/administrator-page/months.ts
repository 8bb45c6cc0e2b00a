/** A school's months: the meetings of one with their states, and its opening by hand. */
import { html } from "hono/html";
import { civilAt, daysBetween, lastDay, monthOf, nextMonth } from "../../shared/domain/calendar.ts";
import { type Meeting, meetingStates } from "../../shared/domain/meetings.ts";
import { describeMoment, describeMonth, zoneName } from "../../shared/domain/moments.ts";
import { opensAt, outsideYear } from "../../shared/domain/school-year.ts";
import type { Month } from "../../shared/domain/time.ts";
import { counted } from "../../shared/letters/in-words.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { buttonForm } from "../../shared/pages/buttons.ts";
import { dataTable, inParts } from "../../shared/pages/data-table.ts";
import { optionsOf } from "../../shared/pages/fields.ts";
import type { Html } from "../../shared/pages/site.ts";
import { readPosted, textOf } from "../../shared/pages/typed.ts";
import { listMeetings } from "../../shared/records/meetings.ts";
import { listPeople } from "../../shared/records/people.ts";
import { listRounds, type Round } from "../../shared/records/rounds.ts";
import { openMonthByHand, opensLate } from "../../shared/runtime/rounds.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { type AdministratorContext, backTo, showPage } from "./administrator-app.ts";
import { meetingStateInWords, reasonInWords, shortTime } from "./in-words.ts";

const path = "/administrator/months";

const refusals = {
  "is-open": "This month is open already.",
  "is-over": "This month is over; it cannot be opened any more.",
  "before-the-year":
    "The school year begins after this month. Should it begin earlier, set its first day in the school's file and deploy that.",
  "after-the-year":
    "The school year ends before this month. Should it go on, set its last day in the school's file and deploy that.",
  "too-early": "It is too early: a month can be opened once the month before it has begun.",
} as const;

export function monthRoutes(app: PagesApp, runtime: Runtime): void {
  app.get(path, (context) => show(runtime, context, context.req.query("month")));
  app.post(`${path}/open`, async (context) => {
    const month = textOf(await readPosted(context), "month");
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return context.notFound();
    const opened = await openMonthByHand(runtime, month);
    return opened.ok
      ? backTo(context, `${path}?month=${month}`, "opened")
      : show(runtime, context, month, refusals[opened.refusal]);
  });
}

/** Of what is left of the school's month, the days after today. */
function daysAfterToday({ school, now }: Runtime): number {
  const today = civilAt(now(), school.timeZone).date;
  const end = lastDay(monthOf(today));
  const { to } = school.schoolYear;
  return Math.max(0, daysBetween(today, to < end ? to : end));
}

const isOpen = (rounds: readonly Round[], month: Month): boolean =>
  rounds.some((round) => round.month === month && round.openedAt !== undefined);

/** The month under way, or the next where its hour has come and the one under way was never opened: there is little left of that. */
function usualMonth(runtime: Runtime, rounds: readonly Round[]): Month {
  const month = thisMonth(runtime);
  const next = nextMonth(month);
  const nextCounts = opensAt(runtime.school, next) <= runtime.now() && !outsideYear(runtime.school, next);
  return nextCounts && !isOpen(rounds, month) ? next : month;
}

const thisMonth = (runtime: Runtime): Month => monthOf(civilAt(runtime.now(), runtime.school.timeZone).date);

/** The months one may look at, up to the next: whatever was opened, also in years before, and those of the school year. */
function monthsOf(runtime: Runtime, rounds: readonly Round[]): Month[] {
  const last = nextMonth(thisMonth(runtime));
  const months = new Set([thisMonth(runtime), ...rounds.map(({ month }) => month)]);
  for (let month = monthOf(runtime.school.schoolYear.from); month <= last; month = nextMonth(month))
    months.add(month);
  return [...months].filter((month) => month <= last).sort();
}

async function show(
  runtime: Runtime,
  context: AdministratorContext,
  wanted: string | undefined,
  refused?: string,
) {
  const table = tableOf(runtime);
  const rounds = await listRounds(table);
  const months = monthsOf(runtime, rounds);
  const month = months.find((it) => it === wanted) ?? usualMonth(runtime, rounds);
  const [meetings, people] = await Promise.all([listMeetings(table, month), listPeople(table)]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const sorted = [...meetings].sort(
    (a, b) =>
      (a.startAt ?? Number.POSITIVE_INFINITY) - (b.startAt ?? Number.POSITIVE_INFINITY) ||
      (a.id < b.id ? -1 : 1),
  );
  const { rows, links } = inParts(
    sorted,
    context.req.query("part"),
    (part) => `${path}?month=${month}&part=${part}`,
  );
  return showPage(
    runtime,
    context,
    {
      section: "/months",
      title: describeMonth(month),
      ...(refused !== undefined && { notice: { kind: "refused", sentence: refused } as const }),
      body: html`${monthPicker(months, month)}
${opening(runtime, month, rounds)}
${meetings.length > 0 ? html`${countsByState(meetings)}${meetingTable(runtime, rows, nameOf)}${links}` : html`<p>There is no meeting in this month yet.</p>`}`,
    },
    refused === undefined ? 200 : 409,
  );
}

const monthPicker = (
  months: readonly Month[],
  month: Month,
): Html => html`<form method="get" action="${path}" class="actions">
<label for="field-month">Month</label>
<select id="field-month" class="short" name="month">${optionsOf(
  months.map((value) => ({ value, label: describeMonth(value) })),
  month,
)}</select><button class="second">Show</button></form>`;

function opening(runtime: Runtime, month: Month, rounds: readonly Round[]): Html {
  const { school } = runtime;
  const round = rounds.find((it) => it.month === month);
  if (round?.openedAt !== undefined)
    return html`<p>Opened on ${describeMoment(round.openedAt, school.timeZone)}.</p>`;
  if (month < thisMonth(runtime)) return html`<p>This month was never opened.</p>`;
  const outside = outsideYear(school, month);
  if (outside) return html`<p>${refusals[outside]}</p>`;
  const when = round?.opensAt ?? opensAt(school, month);
  return html`<p>${
    when > runtime.now()
      ? `It opens by itself on ${describeMoment(when, school.timeZone)}: every pair's meeting is planned and booked then.`
      : opensLate(rounds, month)
        ? "It is not open yet, and opens by itself."
        : "It is not open, and does not open by itself any more."
  }</p>
${month === thisMonth(runtime) ? whatIsLeft(runtime, month, rounds) : ""}
${buttonForm({ action: `${path}/open`, label: `Open ${describeMonth(month)} now`, second: true, fields: { month } })}`;
}

/** Late in a month, most pairs would only be told that there is no time. */
function whatIsLeft(runtime: Runtime, month: Month, rounds: readonly Round[]): Html {
  const { school } = runtime;
  const next = nextMonth(month);
  const days = daysAfterToday(runtime);
  return html`<p>${describeMonth(month)} has ${days === 0 ? "no day" : counted(days, "day")} left after today. If you open it, each pair without a common time in what is left gets a mail that says so.${
    outsideYear(school, next) || isOpen(rounds, next)
      ? ""
      : html` You can leave it out and begin with <a href="${path}?month=${next}">${describeMonth(next)}</a>.`
  }</p>`;
}

const countsByState = (meetings: readonly Meeting[]): Html =>
  html`<ul class="figures">${meetingStates
    .map((state) => ({ state, count: meetings.filter((meeting) => meeting.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => html`<li><b>${count}</b>${meetingStateInWords[state]}</li>`)}</ul>`;

function meetingTable(
  { school }: Runtime,
  meetings: readonly Meeting[],
  nameOf: ReadonlyMap<string, string>,
): Html {
  const timeless = meetings.some(({ state }) => state === "unplaced");
  return dataTable(
    `Meetings; times in ${zoneName(school.timeZone)}`,
    ["Student", "Mentor", "When", "State", ...(timeless ? ["Why there is no time"] : [])],
    meetings.map(({ studentId, mentorId, startAt, state, reason }) => [
      nameOf.get(studentId) ?? "–",
      nameOf.get(mentorId) ?? "–",
      startAt === undefined ? "–" : shortTime(startAt, school.timeZone),
      meetingStateInWords[state],
      ...(timeless ? [state === "unplaced" && reason ? reasonInWords[reason] : ""] : []),
    ]),
  );
}
