/** A mentor's students: who they are, what they want to reach, and why they were paired with this mentor. */
import { html } from "hono/html";
import { isYearOver } from "../../shared/domain/school-year.ts";
import { counted } from "../../shared/letters/in-words.ts";
import { mentorshipCards } from "../../shared/own-page/mentorship-cards.ts";
import { isStanding } from "../../shared/own-page/own.ts";
import { ownOf, showPage } from "../../shared/own-page/own-page.ts";
import type { PagesApp } from "../../shared/pages/app.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

export function studentRoutes(app: PagesApp, runtime: Runtime): void {
  app.get("/mentor/students", async (context) => {
    const own = await ownOf(runtime, "mentor", context);
    const students = mentorshipCards(own, 2);
    const capacity = own.me.mentor?.capacity ?? 0;
    const present = own.mentorships.filter((of) => isStanding(of) && of.mentorship.state !== "closing");
    return showPage(runtime, "mentor", context, {
      section: "/students",
      title: "Your students",
      lead: `${counted(present.length, "student")}; your profile says up to ${capacity} at a time.`,
      body:
        students.length > 0
          ? students
          : html`<p>${isYearOver(runtime.school, own.now) ? "The school year is over." : "You have no student at the moment."} You get a mail as soon as somebody is paired with you.</p>`,
    });
  });
}
