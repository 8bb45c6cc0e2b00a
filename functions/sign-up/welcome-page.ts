/** What somebody who has just joined reads: what happens next, and at once whether there is too little free time. */
import { html } from "hono/html";
import type { Person, Role } from "../../shared/domain/people.ts";
import type { School } from "../../shared/domain/school.ts";
import type { Instant } from "../../shared/domain/time.ts";
import { minutesInWords } from "../../shared/letters/in-words.ts";
import type { Html } from "../../shared/pages/site.ts";
import { timeGiven } from "./enough-time.ts";

export function welcomePage(
  school: School,
  person: Person,
  role: Role,
  now: Instant,
): { title: string; body: Html } {
  const { minutes } = school.meeting;
  const given = timeGiven(person, minutes, now);
  return {
    title: `Welcome, ${person.name}`,
    body: html`${given === "enough" ? "" : tooLittleTime(given, minutes)}<h2>What happens next</h2>
<ol>${next(school, person, role).map(
      (step) => html`<li>${step}</li>
`,
    )}</ol>
<p>${given === "enough" ? "There is nothing else you need to do. " : ""}What you told us can be changed on <a href="/sign-in">your own page</a>.</p>`,
  };
}

const tooLittleTime = (given: "none" | "little", minutes: number): Html =>
  html`<div class="card"><p>${
    given === "none"
      ? `In the next four weeks there is no time at which you could meet for ${minutesInWords(minutes)}, so no meeting can be booked.`
      : "You have given less than two hours a week. With so little, there is often no time that suits both."
  } Please <a href="/sign-in">sign in</a> and add times; one more hour a week helps a lot.</p></div>`;

const next = (school: School, person: Person, role: Role): string[] => [
  ...(person.mentor && !person.mentor.approved
    ? ["You come from outside the school, so somebody who runs the program approves you first."]
    : []),
  role === "student"
    ? "We look for a mentor who fits your goals. You get a mail that says who it is, and why."
    : "We look for students whom you can help. You get a mail that says who it is, and why.",
  `When a month opens, ${school.round.opensDaysBefore} days before it begins, we book a time at which both of you are free, and you get the invitation.`,
  "If the pairing or a time does not suit you, say so with one tap from the mail. Nobody asks why.",
];
