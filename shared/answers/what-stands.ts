/** Says how a meeting stands now, in the reader's words and zone. */
import { html } from "hono/html";
import type { MeetingState } from "../domain/meetings.ts";
import { describeForBoth, describeMonth } from "../domain/moments.ts";
import { isLastMonth } from "../domain/school.ts";
import { aroundName, isolated } from "../pages/names.ts";
import { placeOfMeeting } from "../pages/place-of-meeting.ts";
import type { Html } from "../pages/site.ts";
import type { MeetingScene } from "./scene.ts";
import type { AnswerPage } from "./verb-page.ts";

type Told = { other: string; month: string; isLast: boolean };

/** Nothing here says which of the two did it: that is in the mail that both got. */
const sentences: Readonly<Record<MeetingState, (told: Told) => string>> = {
  unplaced: ({ other, month }) => `No time has been found yet for you and ${other} in ${month}.`,
  booked: ({ other }) => `Your meeting with ${other} is booked and stands unless somebody moves it.`,
  "called-off": ({ other, month }) =>
    `Your meeting with ${other} is called off, and both of you have been told. A new time can be chosen while ${month} lasts.`,
  asked: ({ other }) =>
    `The time of your meeting with ${other} is over, and both of you were asked whether you met.`,
  held: ({ other, month }) => `You and ${other} met in ${month}.`,
  "missed-with-notice": ({ other, month }) =>
    `Your meeting with ${other} in ${month} did not take place; somebody had said so before.`,
  "missed-silently": ({ other, month }) => `Your meeting with ${other} in ${month} did not take place.`,
  unknown: ({ other, month }) =>
    `Whether you and ${other} met in ${month} is not known: nobody said, or the two answers differ.`,
  "not-arranged": ({ other, month }) => `There is no meeting with ${other} in ${month} any more.`,
  skipped: ({ other, month, isLast }) =>
    `${month} is left out: you and ${other} do not meet in it. ${isLast ? "The school year ends with it." : "The following month is booked as always."}`,
};

/** One sentence. */
const howItStands = ({ runtime, meeting, other }: MeetingScene): Html =>
  aroundName(other.name, (name) =>
    sentences[meeting.state]({
      other: name,
      month: describeMonth(meeting.month),
      isLast: isLastMonth(runtime.school, meeting.month),
    }),
  );

/** The same, with time and place while there is a time to come. */
export const whatStands = (scene: MeetingScene): Html => html`<p>${howItStands(scene)}</p>
${scene.meeting.state === "booked" ? whenAndWhere(scene) : ""}`;

/** Time (the reader's, and the other's where it differs), place and partner. Nothing for a meeting without a time. */
export function whenAndWhere({ meeting, reader, role, other }: MeetingScene): Html {
  const { startAt, minutes } = meeting;
  if (startAt === undefined) return html``;
  return html`<dl class="facts">
  <dt>When</dt><dd>${aroundName(other.name, (name) => describeForBoth(startAt, minutes, reader.timeZone, { ...other, name }))}</dd>
  <dt>Where</dt><dd>${placeOfMeeting(meeting, role, other.name)}</dd>
  <dt>With</dt><dd>${isolated(other.name)}</dd>
</dl>`;
}

/** Where everything else can be done; a link from a mail does one thing only. */
export const everythingElse = (): Html =>
  html`<p>For anything else, open <a href="/sign-in">your own page</a>.</p>`;

/** A page that only says how things stand, where what its link was for is not possible. */
export const asItStands = (scene: MeetingScene): AnswerPage => ({
  title: `Your meeting with ${scene.other.name}`,
  body: html`${whatStands(scene)}${everythingElse()}`,
});
