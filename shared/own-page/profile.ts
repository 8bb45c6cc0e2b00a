/** The page on which a person says who he or she is, which mail is welcome, and accepts the agreement. */
import { html } from "hono/html";
import { describeDayAt } from "../domain/moments.ts";
import { mayBePrompted, type Person, type Role } from "../domain/people.ts";
import type { PagesApp } from "../pages/app.ts";
import { buttonForm } from "../pages/buttons.ts";
import { type Parsed, together } from "../pages/faults.ts";
import type { FormState } from "../pages/fields.ts";
import { madeFromField, untouchedAsSaved } from "../pages/made-from.ts";
import { nameField, parseName, typedProfile } from "../pages/profile-form.ts";
import type { Html } from "../pages/site.ts";
import { readPosted, type Typed } from "../pages/typed.ts";
import { changePerson } from "../runtime/act-on-person.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { backTo, meIn, type OwnContext, showPage } from "./own-page.ts";

/** What is told by one side only. */
export type ProfileOfSide = {
  role: Role;
  fields: (form: FormState) => Html;
  /** What the form makes of a person, apart from the name. */
  parse: (typed: Typed) => Parsed<(person: Person) => Person>;
  /** What follows from a profile that is saved. */
  follow?: (runtime: Runtime, personId: string) => Promise<void>;
};

export function profileRoutes(app: PagesApp, runtime: Runtime, side: ProfileOfSide): void {
  const { role } = side;
  const path = `/${role}/profile`;
  const show = (context: OwnContext, form: FormState) => {
    const me = meIn(context);
    return showPage(runtime, role, context, {
      section: "/profile",
      title: "Your profile",
      lead: `Your ${role === "student" ? "mentors" : "students"} and the people who run the program see it.`,
      body: html`<form method="post" action="${path}">${madeFromField(typedProfile(me, role))}
${nameField(form)}
${side.fields(form)}
<button>Save my profile</button></form>
${optionalMail(path, me)}
${agreement(role, me)}`,
      faults: form.faults,
    });
  };
  app.get(path, (context) => show(context, { typed: typedProfile(meIn(context), role), faults: [] }));
  app.post(path, async (context) => {
    const typed = untouchedAsSaved(await readPosted(context), typedProfile(meIn(context), role));
    const given = together({ name: parseName(typed), changed: side.parse(typed) });
    if (!given.ok) return show(context, { typed, faults: given.refusal });
    const { name, changed } = given.value;
    const { id } = meIn(context);
    await changePerson(runtime, id, (person) => ({ ...changed(person), name }));
    await side.follow?.(runtime, id);
    return backTo(context, path, "profile");
  });
  app.post(`${path}/mail`, async (context) => {
    const wantsOptionalMail = (await readPosted(context)).get("optional") === "on";
    await changePerson(runtime, meIn(context).id, (person) => ({ ...person, wantsOptionalMail }));
    return backTo(context, path, "mail");
  });
}

function optionalMail(path: string, me: Person): Html {
  const { gratitude, wantsOptionalMail } = me;
  const prompted = mayBePrompted(me);
  return html`<h2>Mail</h2>
<p>Mail about your meetings always comes. ${
    wantsOptionalMail
      ? `You also get nudges when an answer is missing${prompted ? ", and prompts to say thank you" : ""}.`
      : `You have switched off nudges${prompted ? " and prompts to say thank you" : ""}.`
  }${gratitude.never ? " You are not prompted to say thank you any more, as you asked." : ""}</p>
${buttonForm({
  action: `${path}/mail`,
  label: wantsOptionalMail
    ? "Stop mail that is not about a meeting"
    : `Send me nudges${prompted ? " and prompts" : ""} again`,
  second: true,
  fields: { optional: wantsOptionalMail ? "off" : "on" },
})}`;
}

const agreement = (role: Role, me: Person): Html => html`<h2>The agreement</h2>
<p>${
  me.agreedAt === undefined
    ? html`It is still open. Meetings are booked once you have accepted it. <a href="/${role}/agreement">Read and accept it</a>`
    : html`You accepted it on ${describeDayAt(me.agreedAt, me.timeZone)}. <a href="/${role}/agreement">Read it again</a>`
}</p>`;
