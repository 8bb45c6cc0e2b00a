/** Works for me: the reader says that the time of the meeting suits. */
import { html } from "hono/html";
import { accept, refuse } from "../../domain/result.ts";
import { actOnMeeting } from "../../runtime/act-on-meeting.ts";
import { arrangementShown, isAsShown } from "../as-shown.ts";
import type { MeetingPage } from "../verb-page.ts";
import { asItStands, everythingElse, whenAndWhere } from "../what-stands.ts";

export const confirm: MeetingPage<"confirm"> = {
  verb: "confirm",
  about: "meeting",
  show: (scene) => {
    const { meeting, role } = scene;
    if (meeting.state !== "booked") return asItStands(scene);
    if (meeting.confirmedBy.includes(role))
      return {
        title: "The time works for you",
        body: html`<p>You have said so. There is nothing else you need to do.</p>${whenAndWhere(scene)}${everythingElse()}`,
      };
    return {
      title: "Does this time work for you?",
      body: html`${whenAndWhere(scene)}
<form method="post">${arrangementShown(scene)}<button>Works for me</button></form>
<p>It stands even if you say nothing.</p>${everythingElse()}`,
    };
  },
  act: async (scene, form) => {
    const { runtime, meeting, role } = scene;
    if (meeting.state === "booked" && !isAsShown(scene, form)) return refuse("changed-meanwhile");
    const acted = await actOnMeeting(
      runtime,
      meeting.id,
      { type: "confirmed", by: role },
      meeting.arrangement,
    );
    return acted.ok ? accept("Thank you. It is noted that the time works for you.") : acted;
  },
};
