/** A student no longer waits for the mentor who was asked, and gets the next suggestions. */
import { html } from "hono/html";
import { accept, refuse } from "../../domain/result.ts";
import { actOnMentorship } from "../../runtime/act-on-mentorship.ts";
import { howTheOfferStands, isWaiting } from "../offer.ts";
import type { PairPage } from "../verb-page.ts";
import { everythingElse } from "../what-stands.ts";

export const withdrawRequest: PairPage<"withdraw-request"> = {
  verb: "withdraw-request",
  about: "pair",
  show: (scene) =>
    isWaiting(scene)
      ? {
          title: "Withdraw your request?",
          body: html`<p>${scene.other.name} has not answered yet. If you withdraw, you need no reason and get other suggestions; you cannot ask ${scene.other.name} again.</p>
<form method="post"><button>Withdraw the request</button></form>${everythingElse()}`,
        }
      : howTheOfferStands(scene),
  act: async (scene) => {
    const { runtime, mentorship } = scene;
    const done = "Your request is withdrawn. You get a mail with other suggestions.";
    if (!isWaiting(scene))
      return mentorship.state === "withdrawn" ? accept(done) : refuse("not-possible-now");
    const acted = await actOnMentorship(runtime, mentorship.id, { type: "request-withdrawn", by: "student" });
    return acted.ok ? accept(done) : acted;
  },
};
