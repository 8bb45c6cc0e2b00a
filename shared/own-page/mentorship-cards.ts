/** The people one is paired with: why these two, what was noted last, and the way out without blame. */
import { html } from "hono/html";
import { nextStepText } from "../domain/mentorships.ts";
import { describeDayAt, zoneName } from "../domain/moments.ts";
import type { Person } from "../domain/people.ts";
import { isYearOver } from "../domain/school-year.ts";
import { capitalized, kindInWords, listInWords, stageInWords } from "../letters/in-words.ts";
import { reasonsInWords } from "../letters/reasons-in-words.ts";
import { buttonLink, unseen } from "../pages/buttons.ts";
import { isolated } from "../pages/names.ts";
import type { Html } from "../pages/site.ts";
import { isOffered, isStanding, type Own, type OwnMentorship } from "./own.ts";

/** Those whose school year is over come last. `level` is that of the cards' headings. */
export const mentorshipCards = (own: Own, level: 2 | 3): Html[] =>
  own.mentorships
    .filter((of) => isStanding(of) || isOffered(of))
    .sort((a, b) => Number(isClosing(a)) - Number(isClosing(b)))
    .map((of) => cardOf(own, of, level));

const isClosing = ({ mentorship: { state } }: OwnMentorship): boolean => state === "closing";

function cardOf(own: Own, { mentorship, other }: OwnMentorship, level: 2 | 3): Html {
  const { nextStep, lineForStudent } = mentorship;
  return html`<article class="card">
${level === 2 ? html`<h2>${other.name}</h2>` : html`<h3>${other.name}</h3>`}
<p class="quiet">${whoIs(own, other)}</p>
${stillOpen(own, mentorship.state, other)}
${mentorship.reasons.length > 0 ? html`<p>Why you two, as it was on ${describeDayAt(mentorship.proposedAt, own.me.timeZone)}:</p><ul>${reasonsInWords(mentorship.reasons, own.role).map((reason) => html`<li>${reason}</li>`)}</ul>` : ""}
${own.role === "mentor" ? goalsOf(other) : ""}
${nextStep ? html`<p class="quiet">The last next step${nextStep.outcome ? `: ${outcomes[nextStep.outcome]}` : ""}</p><blockquote>${nextStepText(nextStep)}</blockquote>` : ""}
${own.role === "student" && lineForStudent ? html`<p class="quiet">A line from ${isolated(other.name)} for you</p><blockquote>${lineForStudent}</blockquote>` : ""}
${waysOn(own, mentorship, other)}
</article>`;
}

function waysOn(
  { base, role, runtime, now }: Own,
  { id, state }: OwnMentorship["mentorship"],
  { name }: Person,
): Html {
  if (state === "closing")
    return html`<p class="quiet">${isYearOver(runtime.school, now) ? "The school year you shared is over." : "This is of the school year before, which is over."}</p>`;
  if (state !== "offered")
    return html`<p><a href="${base}/mentorships/${id}/not-for-me">Not for me${unseen(`(${name})`)}</a></p>`;
  return role === "student"
    ? html`<div class="actions"><span class="tag">Waiting for the answer of ${isolated(name)}</span> ${buttonLink(`${base}/mentorships/${id}/withdraw-request`, "Withdraw the request", `(${name})`)}</div>`
    : html`<div class="actions"><span>${isolated(name)} has chosen you.</span> <a class="button" href="${base}/mentorships/${id}/accept-student">Accept${unseen(`(${name})`)}</a> <a href="${base}/mentorships/${id}/not-now">Not now${unseen(`(${name})`)}</a></div>`;
}

const outcomes = {
  done: "done",
  "not-yet": "not done yet",
  "decided-otherwise": "decided otherwise",
} as const;

/** Stage, kind and specialties of the other, and the zone where it is not the reader's. */
function whoIs({ role, me }: Own, { student, mentor, timeZone }: Person): string {
  const profile = role === "student" ? mentor : student;
  if (!profile) return "";
  const kind = role === "student" && mentor ? `, ${kindInWords[mentor.kind]}` : "";
  return [
    `${capitalized(stageInWords(profile.stage))}${kind}.`,
    profile.specialties.length > 0 ? `${capitalized(listInWords(profile.specialties))}.` : "",
    zoneName(timeZone) === zoneName(me.timeZone) ? "" : `Lives on ${zoneName(timeZone)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function stillOpen(own: Own, state: OwnMentorship["mentorship"]["state"], other: Person): Html | "" {
  if (state !== "agreeing") return "";
  if (own.me.agreedAt === undefined)
    return html`<p><a class="button" href="${own.base}/agreement">Read and accept the agreement</a></p>`;
  const whom = own.role === "student" ? isolated(other.name) : "you";
  return html`<p><span class="tag">Waiting until ${
    other.agreedAt === undefined
      ? html`${isolated(other.name)} accepts the agreement`
      : html`somebody who runs the program approves ${whom} as a mentor`
  }</span></p>`;
}

const goalsOf = ({ student }: Person): Html | "" =>
  student
    ? html`<p>Goals:</p><ul>${student.goals.map(
        ({ area, text, reachedAt }) =>
          html`<li>${text} <span class="quiet">(${area}${reachedAt === undefined ? "" : ", reached"})</span></li>`,
      )}</ul>`
    : "";
