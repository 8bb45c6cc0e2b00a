/** Says at once when two people have so little time in common that a meeting is hard to find. */
import { html } from "hono/html";
import { commonTime } from "../domain/matching/common-time.ts";
import { minutesInWords } from "../letters/in-words.ts";
import { isolated } from "../pages/names.ts";
import type { Html } from "../pages/site.ts";
import { isLastMonthNow, isStanding, type Own, type OwnMentorship } from "./own.ts";

/** Less than this in an ordinary week is thin. */
const thinMinutesAWeek = 120;

/** A month of this school year is still to open, or waits for a time. */
const mayStillMeet = (own: Own, { mentorship, meetings }: OwnMentorship): boolean =>
  mentorship.state !== "closing" &&
  (!isLastMonthNow(own) || meetings.some(({ state }) => state === "unplaced" || state === "called-off"));

/** `here` where the page itself is the place to add some. */
export function thinTimes(own: Own, here?: "here"): Html | "" {
  const minutesOf = commonTime(own.now, own.runtime.school.meeting.minutes);
  const thin = own.mentorships
    .filter((of) => isStanding(of) && mayStillMeet(own, of))
    .map(({ other }) => ({ name: other.name, minutes: minutesOf(own.me, other) }))
    .filter(({ minutes }) => minutes < thinMinutesAWeek);
  if (thin.length === 0) return "";
  return html`<aside class="card"><h2>Your free time is thin</h2>
${thin.map(
  ({ name, minutes }) =>
    html`<p>You and ${isolated(name)} have ${minutes === 0 ? "no time" : `only ${minutesInWords(minutes)}`} in common in an ordinary week. Two hours or more make it likely that a meeting is found every month.</p>`,
)}
${here ? "" : html`<p><a href="${own.base}/time">Add free time</a></p>`}</aside>`;
}
