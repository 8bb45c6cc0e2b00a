/** A person's meetings on a page: what is asked of him or her now, what comes, and what came of the others. */
import { html } from "hono/html";
import { advance } from "../domain/lifecycle/engine.ts";
import { lateMinutes, meetingLife } from "../domain/lifecycle/meeting-life.ts";
import type { Meeting, MeetingState } from "../domain/meetings.ts";
import type { MentorshipState } from "../domain/mentorships.ts";
import { describeDayAt, describeForBoth, describeMonth } from "../domain/moments.ts";
import { roles } from "../domain/people.ts";
import { isYearOver, nextToOpen, opensAt } from "../domain/school-year.ts";
import type { Instant } from "../domain/time.ts";
import { whyNoTime } from "../letters/no-common-time.ts";
import { buttonForm, buttonLink } from "../pages/buttons.ts";
import { aroundName, isolated } from "../pages/names.ts";
import { placeOfMeeting } from "../pages/place-of-meeting.ts";
import type { Html } from "../pages/site.ts";
import { untilWhen } from "../pages/until-when.ts";
import { isLastMonthNow, isStanding, type Own, type OwnMentorship } from "./own.ts";

type Shown = { meeting: Meeting; of: OwnMentorship };

const openStates: readonly MeetingState[] = ["unplaced", "booked", "called-off", "asked"];

const meetingsIn = (own: Own): Shown[] =>
  own.mentorships.flatMap((of) => of.meetings.map((meeting) => ({ meeting, of })));

/** Meetings that are still to come or to be told of, the earliest first. */
export function openMeetings(own: Own): Html {
  const open = meetingsIn(own)
    .filter(
      ({ meeting, of }) =>
        openStates.includes(meeting.state) && (isStanding(of) || meeting.state === "asked"),
    )
    .sort(
      (a, b) =>
        a.meeting.month.localeCompare(b.meeting.month) || (a.meeting.startAt ?? 0) - (b.meeting.startAt ?? 0),
    );
  if (open.length === 0) {
    const when = whenPlanned(own);
    return html`<p>Nothing is planned at the moment. ${
      when
        ? `${when}, a meeting is booked for you in the times you both have, and you get an invitation by mail.`
        : "No more meetings are booked in this school year."
    }</p>`;
  }
  return html`${open.map((shown) => cardOf(own, shown))}`;
}

/** What the next meeting waits for; undefined where none comes any more in this school year. */
function whenPlanned(own: Own): string | undefined {
  const { me, role, mentorships } = own;
  if (isYearOver(own.runtime.school, own.now)) return undefined;
  const has = (wanted: MentorshipState) => mentorships.some(({ mentorship: { state } }) => state === wanted);
  if (has("active") && !isLastMonthNow(own)) return whenNextOpens(own);
  const haveAgreed = ({ mentorship: { state }, other }: OwnMentorship) =>
    state !== "agreeing" || (me.agreedAt !== undefined && other.agreedAt !== undefined);
  if (!mentorships.every(haveAgreed)) return "Once both of you have accepted the agreement";
  if (has("agreeing")) return "Once the mentor is approved";
  // A pair whose year is over does not count: this year is not over.
  if (has("active")) return undefined;
  return role === "student" ? "Once you have a mentor" : "Once you have a student";
}

/** By its name, unless it was opened early: then these two have left it out. */
function whenNextOpens(own: Own): string {
  const { school } = own.runtime;
  const next = nextToOpen(school, own.now);
  return next && meetingsIn(own).every(({ meeting }) => meeting.month !== next)
    ? `On ${describeDayAt(opensAt(school, next), own.me.timeZone)}, when ${describeMonth(next)} opens`
    : "When the next month opens";
}

function cardOf(own: Own, shown: Shown): Html {
  switch (shown.meeting.state) {
    case "asked":
      return askedCard(own, shown);
    case "booked":
      return bookedCard(own, shown);
    default:
      return timelessCard(own, shown);
  }
}

const urlOf = (own: Own, { meeting }: Shown, verb: string): string =>
  `${own.base}/meetings/${meeting.id}/${verb}`;

function askedCard(own: Own, shown: Shown): Html {
  const { meeting, of } = shown;
  const given = meeting.answers[own.role];
  return html`<article class="card">
<h2>Did you and ${isolated(of.other.name)} meet?</h2>
<p>${when(own, shown)}</p>
<p class="quiet">${
    given
      ? html`You have answered. ${untilWhen(meeting, own.role, own.me, of.other, own.runtime.school)}`
      : "It takes a minute, also if you did not meet."
  }</p>
<div class="actions">${
    given
      ? buttonLink(urlOf(own, shown, "answer"), "Change my answer")
      : html`<a class="button" href="${urlOf(own, shown, "answer")}">Say how it went</a>`
  }</div>
</article>`;
}

const when = (own: Own, { meeting, of: { other } }: Shown): Html =>
  aroundName(other.name, (name) =>
    describeForBoth(meeting.startAt!, meeting.minutes, own.me.timeZone, { ...other, name }),
  );

