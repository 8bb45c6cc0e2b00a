/** The first page: what the program is, for whom, and one form that asks for a link by e-mail. */
import { html } from "hono/html";
import { looksLikeEmail, type Role, roles } from "../../shared/domain/people.ts";
import type { School } from "../../shared/domain/school.ts";
import { radioCards } from "../../shared/pages/choices.ts";
import { type Parsed, together } from "../../shared/pages/faults.ts";
import { type FormState, textField } from "../../shared/pages/fields.ts";
import type { Html } from "../../shared/pages/site.ts";
import { parseOneOf, parseText } from "../../shared/pages/text-list.ts";
import type { Typed } from "../../shared/pages/typed.ts";

export const startPage = (school: School, form: FormState): { title: string; body: Html } => ({
  title: `The mentorship program of ${school.name}`,
  body: html`<p>Students meet a mentor once a month: somebody who has been there, with time for questions. Each month, the program finds a time at which both are free and books it. There is nothing to organize, and there is no password to remember.</p>
<h2>Join</h2>
<form method="post" action="/join">
${radioCards(form, {
  name: "role",
  legend: "How would you like to take part?",
  required: true,
  choices: roles.map((value) => ({ value, ...takesPart[value] })),
})}
${emailField(form)}
<button>Send me a link</button></form>
<h2>You have joined already?</h2>
<p><a href="/sign-in">Sign in to your own page</a>.</p>`,
});

const takesPart: Readonly<Record<Role, { label: string; more: string }>> = {
  student: { label: "As a student", more: "You bring your goals and your questions." },
  mentor: { label: "As a mentor", more: "You give about an hour a month for each student you take on." },
};

export const emailField = (form: FormState): Html =>
  textField(form, {
    name: "email",
    label: "Your e-mail address",
    hint: "We write to it and to nobody else.",
    type: "email",
    autocomplete: "email",
    required: true,
    most: 254,
  });

export const parseEmail = (typed: Typed): Parsed<string> => {
  const text = parseText(typed, "email", { most: 254, required: "Tell us your e-mail address." });
  return !text.ok || looksLikeEmail(text.value)
    ? text
    : {
        ok: false,
        refusal: [
          { field: "email", sentence: "This is not an e-mail address: it looks like name@school.edu." },
        ],
      };
};

export const parseJoining = (typed: Typed): Parsed<{ role: Role; email: string }> =>
  together({
    role: parseOneOf(typed, "role", roles, "Choose how you would like to take part."),
    email: parseEmail(typed),
  });

/** The same for every address, so that nobody learns whose is known. */
export const linkOnItsWay = (what: "join" | "sign-in"): { title: string; body: Html } => ({
  title: "Please look into your mail",
  body: html`<p>${
    what === "join"
      ? "If this address may join, a link is on its way to it. It is there in a minute or two."
      : "If this address belongs to somebody in the program, a link is on its way to it. It is there in a minute or two, works for ten minutes, and opens your page in this browser only."
  }</p>
<p>Nothing came? Please look among unwanted mail, and check how the address was spelled; after a minute you can ask again.</p>`,
});
