/** I'm running late: one tap tells the other by how many minutes. */
import { html } from "hono/html";
import { advance } from "../../domain/lifecycle/engine.ts";
import { lateMinutes, meetingLife } from "../../domain/lifecycle/meeting-life.ts";
import { accept, refuse } from "../../domain/result.ts";
import { textOf } from "../../pages/typed.ts";
import { actOnMeeting } from "../../runtime/act-on-meeting.ts";
import { arrangementShown, isAsShown } from "../as-shown.ts";
import { refusalsInWords } from "../refusals.ts";
import type { MeetingScene } from "../scene.ts";
import type { MeetingPage } from "../verb-page.ts";
import { asItStands, everythingElse, whenAndWhere } from "../what-stands.ts";

export const runLate: MeetingPage<"run-late"> = {
  verb: "run-late",
  about: "meeting",
  show: (scene) => {
    const { meeting, role, other } = scene;
    const { late } = meeting;
    if (meeting.state !== "booked") return asItStands(scene);
    const refusal = whyNot(scene);
    if (refusal)
      return {
        title: "Running late?",
        body: html`<p>${refusalsInWords[refusal].says}</p>${whenAndWhere(scene)}${everythingElse()}`,
      };
    const said = late?.[role];
    return {
      title: said === undefined ? "How late will you be?" : `You are about ${said} minutes late`,
      body: html`${
        said === undefined
          ? html`<p>${other.name} gets a mail at once. The meeting still takes place.</p>`
          : html`<p>${other.name} has been told. If it changes, say so again.</p>`
      }${whenAndWhere(scene)}
<form method="post">${arrangementShown(scene)}
<div class="actions">${lateMinutes.map(
        (minutes) => html`<button name="minutes" value="${minutes}">${minutes} minutes</button>\n`,
      )}</div></form>${everythingElse()}`,
    };
  },
  act: async (scene, form) => {
    const { runtime, meeting, role, other } = scene;
    const minutes = lateMinutes.find((it) => String(it) === textOf(form, "minutes"));
    if (minutes === undefined) return refuse("nothing-chosen");
    if (meeting.state === "booked" && !isAsShown(scene, form)) return refuse("changed-meanwhile");
    const acted = await actOnMeeting(
      runtime,
      meeting.id,
      { type: "ran-late", by: role, minutes },
      meeting.arrangement,
    );
    return acted.ok
      ? accept(`${other.name} has been told that you are about ${minutes} minutes late.`)
      : acted;
  },
};

/** Too early or too late to say so, as the table of the meeting's life has it. */
function whyNot({ runtime, meeting, pair, now, role }: MeetingScene) {
  const event = { type: "ran-late", by: role, minutes: lateMinutes[0] } as const;
  const tried = advance(meetingLife, meeting, event, { school: runtime.school, pair, now });
  return tried.ok ? undefined : tried.refusal;
}
