/** Mail that did not arrive, where it concerns the person who looks: the other one cannot be reached, or a thank-you may not have come. */
import { html } from "hono/html";
import type { MessageState } from "../domain/messages.ts";
import { emailIdentity } from "../domain/people.ts";
import { isolated } from "../pages/names.ts";
import type { Html } from "../pages/site.ts";
import { loadMessages, messageIdOf } from "../records/messages.ts";
import { loadSuppressions } from "../records/suppressions.ts";
import { tableOf } from "../runtime/table-of.ts";
import { isStanding, type Own, type OwnMentorship } from "./own.ts";

const didNotArrive: readonly MessageState[] = [
  "unknown",
  "failed",
  "bounced",
  "complained",
  "suppressed",
  "expired",
];

/** Nothing when every mail found its way. */
export async function troubledMail(own: Own): Promise<Html | ""> {
  const [unreached, lost] = await Promise.all([unreachedOthers(own), lostThanks(own)]);
  const sentences = [
    ...unreached
      .map(isolated)
      .map(
        (name) =>
          html`The program's mail does not reach ${name} at the moment. The administrators know; please agree with ${name} in another way.`,
      ),
    ...lost
      .map(isolated)
      .map(
        (name) =>
          html`Your thank-you to ${name} may not have arrived as a mail. It is kept on the mentor's own page.`,
      ),
  ];
  return sentences.length === 0
    ? ""
    : html`<aside class="card">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</aside>`;
}

async function unreachedOthers(own: Own): Promise<string[]> {
  const others = own.mentorships.filter(isStanding).map(({ other }) => other);
  const suppressed = await loadSuppressions(
    tableOf(own.runtime),
    others.map(({ email }) => email),
  );
  return others.filter(({ email }) => suppressed.has(emailIdentity(email))).map(({ name }) => name);
}

/** The names of mentors whose thank-you from this student did not go out, or came back, or nobody knows. */
async function lostThanks(own: Own): Promise<string[]> {
  if (own.role !== "student") return [];
  const nameOf = new Map(own.mentorships.flatMap((of) => thanksOf(own, of)));
  const messages = await loadMessages(tableOf(own.runtime), [...nameOf.keys()]);
  return messages.filter(({ state }) => didNotArrive.includes(state)).map(({ id }) => nameOf.get(id)!);
}

/** Each thank-you that was written, by the id of its message. */
const thanksOf = ({ runtime }: Own, { mentorship, other }: OwnMentorship): [string, string][] =>
  mentorship.milestones
    .filter(({ answer }) => answer === "thanked")
    .map(({ key }) => [
      messageIdOf({
        schoolId: runtime.school.id,
        letter: "thank-you",
        about: mentorship.id,
        arrangement: 0,
        recipient: mentorship.mentorId,
        occasion: key,
      }),
      other.name,
    ]);
