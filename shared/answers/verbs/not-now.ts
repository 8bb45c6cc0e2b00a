/** A mentor cannot take on a student now: no reason is asked, and the student gets other suggestions. */
import { html } from "hono/html";
import { accept, refuse } from "../../domain/result.ts";
import { actOnMentorship } from "../../runtime/act-on-mentorship.ts";
import { howTheOfferStands, isAsked } from "../offer.ts";
import type { PairPage } from "../verb-page.ts";
import { everythingElse } from "../what-stands.ts";

export const notNow: PairPage<"not-now"> = {
  verb: "not-now",
  about: "pair",
  show: (scene) =>
    isAsked(scene)
      ? {
          title: "Not now?",
          body: html`<p>You don't need a reason. ${scene.other.name} gets other suggestions, and is not told why.</p>
<form method="post"><button>Not now</button></form>${everythingElse()}`,
        }
      : howTheOfferStands(scene),
  act: async (scene) => {
    const { runtime, mentorship } = scene;
    const done = "It is noted, and the student gets other suggestions.";
    // A pair that stands is not ended from here.
    if (!isAsked(scene)) return mentorship.state === "declined" ? accept(done) : refuse("not-possible-now");
    const acted = await actOnMentorship(runtime, mentorship.id, { type: "declined", by: "mentor" });
    return acted.ok ? accept(done) : acted;
  },
};
