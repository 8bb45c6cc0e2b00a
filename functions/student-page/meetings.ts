/** A student's first page: what is asked now, the meetings, the mentors, and what there is to be thankful for. */
import { html } from "hono/html";
import { mentorshipLife } from "../../shared/domain/lifecycle/mentorship-life.ts";
import { studentsChoose } from "../../shared/domain/school.ts";
import { isYearOver } from "../../shared/domain/school-year.ts";
import { milestoneInWords } from "../../shared/letters/milestone-in-words.ts";
import { openMeetings, pastMeetings } from "../../shared/own-page/meeting-cards.ts";
import { mentorshipCards } from "../../shared/own-page/mentorship-cards.ts";
import type { Own } from "../../shared/own-page/own.ts";
import { ownOf, showPage } from "../../shared/own-page/own-page.ts";
import { thinTimes } from "../../shared/own-page/thin-time.ts";
import { troubledMail } from "../../shared/own-page/troubled-mail.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import type { Html } from "../../shared/pages/site.ts";
import { takesPlace } from "../../shared/runtime/matching-request.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

export function meetingRoutes(app: PagesApp, runtime: Runtime): void {
  app.get("/student", async (context) => {
    const own = await ownOf(runtime, "student", context);
    const mentors = mentorshipCards(own, 3);
    return showPage(runtime, "student", context, {
      section: "",
      title: "Your meetings",
      body: html`${await troubledMail(own)}
${openMeetings(own)}
${thinTimes(own)}
${thanksToSay(own)}
<h2>Your mentors</h2>
${mentors}${
  mentors.length > 0 || mayChoose(own)
    ? ""
    : html`<p>${
        isYearOver(runtime.school, own.now)
          ? "The school year is over. You get a mail as soon as somebody is found for the next one."
          : "You have no mentor at the moment. The program pairs people by specialty, goals and time in common; you get a mail as soon as somebody is found."
      }</p>`
}
${mayChoose(own) ? html`<p><a class="button" href="/student/choose-mentor">Choose a mentor</a></p>` : ""}
<h2>Meetings so far</h2>
${pastMeetings(own)}`,
    });
  });
}

/** Where students choose, until the school year is over: whether this one still wishes for a mentor. */
const mayChoose = ({ runtime, me, mentorships, now }: Own): boolean =>
  studentsChoose(runtime.school) &&
  !isYearOver(runtime.school, now) &&
  mentorships.filter(({ mentorship }) => takesPlace(mentorship)).length < (me.student?.mentorsWanted ?? 0);

/** Milestones that the student was asked about and has not answered for good. */
function thanksToSay(own: Own): Html | "" {
  const open = own.mentorships.flatMap(({ mentorship, other }) =>
    (mentorshipLife[mentorship.state].people["prompt-answered"] ? mentorship.milestones : [])
      .filter(({ promptedAt, answer }) => promptedAt !== undefined && answer === undefined)
      .map(({ key, kind }) => ({ id: mentorship.id, key, kind, name: other.name })),
  );
  if (open.length === 0) return "";
  return html`<h2>A word of thanks?</h2>${open.map(
    ({
      id,
      key,
      kind,
      name,
    }) => html`<article class="card"><p>The occasion: ${milestoneInWords[kind].occasion}.</p>
<p><a href="/student/mentorships/${id}/thank/${key}">Thank ${name}, or rather not</a></p></article>`,
  )}`;
}
