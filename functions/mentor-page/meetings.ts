/** A mentor's first page: who waits for an answer, what is asked now, the coming meetings with the students' questions, and those so far. */
import { html } from "hono/html";
import { openMeetings, pastMeetings } from "../../shared/own-page/meeting-cards.ts";
import { mentorshipCards } from "../../shared/own-page/mentorship-cards.ts";
import { isOffered, type Own } from "../../shared/own-page/own.ts";
import { meIn, ownOf, showPage } from "../../shared/own-page/own-page.ts";
import { thinTimes } from "../../shared/own-page/thin-time.ts";
import { troubledMail } from "../../shared/own-page/troubled-mail.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

export function meetingRoutes(app: PagesApp, runtime: Runtime): void {
  app.get("/mentor", async (context) => {
    const own = await ownOf(runtime, "mentor", context);
    return showPage(runtime, "mentor", context, {
      section: "",
      title: "Your meetings",
      body: html`${meIn(context).mentor?.approved ? "" : html`<aside class="card"><p>You come from outside the school, so an administrator looks at your profile first. You get a mail when you are paired; there is nothing you need to do.</p></aside>`}
${await troubledMail(own)}
${mentorshipCards(waitingForMe(own), 2)}
${openMeetings(own)}
${thinTimes(own)}
<h2>Meetings so far</h2>
${pastMeetings(own)}`,
    });
  });
}

/** The students who wait until this mentor answers them, or accepts the agreement. */
const waitingForMe = (own: Own): Own => ({
  ...own,
  mentorships: own.mentorships.filter(
    (of) => isOffered(of) || (of.mentorship.state === "agreeing" && own.me.agreedAt === undefined),
  ),
});
