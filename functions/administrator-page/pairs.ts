/** Pairs: what the matching proposes and why, the administrator's word on it, and the pairs that stand. */
import { html } from "hono/html";
import { matchingModes } from "../../shared/domain/matching/modes.ts";
import type { Mentorship, MentorshipState } from "../../shared/domain/mentorships.ts";
import type { Result } from "../../shared/domain/result.ts";
import { studentsChoose } from "../../shared/domain/school.ts";
import { isYearOver } from "../../shared/domain/school-year.ts";
import { counted } from "../../shared/letters/in-words.ts";
import { reasonsInWords } from "../../shared/letters/reasons-in-words.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { buttonForm } from "../../shared/pages/buttons.ts";
import { dataTable, inParts } from "../../shared/pages/data-table.ts";
import type { Html } from "../../shared/pages/site.ts";
import { readPosted, textOf } from "../../shared/pages/typed.ts";
import { listMentorships, loadMentorship } from "../../shared/records/mentorships.ts";
import { listPeople } from "../../shared/records/people.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { type ConfirmRefusal, confirmProposal } from "../../shared/runtime/confirm-proposal.ts";
import { checkProposals, lookForPairs, proposeAll } from "../../shared/runtime/propose-pairs.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { sendSuggestions } from "../../shared/runtime/send-suggestions.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { type AdministratorContext, backTo, showPage } from "./administrator-app.ts";
import { mentorshipStateInWords, shortDay, yearIsOver } from "./in-words.ts";
import { checkedSentence, lotterySentence } from "./pair-checks.ts";
import { modesPath } from "./pair-modes.ts";

const path = "/administrator/pairs";

const isOver = ({ school, now }: Runtime): boolean => isYearOver(school, now());

/** A browser waits no longer; whoever is left over is served by pressing again. */
const busyMillisecondsMax = 20_000;

const standing: readonly MentorshipState[] = ["offered", "agreeing", "active", "closing"];

export function pairRoutes(app: PagesApp, runtime: Runtime): void {
  app.get(path, (context) => show(runtime, context));
  // Everything that makes pairs or says which could be made; to set a proposal aside is possible at any time.
  app.use(`${path}/*`, async (context, next) => {
    if (!isOver(runtime) || context.req.path.endsWith("/set-aside")) return next();
    return context.req.method === "POST" ? show(runtime, context, yearIsOver) : context.redirect(path, 303);
  });
  app.get(`${path}/without`, (context) => showWithout(runtime, context));
  app.post(`${path}/propose`, async (context) => {
    const asked = textOf(await readPosted(context), "mode");
    const mode = matchingModes.find((mode) => mode === asked) ?? "stable";
    const { left } = await proposeAll(runtime, mode, runtime.now() + busyMillisecondsMax);
    return backTo(context, path, left === 0 ? "proposed" : "proposed-some");
  });
  app.post(`${path}/suggest`, async (context) => {
    const sent = await sendSuggestions(runtime, runtime.now() + busyMillisecondsMax);
    return backTo(context, path, sent === "all" ? "suggested" : "suggested-some");
  });
  app.post(`${path}/confirm-all`, async (context) => {
    const until = runtime.now() + busyMillisecondsMax;
    let someLeft = false;
    for (const { id, state } of await listMentorships(tableOf(runtime))) {
      if (state !== "proposed") continue;
      if (runtime.now() > until) return backTo(context, path, "confirmed-some");
      const confirmed = await confirmProposal(runtime, id);
      someLeft ||= !confirmed.ok && hasChanged(confirmed.refusal);
    }
    return someLeft ? show(runtime, context, someNotConfirmed) : backTo(context, path, "confirmed-all");
  });
  for (const [verb, act, done, ends] of [
    ["confirm", confirmProposal, "confirmed", ["agreeing", "active"] as MentorshipState[]],
    ["set-aside", setAside, "set-aside", ["withdrawn"] as MentorshipState[]],
  ] as const)
    app.post(`${path}/:id/${verb}`, async (context) => {
      const id = context.req.param("id");
      const acted = await act(runtime, id);
      if (!acted.ok && hasChanged(acted.refusal)) return show(runtime, context, notConfirmed);
      const state = acted.ok ? undefined : (await loadMentorship(tableOf(runtime), id))?.state;
      // Said twice, such as by a double click, it is done.
      if (acted.ok || (state && ends.includes(state))) return backTo(context, path, done);
      const sentence = "This proposal is no longer open. Here is how things stand now.";
      return show(runtime, context, sentence);
    });
}

const setAside = (runtime: Runtime, id: string): Promise<Result<Mentorship, ConfirmRefusal>> =>
  actOnMentorship(runtime, id, { type: "set-aside", by: "administrator" });

/** The proposal stays, for the administrator to set aside. */
const hasChanged = (refusal: ConfirmRefusal): boolean =>
  refusal === "no-room" || refusal === "not-further-along";

