/** The page on which a person says when he or she can meet. */
import { html } from "hono/html";
import type { Meeting } from "../domain/meetings.ts";
import type { Role } from "../domain/people.ts";
import type { PagesApp } from "../pages/app.ts";
import { availabilityFields, parseAvailability, typedAvailability } from "../pages/availability-form.ts";
import type { FormState } from "../pages/fields.ts";
import { readPosted } from "../pages/typed.ts";
import { changeAvailability } from "../runtime/act-on-person.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { outsideTime } from "./outside-time.ts";
import { backTo, meIn, type OwnContext, ownOf, showPage } from "./own-page.ts";
import { thinTimes } from "./thin-time.ts";

export function freeTimeRoutes(app: PagesApp, runtime: Runtime, role: Role): void {
  const path = `/${role}/time`;
  const show = async (context: OwnContext, form: FormState) => {
    const own = await ownOf(runtime, role, context);
    return showPage(runtime, role, context, {
      section: "/time",
      title: "Your free time",
      lead: "Meetings are only ever booked inside these times. More time means fewer months without a meeting.",
      body: html`${outsideTime(own)}
${thinTimes(own, "here")}
<form method="post" action="${path}">${availabilityFields(form, own.now, own.me)}<button>Save my free time</button></form>`,
      faults: form.faults,
    });
  };
  app.get(path, (context) => show(context, { typed: typedAvailability(meIn(context)), faults: [] }));
  app.post(path, async (context) => {
    const typed = await readPosted(context);
    const now = runtime.now();
    const given = parseAvailability(typed, now, meIn(context));
    if (!given.ok) return show(context, { typed, faults: given.refusal });
    const { availability, timeZone } = given.value;
    await changeAvailability(runtime, meIn(context).id, availability, timeZone);
    const isBookedNow = ({ state, arrangedAt = 0 }: Meeting) => state === "booked" && arrangedAt >= now;
    const { mentorships } = await ownOf(runtime, role, context);
    const found = mentorships.some(({ meetings }) => meetings.some(isBookedNow));
    return backTo(context, path, found ? "time-found" : "time");
  });
}