function bookedCard(own: Own, shown: Shown): Html {
  const { meeting, of } = shown;
  const confirmed = meeting.confirmedBy.includes(own.role);
  const name = isolated(of.other.name);
  return html`<article class="card">
<h2>With ${name}</h2>
<p class="when">${when(own, shown)}</p>
<p>${placeOfMeeting(meeting, own.role, of.other.name)}</p>
<p><span class="tag">${confirmed ? "Booked, and you said it works for you" : "Booked"}</span>${
    meeting.confirmedBy.some((role) => role !== own.role)
      ? html` <span class="tag">${name} said it works</span>`
      : ""
  }${roles.map((role) => lateTag(meeting.late?.[role], role === own.role ? "You are" : html`${name} is`))}</p>
${meeting.questions ? html`<p class="quiet">${own.role === "student" ? "Your questions" : html`What ${name} would like to ask`}</p><blockquote>${meeting.questions}</blockquote>` : ""}
<div class="actions">${
    confirmed
      ? ""
      : buttonForm({
          action: urlOf(own, shown, "confirm"),
          label: "Works for me",
          fields: { arrangement: meeting.arrangement },
        })
  }
${buttonLink(urlOf(own, shown, "move"), "Another time")}
${
  own.role === "student"
    ? buttonLink(
        urlOf(own, shown, "prepare"),
        meeting.questions ? "Change your questions" : "Write down your questions",
      )
    : ""
}</div>
${lateButtons(own, shown)}
<details><summary>Something has come up?</summary>
<div class="actions">${buttonLink(urlOf(own, shown, "call-off"), "I can't make it")}
${buttonLink(urlOf(own, shown, "skip-month"), "I can't meet this month")}</div></details>
</article>`;
}

const lateTag = (minutes: number | undefined, who: string | Html): Html | "" =>
  minutes === undefined ? "" : html` <span class="tag">${who} about ${minutes} minutes late</span>`;

/** Only while it can be said, which the table of the meeting's life knows. */
function lateButtons(own: Own, shown: Shown): Html | "" {
  const { meeting, of } = shown;
  const pair =
    own.role === "student" ? { student: own.me, mentor: of.other } : { student: of.other, mentor: own.me };
  const event = { type: "ran-late", by: own.role, minutes: lateMinutes[0] } as const;
  if (!advance(meetingLife, meeting, event, { school: own.runtime.school, pair, now: own.now }).ok) return "";
  return html`<form method="post" action="${urlOf(own, shown, "run-late")}" class="actions"><input type="hidden" name="arrangement" value="${meeting.arrangement}">
<span>I'm running late by</span>
${lateMinutes.map(
  (minutes) => html`<button class="second" name="minutes" value="${minutes}">${minutes} minutes</button>
`,
)}</form>`;
}

function timelessCard(own: Own, shown: Shown): Html {
  const { meeting, of } = shown;
  const month = describeMonth(meeting.month);
  const { school } = own.runtime;
  const { reason } = meeting;
  const why =
    meeting.state === "called-off"
      ? `The meeting is called off. A new time can be chosen while ${month} lasts.`
      : reason
        ? aroundName(of.other.name, (other) =>
            whyNoTime[reason]({ other, month, minutes: meeting.minutes, school }),
          )
        : `No time has been found yet for ${month}.`;
  return html`<article class="card">
<h2>With ${isolated(of.other.name)} in ${month}: no time yet</h2>
<p>${why}</p>
<div class="actions">${buttonLink(urlOf(own, shown, "move"), "Choose a time")}
${buttonLink(`${own.base}/time`, "Add free time")}
${buttonLink(urlOf(own, shown, "skip-month"), "I can't meet this month")}</div>
</article>`;
}

const outcomes: Readonly<Partial<Record<MeetingState, string>>> = {
  held: "You met",
  "missed-with-notice": "Did not take place; one of you had said so",
  "missed-silently": "Did not take place",
  unknown: "Not known: nobody said, or the two answers differ",
  skipped: "The month was left out",
  "not-arranged": "No time was set",
};

/** What came of all meetings, the latest first; in each month, those without a time come last. */
export function pastMeetings(own: Own): Html {
  const past = meetingsIn(own)
    .filter(({ meeting }) => outcomes[meeting.state] !== undefined)
    .sort(
      ({ meeting: a }, { meeting: b }) =>
        b.month.localeCompare(a.month) || (timeOf(b) ?? 0) - (timeOf(a) ?? 0),
    );
  if (past.length === 0) return html`<p class="quiet">There have been none yet.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Meetings so far"><table>
<thead><tr><th scope="col">When</th><th scope="col">With</th><th scope="col">What came of it</th></tr></thead>
<tbody>${past.map(
    ({ meeting, of }) =>
      html`<tr><th scope="row">${whenShort(own, meeting)}</th><td>${of.other.name}</td><td>${meeting.state === "not-arranged" && meeting.startAt !== undefined ? "It was called off" : outcomes[meeting.state]!}</td></tr>`,
  )}</tbody></table></div>`;
}

/** The time that a meeting had; undefined for one that had none, or none any more. */
const timeOf = ({ startAt, state }: Meeting): Instant | undefined =>
  state === "skipped" || state === "not-arranged" ? undefined : startAt;

/** The day of a meeting that had its time, and the month of one that had none. */
function whenShort(own: Own, meeting: Meeting): string {
  const at = timeOf(meeting);
  return at === undefined
    ? describeMonth(meeting.month)
    : describeDayAt(at, own.me.timeZone).replace(/^\w+, /, "");
}
