/** The thank-you notes a mentor was given, kept in the students' own words. */
import { html } from "hono/html";
import { describeDayAt } from "../../shared/domain/moments.ts";
import { milestoneInWords, milestoneKindOf } from "../../shared/letters/milestone-in-words.ts";
import { meIn, showPage } from "../../shared/own-page/own-page.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import { isolated } from "../../shared/pages/names.ts";
import { loadThankYousOf } from "../../shared/records/mentorships.ts";
import { loadPeople } from "../../shared/records/people.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";

export function thanksRoutes(app: PagesApp, runtime: Runtime): void {
  app.get("/mentor/thanks", async (context) => {
    const me = meIn(context);
    const table = tableOf(runtime);
    const notes = (await loadThankYousOf(table, me.id)).reverse();
    const students = await loadPeople(
      table,
      notes.map(({ studentId }) => studentId),
    );
    const nameOf = new Map(students.map(({ id, name }) => [id, name]));
    return showPage(runtime, "mentor", context, {
      section: "/thanks",
      title: "Thanks",
      lead: "In your students' own words. Only you see them.",
      body:
        notes.length > 0
          ? html`${notes.map(
              ({
                studentId,
                text,
                milestone,
                writtenAt,
              }) => html`<article class="card"><blockquote>${text}</blockquote>
<p>${isolated(nameOf.get(studentId) ?? "A student")}, ${describeDayAt(writtenAt, me.timeZone)}. The occasion: ${milestoneInWords[milestoneKindOf(milestone)].forMentor}.</p></article>`,
            )}`
          : html`<p>There are none yet. When something was reached together, your students are asked whether they would like to thank you; what they write is kept here.</p>`,
    });
  });
}
