/** Not for me: a pairing ends without a reason, without blame, and without anybody being told who or why. */
import { html } from "hono/html";
import type { MentorshipState } from "../../domain/mentorships.ts";
import { accept, refuse } from "../../domain/result.ts";
import { checkbox } from "../../pages/choices.ts";
import { nothingTyped, textOf } from "../../pages/typed.ts";
import { actOnMentorship } from "../../runtime/act-on-mentorship.ts";
import { nameAssessed } from "../../runtime/end-assessed-pairs.ts";
import type { PairPage } from "../verb-page.ts";
import { everythingElse } from "../what-stands.ts";

const canEnd: readonly MentorshipState[] = ["agreeing", "active"];

export const notForMe: PairPage<"not-for-me"> = {
  verb: "not-for-me",
  about: "pair",
  show: ({ mentorship, other, role }, refilled) => {
    if (mentorship.state === "offered")
      return {
        title: "You are not paired yet",
        body: html`<p>The request between you and ${other.name} is still open.</p>${everythingElse()}`,
      };
    return canEnd.includes(mentorship.state)
      ? {
          title: "Is this pairing not for you?",
          body: html`<p>If you and ${other.name} are not the right match, that is nobody's fault. You don't need a reason, and nobody is told why. Both of you get a short mail that the pairing has ended, and any meeting that is booked is called off.</p>
${role === "student" ? html`<p>You can be paired with another mentor.</p>` : ""}
<form method="post">${
            role === "mentor"
              ? checkbox(refilled ?? { typed: nothingTyped, faults: [] }, "assesses", {
                  value: "yes",
                  label: `I grade or assess ${other.name}, or may have to. Never pair us again.`,
                })
              : ""
          }
<button>This pairing is not for me</button></form>${everythingElse()}`,
        }
      : {
          title: "This pairing has ended",
          body: html`<p>You and ${other.name} are no longer paired in the program. There is nothing you need to do.</p>${everythingElse()}`,
        };
  },
  act: async ({ runtime, mentorship, pair, role }, form) => {
    const done = "The pairing has ended. Nobody is told why.";
    if (mentorship.state !== "declined") {
      // Whoever is asked or waits says so by "not now", or by withdrawing the request.
      if (!canEnd.includes(mentorship.state)) return refuse("not-possible-now");
      const acted = await actOnMentorship(runtime, mentorship.id, { type: "declined", by: role });
      if (!acted.ok) return acted;
    }
    if (role === "mentor" && textOf(form, "assesses") === "yes") await nameAssessed(runtime, pair);
    return accept(done);
  },
};
