/** How a student's request to a mentor stands once it is no longer open, or for whoever cannot answer it. */
import { html } from "hono/html";
import type { MentorshipState } from "../domain/mentorships.ts";
import type { PairScene } from "./scene.ts";
import type { AnswerPage } from "./verb-page.ts";
import { everythingElse } from "./what-stands.ts";

const paired: readonly MentorshipState[] = ["agreeing", "active", "closing", "completed"];

/** True while the reader is the mentor who is asked. */
export const isAsked = ({ mentorship, role }: PairScene): boolean =>
  mentorship.state === "offered" && role === "mentor";

/** True while the reader is the student who waits for the mentor's answer. */
export const isWaiting = ({ mentorship, role }: PairScene): boolean =>
  mentorship.state === "offered" && role === "student";

export function howTheOfferStands({ mentorship, reader, other, role }: PairScene): AnswerPage {
  const { state } = mentorship;
  if (paired.includes(state))
    return {
      title: `You and ${other.name} are a pair`,
      body: html`<p>${
        state === "agreeing"
          ? html`Meetings are booked once both of you have accepted the agreement.${reader.agreedAt === undefined ? html` <a href="/${role}/agreement">Read and accept it</a>` : ""}`
          : "There is nothing you need to arrange: your meetings are booked for you."
      }</p>${everythingElse()}`,
    };
  if (state === "offered")
    return {
      title: `${other.name} has been asked`,
      body: html`<p>You hear by mail as soon as there is an answer.</p>${everythingElse()}`,
    };
  const withdrawn = state === "withdrawn";
  if (role === "student")
    return {
      title: withdrawn ? "Your request is withdrawn" : "This request is closed",
      body: html`<p>You do not wait for the answer of ${other.name} any more. <a href="/student/choose-mentor">See whom you can choose</a></p>${everythingElse()}`,
    };
  return withdrawn
    ? {
        title: "This request was withdrawn",
        body: html`<p>${other.name} has withdrawn the request. There is nothing you need to do.</p>${everythingElse()}`,
      }
    : {
        title: "This request is closed",
        body: html`<p>${other.name} does not wait for an answer any more. There is nothing you need to do.</p>${everythingElse()}`,
      };
}
