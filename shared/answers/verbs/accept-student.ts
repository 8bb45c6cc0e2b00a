/** A mentor takes on the student who has chosen him or her. */
import { html } from "hono/html";
import type { MentorshipState } from "../../domain/mentorships.ts";
import { accept, refuse } from "../../domain/result.ts";
import { reasonsInWords } from "../../letters/reasons-in-words.ts";
import { acceptOffer } from "../../runtime/accept-offer.ts";
import { howTheOfferStands, isAsked } from "../offer.ts";
import type { PairPage } from "../verb-page.ts";
import { everythingElse } from "../what-stands.ts";

const accepted: readonly MentorshipState[] = ["agreeing", "active"];

export const acceptStudent: PairPage<"accept-student"> = {
  verb: "accept-student",
  about: "pair",
  show: (scene) => {
    const { other, mentorship } = scene;
    if (!isAsked(scene)) return howTheOfferStands(scene);
    return {
      title: `Be a mentor to ${other.name}?`,
      body: html`<p>${other.name} has chosen you.</p>
<ul>${reasonsInWords(mentorship.reasons, "mentor").map((reason) => html`<li>${reason}</li>`)}</ul>
<form method="post"><button>Accept ${other.name}</button></form>${everythingElse()}`,
    };
  },
  act: async (scene) => {
    const { runtime, mentorship, other } = scene;
    const done = `You and ${other.name} are a pair. You both get a mail.`;
    if (!isAsked(scene))
      return mentorship.offeredAt !== undefined && accepted.includes(mentorship.state)
        ? accept(done)
        : refuse("not-possible-now");
    const acted = await acceptOffer(runtime, mentorship.id);
    return acted.ok ? accept(done) : acted;
  },
};
