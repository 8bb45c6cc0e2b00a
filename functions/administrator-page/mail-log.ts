/** The mail log: which letter went to whom, when, and what became of it; never what was in it. */
import { html } from "hono/html";
import { civilAt, monthOf, previousMonth } from "../../shared/domain/calendar.ts";
import { conserve, untakenStates } from "../../shared/domain/mail-balance.ts";
import { type Message, type MessageState, messageStates } from "../../shared/domain/messages.ts";
import { describeMonth, zoneName } from "../../shared/domain/moments.ts";
import { emailIdentity } from "../../shared/domain/people.ts";
import type { Month } from "../../shared/domain/time.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { dataTable, inParts } from "../../shared/pages/data-table.ts";
import { optionsOf } from "../../shared/pages/fields.ts";
import type { Html } from "../../shared/pages/site.ts";
import { listMessages } from "../../shared/records/messages.ts";
import { listInvitations, listPeople } from "../../shared/records/people.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { showPage } from "./administrator-app.ts";
import { messageStateInWords, shortTime, spaced, troubledStates } from "./in-words.ts";

const path = "/administrator/mail";
const monthsKept = 13;

export function mailLogRoutes(app: PagesApp, runtime: Runtime): void {
  app.get(path, async (context) => {
    const months = monthsOf(runtime);
    const month = months.find((known) => known === context.req.query("month")) ?? months[0]!;
    const state = messageStates.find((known) => known === context.req.query("state"));
    const troubledOnly = context.req.query("show") === "troubled";
    const table = tableOf(runtime);
    const read = troubledOnly ? months.slice(0, 2) : [month];
    const [nameOf, all] = await Promise.all([recipients(runtime), listMessages(table, read)]);
    const states = troubledOnly ? troubledStates : state ? [state] : messageStates;
    const messages = all
      .filter((message) => states.includes(message.state))
      .sort((a, b) => b.plannedAt - a.plannedAt || (a.id < b.id ? -1 : 1));
    const address = troubledOnly ? `${path}?show=troubled` : `${path}?month=${month}&state=${state ?? ""}`;
    const { rows, links } = inParts(messages, context.req.query("part"), (part) => `${address}&part=${part}`);
    return showPage(runtime, context, {
      section: "/mail",
      title: troubledOnly ? "Mail that needs a look" : `Mail in ${describeMonth(month)}`,
      lead: "Each letter, its reader and its state. What it says is between the program and its reader.",
      body: html`${picker(months, month, state, troubledOnly)}${troubledOnly ? "" : sumOf(all)}
${rows.length > 0 ? html`${logTable(runtime, messages.length, rows, nameOf)}${links}` : html`<p>There is none.</p>`}`,
    });
  });
}

/** That nothing is lost: every planned mail stands under one heading. */
function sumOf(messages: readonly Message[]): Html {
  const { planned, accepted, open, byState, difference } = conserve(messages);
  if (planned === 0) return html``;
  const rest = untakenStates
    .filter((state) => byState[state] > 0)
    .map((state) => `${byState[state].toLocaleString("en-US")} ${messageStateInWords[state]}`);
  const parts = [`${accepted.toLocaleString("en-US")} sent`, ...rest];
  if (open > 0) parts.push(`${open.toLocaleString("en-US")} on the way`);
  return html`<p>Of ${planned.toLocaleString("en-US")} planned: ${parts.join(" + ")}. ${difference === 0 ? "That is all of them." : html`<b>${difference} do not add up.</b>`}</p>`;
}

/** The log is kept by UTC month; the latest first. */
function monthsOf(runtime: Runtime): Month[] {
  const months = [monthOf(civilAt(runtime.now(), "UTC").date)];
  while (months.length < monthsKept) months.push(previousMonth(months.at(-1)!));
  return months;
}

/** The name behind a message's reader. */
async function recipients(runtime: Runtime): Promise<(message: Message) => string> {
  const table = tableOf(runtime);
  const [people, invitations] = await Promise.all([listPeople(table), listInvitations(table)]);
  const byId = new Map(people.map(({ id, name }) => [id, name]));
  const byAddress = new Map(
    [...people, ...invitations].map(({ email, name }) => [emailIdentity(email), name]),
  );
  return ({ to, role }) => {
    if ("personId" in to) return byId.get(to.personId) ?? "somebody who is gone";
    const unnamed = role === "administrator" ? "an administrator" : "somebody who has not joined";
    return byAddress.get(emailIdentity(to.email)) ?? unnamed;
  };
}

const picker = (
  months: readonly Month[],
  month: Month,
  state: MessageState | undefined,
  troubledOnly: boolean,
): Html => html`<form method="get" action="${path}" class="actions">
<label for="field-month">Month</label>
<select id="field-month" class="short" name="month">${optionsOf(
  months.map((value) => ({ value, label: describeMonth(value) })),
  month,
)}</select>
<label for="field-state">State</label>
<select id="field-state" class="short" name="state">${optionsOf(
  [
    { value: "", label: "every state" },
    ...messageStates.map((value) => ({ value, label: messageStateInWords[value] })),
  ],
  state ?? "",
)}</select><button class="second">Show</button>${troubledOnly ? "" : html`<a href="${path}?show=troubled">Only what needs a look</a>`}</form>`;

const logTable = (
  { school }: Runtime,
  count: number,
  messages: readonly Message[],
  nameOf: (message: Message) => string,
): Html =>
  dataTable(
    `${count.toLocaleString("en-US")} ${count === 1 ? "message" : "messages"}, the latest first; times in ${zoneName(school.timeZone)}`,
    ["Planned", "Letter", "To", "As", "State", "Settled"],
    messages.map((message) => [
      shortTime(message.plannedAt, school.timeZone),
      spaced(message.letter),
      nameOf(message),
      message.role,
      messageStateInWords[message.state],
      message.settledAt === undefined ? "" : shortTime(message.settledAt, school.timeZone),
    ]),
  );
