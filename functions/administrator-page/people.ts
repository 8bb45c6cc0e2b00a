/** Everybody in the program and everybody invited; mentors from outside are approved here. */
import { html } from "hono/html";
import type { Person } from "../../shared/domain/people.ts";
import { kindInWords } from "../../shared/letters/in-words.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { buttonForm } from "../../shared/pages/buttons.ts";
import { dataTable, inParts } from "../../shared/pages/data-table.ts";
import type { Html } from "../../shared/pages/site.ts";
import { readPosted, textOf } from "../../shared/pages/typed.ts";
import { listInvitations, listPeople } from "../../shared/records/people.ts";
import { listSuppressions } from "../../shared/records/suppressions.ts";
import { approveMentor } from "../../shared/runtime/act-on-person.ts";
import { reachAgain } from "../../shared/runtime/reach-again.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { backTo, showPage } from "./administrator-app.ts";

const path = "/administrator/people";

const views = {
  all: "Everybody",
  students: "Students",
  mentors: "Mentors",
  "to-approve": "To approve",
  unreachable: "Not reached by mail",
  invited: "Invited",
} as const;
type View = keyof typeof views;

type ViewOfPeople = Exclude<View, "unreachable" | "invited">;

const belongs: Readonly<Record<ViewOfPeople, (person: Person) => boolean>> = {
  all: () => true,
  students: ({ student }) => student !== undefined,
  mentors: ({ mentor }) => mentor !== undefined,
  "to-approve": ({ mentor }) => mentor !== undefined && !mentor.approved,
};

export function peopleRoutes(app: PagesApp, runtime: Runtime): void {
  app.get(path, async (context) => {
    const wanted = context.req.query("show") ?? "all";
    const view: View = Object.hasOwn(views, wanted) ? (wanted as View) : "all";
    const part = context.req.query("part");
    return showPage(runtime, context, {
      section: "/people",
      title: "People",
      body: html`${choiceOfView(view)}${await tableOfView(runtime, view, part)}`,
    });
  });
  app.post(`${path}/:id/approve`, async (context) => {
    const approved = await approveMentor(runtime, context.req.param("id"));
    return approved.ok ? backTo(context, `${path}?show=to-approve`, "approved") : context.notFound();
  });
  app.post(`${path}/reach`, async (context) => {
    const reached = await reachAgain(runtime, textOf(await readPosted(context), "email"));
    return reached.ok ? backTo(context, `${path}?show=unreachable`, reached.value) : context.notFound();
  });
}

const choiceOfView = (view: View): Html =>
  html`<nav class="views" aria-label="Which people"><ul>${Object.entries(views).map(
    ([name, label]) =>
      html`<li><a class="button second" href="${path}?show=${name}"${name === view ? html` aria-current="true"` : ""}>${label}</a></li>`,
  )}</ul></nav>`;

const tableOfView = (runtime: Runtime, view: View, part: string | undefined): Promise<Html> => {
  if (view === "invited") return invitedTable(runtime, part);
  if (view === "unreachable") return unreachableTable(runtime, part);
  return peopleTable(runtime, view, part);
};

async function peopleTable(runtime: Runtime, view: ViewOfPeople, part: string | undefined): Promise<Html> {
  const people = (await listPeople(tableOf(runtime))).filter(belongs[view]);
  if (people.length === 0) return html`<p>Nobody.</p>`;
  const { rows, links } = inParts(people, part, (number) => `${path}?show=${view}&part=${number}`);
  const waiting = rows.some(({ mentor }) => mentor && !mentor.approved);
  return html`${dataTable(
    `${views[view]}: ${people.length.toLocaleString("en-US")}`,
    ["Name", "Address", "Takes part as", "Stage", "Agreement", ...(waiting ? ["Approval"] : [])],
    rows.map((person) => [
      person.name,
      person.email,
      partsOf(person),
      person.student?.stage ?? person.mentor?.stage ?? "",
      person.agreedAt === undefined ? "open" : "accepted",
      ...(waiting ? [approval(person)] : []),
    ]),
  )}${links}`;
}

const partsOf = ({ student, mentor }: Person): string =>
  [student ? "student" : "", mentor ? `${kindInWords[mentor.kind]} (room for ${mentor.capacity})` : ""]
    .filter(Boolean)
    .join("; ");

const approval = ({ id, name, mentor }: Person): Html | string =>
  !mentor || mentor.approved
    ? ""
    : buttonForm({ action: `${path}/${id}/approve`, label: "Approve", about: name, second: true });

/** People and invited ones alike, each with the button for an address that works after all. */
async function unreachableTable(runtime: Runtime, part: string | undefined): Promise<Html> {
  const table = tableOf(runtime);
  const [people, invitations, isSuppressed] = await Promise.all([
    listPeople(table),
    listInvitations(table),
    listSuppressions(table),
  ]);
  const unreachable = [
    ...people.map((person) => ({ name: person.name, email: person.email, as: partsOf(person) })),
    ...invitations.map(({ name, email, role }) => ({ name, email, as: `invited as a ${role}` })),
  ].filter(({ email }) => isSuppressed(email));
  if (unreachable.length === 0) return html`<p>Nobody.</p>`;
  const { rows, links } = inParts(unreachable, part, (number) => `${path}?show=unreachable&part=${number}`);
  return html`${dataTable(
    `${views.unreachable}: ${unreachable.length.toLocaleString("en-US")}`,
    ["Name", "Address", "Takes part as", "Mail"],
    rows.map(({ name, email, as }) => [name, email, as, reach(name, email)]),
  )}${links}`;
}

const reach = (name: string, email: string): Html =>
  buttonForm({
    action: `${path}/reach`,
    label: "Mail works again",
    about: `for ${name}`,
    second: true,
    fields: { email },
  });

async function invitedTable(runtime: Runtime, part: string | undefined): Promise<Html> {
  const invitations = await listInvitations(tableOf(runtime));
  if (invitations.length === 0) return html`<p>Everybody who was invited has joined.</p>`;
  const { rows, links } = inParts(invitations, part, (number) => `${path}?show=invited&part=${number}`);
  return html`${dataTable(
    `Invited, and not here yet: ${invitations.length.toLocaleString("en-US")}`,
    ["Name", "Address", "As a"],
    rows.map(({ name, email, role }) => [name, email, role]),
  )}${links}`;
}
