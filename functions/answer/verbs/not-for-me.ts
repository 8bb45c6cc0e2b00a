/** Not for me: a pairing ends without a reason, without blame, and without anybody being told who or why. */
import { html } from "hono/html";
import type { MentorshipState } from "../../../shared/domain/mentorships.ts";
import { accept } from "../../../shared/domain/result.ts";
import { actOnMentorship } from "../../../shared/runtime/act-on-mentorship.ts";
import type { PairPage } from "../verb-page.ts";
import { everythingElse } from "../what-stands.ts";

const canEnd: readonly MentorshipState[] = ["agreeing", "active"];

export const notForMe: PairPage<"not-for-me"> = {
  verb: "not-for-me",
  about: "pair",
  show: ({ mentorship, other, role }) =>
    canEnd.includes(mentorship.state)
      ? {
          title: "Is this pairing not for you?",
          body: html`<p>If you and ${other.name} are not the right match, that is nobody's fault. You don't need a reason, and nobody is told why. Both of you get a short mail that the pairing has ended, and any meeting that is booked is called off.</p>
${role === "student" ? html`<p>You can be paired with another mentor.</p>` : ""}
<form method="post"><button>This pairing is not for me</button></form>${everythingElse()}`,
        }
      : {
          title: "This pairing has ended",
          body: html`<p>You and ${other.name} are no longer paired in the program. There is nothing you need to do.</p>${everythingElse()}`,
        },
  act: async ({ runtime, mentorship, role }) => {
    const done = "The pairing has ended. Nobody is told why.";
    if (mentorship.state === "declined") return accept(done);
    const acted = await actOnMentorship(runtime, mentorship.id, { type: "declined", by: role });
    return acted.ok ? accept(done) : acted;
  },
};
