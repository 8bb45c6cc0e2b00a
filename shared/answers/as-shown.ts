/** Makes sure that an answer is about the meeting as its reader saw it: a "works for me" said of Tuesday says nothing of Thursday. */
import { html } from "hono/html";
import type { Html } from "../pages/site.ts";
import { type Typed, textOf } from "../pages/typed.ts";
import type { MeetingScene } from "./scene.ts";

/** Goes into every form about a meeting's time. */
export const arrangementShown = ({ meeting }: MeetingScene): Html =>
  html`<input type="hidden" name="arrangement" value="${meeting.arrangement}">`;

/** True when the form was shown for this very arrangement; a form that does not say is taken to know what its mail said. */
export function isAsShown({ meeting, link }: MeetingScene, form: Typed): boolean {
  const shown = textOf(form, "arrangement");
  return shown === "" ? (meeting.arrangedAt ?? 0) <= link.madeAt : shown === String(meeting.arrangement);
}
