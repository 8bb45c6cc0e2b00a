/** The thank-you notes a mentor was given, kept in the students' own words for as long as the mentor wants to keep them. */
import { html } from "hono/html";
import type { ThankYou } from "../../shared/domain/mentorships.ts";
import { describeDayAt } from "../../shared/domain/moments.ts";
import { milestoneInWords, milestoneKindOf } from "../../shared/letters/milestone-in-words.ts";
import { meIn, type OwnContext, showPage } from "../../shared/own-page/own-page.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { buttonForm, buttonLink } from "../../shared/pages/buttons.ts";
import { isolated } from "../../shared/pages/names.ts";
import type { Html } from "../../shared/pages/site.ts";
import { loadThankYou, loadThankYousOf, removeThankYou } from "../../shared/records/mentorships.ts";
import { loadPeople } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { newAttemptToken, tableOf } from "../../shared/runtime/table-of.ts";

const path = "/mentor/thanks";

export function thanksRoutes(app: PagesApp, runtime: Runtime): void {
  const table = tableOf(runtime);
  app.get(path, async (context) => {
    const me = meIn(context);
    const notes = (await loadThankYousOf(table, me.id)).reverse();
    const names = await studentNames(runtime, notes);
    return showPage(runtime, "mentor", context, {
      section: "/thanks",
      title: "Thanks",
      lead: "In your students' own words. Only you see them.",
      body:
        notes.length > 0
          ? html`${notes.map((note) => {
              const { id, milestone, writtenAt } = note;
              const [name, day] = [names(note), describeDayAt(writtenAt, me.timeZone)];
              return html`<article class="card">${quoted(note)}
<p>${isolated(name)}, ${day}. The occasion: ${milestoneInWords[milestoneKindOf(milestone)].occasion}.</p>
<p>${buttonLink(`${path}/${id}`, "Remove", `the note of ${name}, ${day}`)}</p></article>`;
            })}`
          : html`<p>There are none yet. When something was reached together, your students are asked whether they would like to thank you; what they write is kept here.</p>`,
    });
  });
  app.get(`${path}/:id`, async (context) => {
    const note = await loadThankYou(table, meIn(context).id, idIn(context));
    if (!note) return context.notFound();
    const name = (await studentNames(runtime, [note]))(note);
    return showPage(runtime, "mentor", context, {
      section: "/thanks",
      title: "Remove this note?",
      body: html`${quoted(note)}
<p>It is gone for good then. ${isolated(name)} is not told.</p>
${buttonForm({ action: `${path}/${note.id}`, label: "Remove this note" })}
<p><a href="${path}">Keep it</a></p>`,
    });
  });
  app.post(`${path}/:id`, async (context) => {
    const removal = removeThankYou(table, meIn(context).id, idIn(context));
    await transact(table, [removal], newAttemptToken(runtime));
    return context.redirect(path, 303);
  });
}

const idIn = (context: OwnContext): string => context.req.param("id") ?? "";

const quoted = ({ text }: ThankYou): Html => html`<blockquote>${text}</blockquote>`;

/** The name of each note's student; some may be gone. */
async function studentNames(
  runtime: Runtime,
  notes: readonly ThankYou[],
): Promise<(note: ThankYou) => string> {
  const students = await loadPeople(
    tableOf(runtime),
    notes.map(({ studentId }) => studentId),
  );
  const nameOf = new Map(students.map(({ id, name }) => [id, name]));
  return ({ studentId }) => nameOf.get(studentId) ?? "A student";
}
