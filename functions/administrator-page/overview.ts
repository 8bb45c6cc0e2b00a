/** The administrator's first page: how many, and what needs a hand. Dates and states, never what was said. */
import { html } from "hono/html";
import { civilAt, monthOf, nextMonth, previousMonth } from "../../shared/domain/calendar.ts";
import type { Meeting } from "../../shared/domain/meetings.ts";
import { describeMonth } from "../../shared/domain/moments.ts";
import type { Person } from "../../shared/domain/people.ts";
import { isYearOver, monthsUnderWay } from "../../shared/domain/school-year.ts";
import { counted } from "../../shared/letters/in-words.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { isolated } from "../../shared/pages/names.ts";
import type { Html } from "../../shared/pages/site.ts";
import { listMeetings } from "../../shared/records/meetings.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { listMessages } from "../../shared/records/messages.ts";
import { listInvitations, listPeople } from "../../shared/records/people.ts";
import { listRounds } from "../../shared/records/rounds.ts";
import { opensLate } from "../../shared/runtime/rounds.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { showPage } from "./administrator-app.ts";
import { reasonInWords, troubledStates, yearIsOver } from "./in-words.ts";
import { mailTroubles } from "./mail-troubles.ts";
import { withoutMentor } from "./without-mentor.ts";

export function overviewRoutes(app: PagesApp, runtime: Runtime): void {
  app.get("/administrator", async (context) => {
    const glance = await lookAtSchool(runtime);
    const { people, invitations, mentorships, meetings } = glance;
    const inState = (state: string) => mentorships.filter((mentorship) => mentorship.state === state).length;
    const figure = (count: number, label: string): Html =>
      html`<li><b>${count.toLocaleString("en-US")}</b>${label}</li>`;
    return showPage(runtime, context, {
      section: "",
      title: runtime.school.name,
      lead: `How the program stands in ${describeMonth(glance.month)}.`,
      body: html`<ul class="figures">
${figure(people.filter(({ student }) => student).length, "students")}
${figure(people.filter(({ mentor }) => mentor).length, "mentors")}
${figure(invitations.length, "invited, not here yet")}
${figure(inState("active"), "active pairs")}
${figure(meetings.filter(({ state, month }) => state === "booked" && month >= glance.month).length, "meetings ahead")}
${figure(meetings.filter(({ state, month }) => state === "held" && month === glance.month).length, "held this month")}
</ul>
<h2>What needs a hand</h2>
${needs(runtime, glance, inState("proposed"), withoutMentor(runtime, people, mentorships), await mailTroubles(runtime, [...people, ...invitations]))}`,
    });
  });
}

async function lookAtSchool(runtime: Runtime) {
  const { school } = runtime;
  const table = tableOf(runtime);
  const now = runtime.now();
  const month = monthOf(civilAt(now, runtime.school.timeZone).date);
  const mailMonth = monthOf(civilAt(now, "UTC").date);
  const months = [previousMonth(month), month, nextMonth(month)];
  const rounds = await listRounds(table);
  const isOpen = rounds.some((round) => round.month >= month && round.openedAt !== undefined);
  // One whose hour was past before the school stood opens by hand only. Of two the later: of the other little is left.
  const missed = monthsUnderWay(school, now)
    .filter((each) => !isOpen && !opensLate(rounds, each))
    .slice(-1);
  const [people, invitations, mentorships, ...rest] = await Promise.all([
    listPeople(table),
    listInvitations(table),
    listMentorships(table),
    ...months.map((each) => listMeetings(table, each)),
  ]);
  const mail = await listMessages(table, [previousMonth(mailMonth), mailMonth]);
  const troubled = mail.filter(({ state }) => troubledStates.includes(state)).length;
  return { month, missed, people, invitations, mentorships, meetings: rest.flat(), troubled };
}

function needs(
  runtime: Runtime,
  {
    month,
    missed,
    people,
    invitations,
    mentorships,
    meetings,
    troubled,
  }: Awaited<ReturnType<typeof lookAtSchool>>,
  proposals: number,
  unpaired: readonly Html[],
  ofMail: readonly Html[],
): Html {
  const outsiders = people.filter(({ mentor }) => mentor && !mentor.approved);
  const timeless = meetings.filter((meeting) => meeting.state === "unplaced" && meeting.month >= month);
  const unknown = meetings.filter(({ state }) => state === "unknown");
  const items: Html[] = [
    ...(people.length + invitations.length === 0
      ? [
          html`Nobody is here yet: <a href="/administrator/import">import people</a>, or let them ask to join on <a href="/">the first page</a>`,
        ]
      : []),
    ...(isYearOver(runtime.school, runtime.now()) ? [html`${yearIsOver}`] : []),
    ...(mentorships.some(({ state }) => state === "active") ? missed : []).map(
      (each) =>
        html`<a href="/administrator/months?month=${each}">${describeMonth(each)}</a> has not been opened, and does not open by itself any more`,
    ),
    ...(proposals > 0
      ? [
          html`<a href="/administrator/pairs">${counted(proposals, "proposed pair")}</a> to look at and confirm`,
        ]
      : []),
    ...unpaired,
    ...(outsiders.length > 0
      ? [
          html`<a href="/administrator/people?show=to-approve">${counted(outsiders.length, "mentor")} from outside</a> to approve`,
        ]
      : []),
    ...[...Map.groupBy(unknown, ({ month }) => month)].map(
      ([each, { length }]) =>
        html`<a href="/administrator/months?month=${each}">${counted(length, "meeting")}</a> of which nobody knows whether ${length === 1 ? "it" : "they"} took place, in ${describeMonth(each)}`,
    ),
    ...(troubled > 0
      ? [
          html`<a href="/administrator/mail?show=troubled">${counted(troubled, "mail")}</a> that bounced, failed or may not have been sent`,
        ]
      : []),
    ...ofMail,
  ];
  if (items.length === 0 && timeless.length === 0) return html`<p>Nothing. Everything runs by itself.</p>`;
  return html`${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : ""}
${timeless.length > 0 ? withoutTime(timeless, people) : ""}`;
}

function withoutTime(timeless: readonly Meeting[], people: readonly Person[]): Html {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const shown = timeless.slice(0, 50);
  return html`<h3>${counted(timeless.length, "pair")} without a time</h3>
<ul>${shown.map(
    ({ studentId, mentorId, month, reason }) =>
      html`<li>${isolated(nameOf.get(studentId) ?? "A student")} and ${isolated(nameOf.get(mentorId) ?? "a mentor")}, ${describeMonth(month)}. ${reason ? reasonInWords[reason] : ""}</li>`,
  )}${timeless.length > shown.length ? html`<li>And ${timeless.length - shown.length} more, on the page of the month.</li>` : ""}</ul>
<p>Both were told why, and either can add free time. A call often helps.</p>`;
}