const changedSince =
  "since they were proposed, the mentor has made room for fewer students, the student wishes for fewer mentors, or a peer is no longer further along than the student. Set them aside, and the student can be paired anew.";
const notConfirmed = `These two are not confirmed: ${changedSince}`;
const someNotConfirmed = `Those below are still proposed and not confirmed: ${changedSince}`;

async function show(runtime: Runtime, context: AdministratorContext, refused?: string) {
  const table = tableOf(runtime);
  const [people, mentorships] = await Promise.all([listPeople(table), listMentorships(table)]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const named = mentorships
    .map((mentorship) => ({
      mentorship,
      student: nameOf.get(mentorship.studentId) ?? "–",
      mentor: nameOf.get(mentorship.mentorId) ?? "–",
    }))
    .sort((a, b) => a.student.localeCompare(b.student, "en"));
  const proposals = named.filter(({ mentorship }) => mentorship.state === "proposed");
  const pairs = named.filter(({ mentorship }) => standing.includes(mentorship.state));
  const shownPairs = inParts(pairs, context.req.query("part"), (part) => `${path}?part=${part}`);
  return showPage(
    runtime,
    context,
    {
      section: "/pairs",
      title: "Pairs",
      ...(refused !== undefined && { notice: { kind: "refused", sentence: refused } as const }),
      body: html`<h2>Proposals</h2>
${
  proposals.length > 0
    ? html`${proposalTable(proposals)}
<p>${checkedSentence(checkProposals(runtime, people, mentorships))} ${lotterySentence(runtime.school)}</p>`
    : html`<p>${studentsChoose(runtime.school) ? "Students choose here: send them suggestions, and whoever is chosen is asked." : "There is no proposal to look at."}</p>`
}
${
  isOver(runtime)
    ? html`<p>${yearIsOver}</p>`
    : html`<div class="actions">${
        proposals.length > 1
          ? buttonForm({ action: `${path}/confirm-all`, label: `Confirm all ${proposals.length}` })
          : ""
      }${
        studentsChoose(runtime.school)
          ? buttonForm({
              action: `${path}/suggest`,
              label: "Send suggestions",
              second: proposals.length > 0,
            })
          : html`${buttonForm({ action: `${path}/propose`, label: "Propose pairs", second: proposals.length > 0 })}
<a href="${modesPath}">Compare the two ways to match</a>`
      }
<a href="${path}/without">Who is without a mentor, and why?</a></div>`
}
<h2>Pairs that stand</h2>
${pairs.length > 0 ? html`${pairTable(runtime, pairs.length, shownPairs.rows)}${shownPairs.links}` : html`<p>There are none yet.</p>`}`,
    },
    refused === undefined ? 200 : 409,
  );
}

type Named = { mentorship: Mentorship; student: string; mentor: string };

const proposalTable = (proposals: readonly Named[]): Html =>
  dataTable(
    `${counted(proposals.length, "proposal")}; nobody hears of one before it is confirmed`,
    ["Student", "Mentor", "Why these two", "Your word"],
    proposals.map(({ mentorship: { id, reasons }, student, mentor }) => [
      student,
      mentor,
      html`<ul>${reasonsInWords(reasons, "administrator").map((reason) => html`<li>${reason}</li>`)}</ul>`,
      html`<div class="actions">${buttonForm({ action: `${path}/${id}/confirm`, label: "Confirm", about: `${student} and ${mentor}` })}${buttonForm({ action: `${path}/${id}/set-aside`, label: "Set aside", about: `${student} and ${mentor}`, second: true })}</div>`,
    ]),
  );

const pairTable = ({ school }: Runtime, count: number, pairs: readonly Named[]): Html =>
  dataTable(
    counted(count, "pair"),
    ["Student", "Mentor", "State", "Confirmed", "Meetings held"],
    pairs.map(({ mentorship, student, mentor }) => [
      student,
      mentor,
      mentorshipStateInWords[mentorship.state],
      mentorship.confirmedAt === undefined ? "" : shortDay(mentorship.confirmedAt, school.timeZone),
      mentorship.meetingsHeld,
    ]),
  );

async function showWithout(runtime: Runtime, context: AdministratorContext) {
  const { people, proposals } = await lookForPairs(runtime, ["stable"]);
  const { withoutMentor } = proposals.stable;
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const { rows, links } = inParts(
    withoutMentor,
    context.req.query("part"),
    (part) => `${path}/without?part=${part}`,
  );
  return showPage(runtime, context, {
    section: "/pairs",
    title: "Students without a mentor",
    body: html`${
      rows.length > 0
        ? dataTable(
            `${counted(withoutMentor.length, "student")} for whom the matching finds nobody now`,
            ["Student", "Why"],
            rows.map(({ studentId, why }) => [nameOf.get(studentId) ?? "–", why]),
          )
        : html`<p>Everybody has a mentor, a proposal, or somebody who could be proposed now.</p>`
    }${links}
<p><a href="${path}">Back to the pairs</a></p>`,
  });
}
