/** The page on which a person says who he or she is, which mail is welcome, and accepts the agreement. */
import { html } from "hono/html";
import { describeDayAt } from "../domain/moments.ts";
import { mayBePrompted, outsideKinds, type Person, type Role } from "../domain/people.ts";
import type { PagesApp } from "../pages/app.ts";
import { buttonForm } from "../pages/buttons.ts";
import { type Parsed, together } from "../pages/faults.ts";
import type { FormState } from "../pages/fields.ts";
import {
  mentorFields,
  nameField,
  parseMentor,
  parseName,
  parseStudent,
  studentFields,
  typedProfile,
} from "../pages/profile-form.ts";
import type { Html } from "../pages/site.ts";
import { readPosted, type Typed } from "../pages/typed.ts";
import { changePerson } from "../runtime/act-on-person.ts";
import { endAssessedPairs } from "../runtime/end-assessed-pairs.ts";
import { meetElsewhere } from "../runtime/meet-elsewhere.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { backTo, meIn, type OwnContext, showPage } from "./own-page.ts";

export function profileRoutes(app: PagesApp, runtime: Runtime, role: Role): void {
  const path = `/${role}/profile`;
  const show = (context: OwnContext, form: FormState) => {
    const me = meIn(context);
    return showPage(
      runtime,
      role,
      context,
      {
        section: "/profile",
        title: "Your profile",
        lead: `Your ${role === "student" ? "mentors" : "students"} and the people who run the program see it.`,
        body: html`<form method="post" action="${path}">
${nameField(form)}
${role === "student" ? studentFields(form) : mentorFields(form)}
<button>Save my profile</button></form>
${optionalMail(path, me)}
${agreement(role, me)}`,
        faults: form.faults,
      },
      form.faults.length > 0 ? 422 : 200,
    );
  };
  app.get(path, (context) => show(context, { typed: typedProfile(meIn(context), role), faults: [] }));
  app.post(path, async (context) => {
    const typed = await readPosted(context);
    const changed = parseProfile(typed, role);
    if (!changed.ok) return show(context, { typed, faults: changed.refusal });
    const { id } = meIn(context);
    await changePerson(runtime, id, changed.value);
    if (role === "mentor") {
      await endAssessedPairs(runtime, id);
      await meetElsewhere(runtime, id);
    }
    return backTo(context, path, "profile");
  });
  app.post(`${path}/mail`, async (context) => {
    const wantsOptionalMail = (await readPosted(context)).get("optional") === "on";
    await changePerson(runtime, meIn(context).id, (person) => ({ ...person, wantsOptionalMail }));
    return backTo(context, path, "mail");
  });
}

/** What the form makes of a person. */
function parseProfile(typed: Typed, role: Role): Parsed<(person: Person) => Person> {
  if (role === "student") {
    const given = together({ name: parseName(typed), student: parseStudent(typed) });
    if (!given.ok) return given;
    const { name, student } = given.value;
    return {
      ok: true,
      value: (person) =>
        person.student
          ? { ...person, name, student: { ...person.student, ...student } }
          : { ...person, name },
    };
  }
  const given = together({ name: parseName(typed), mentor: parseMentor(typed) });
  if (!given.ok) return given;
  const { name, mentor } = given.value;
  return {
    ok: true,
    value: (person) => {
      if (!person.mentor) return { ...person, name };
      // Nobody approves himself or herself, and whoever says to come from outside waits for an administrator.
      const movesOut = outsideKinds.includes(mentor.kind) && !outsideKinds.includes(person.mentor.kind);
      const approved = person.mentor.approved && !movesOut;
      return { ...person, name, mentor: { ...mentor, approved } };
    },
  };
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
