/** I can't make it: the meeting is called off, and at once the reader may choose another time. */
import { html } from "hono/html";
import { describeMonth } from "../../domain/moments.ts";
import { accept, refuse } from "../../domain/result.ts";
import { type Typed, textOf } from "../../pages/typed.ts";
import { actOnMeeting } from "../../runtime/act-on-meeting.ts";
import { arrangementShown, isAsShown } from "../as-shown.ts";
import type { MeetingScene } from "../scene.ts";
import { chooseSlot, slotList } from "../slot-list.ts";
import type { Acted, AnswerPage, MeetingPage } from "../verb-page.ts";
import { asItStands, everythingElse, whenAndWhere } from "../what-stands.ts";

export const callOff: MeetingPage<"call-off"> = {
  verb: "call-off",
  about: "meeting",
  show: (scene) => {
    const { meeting, other } = scene;
    if (meeting.state === "called-off") return calledOff(scene);
    if (meeting.state !== "booked") return asItStands(scene);
    return {
      title: isNewTime(scene) ? "Your meeting has a new time" : "You can't make it?",
      body: html`${whenAndWhere(scene)}
${isNewTime(scene) ? html`<p>If you can't make this one either, say so here.</p>` : ""}
<p>Calling it off takes the meeting out of both calendars. ${other.name} is told at once; nobody asks why. On the next page you can choose another time.</p>
<form method="post">${arrangementShown(scene)}<button>I can't make it</button></form>${everythingElse()}`,
    };
  },
  act: (scene, form) => (textOf(form, "startAt") === "" ? sayNo(scene, form) : chooseSlot(scene, form)),
};

/** The meeting has been given another time since the mail that this link came with. */
const isNewTime = ({ meeting, link }: MeetingScene): boolean => (meeting.arrangedAt ?? 0) > link.madeAt;

/** By whichever of the two: the mail that both got says who. */
const calledOff = async (scene: MeetingScene): Promise<AnswerPage> => ({
  title: "The meeting is called off",
  body: html`<p>Both of you have been told. Nobody needs to explain anything.</p>
<h2>Another time in ${describeMonth(scene.meeting.month)}?</h2>
${await slotList(scene)}`,
});

async function sayNo(scene: MeetingScene, form: Typed): Promise<Acted> {
  const { runtime, meeting, role } = scene;
  const done = "Your meeting is called off.";
  if (meeting.state === "called-off") return accept(done);
  if (meeting.state === "booked" && !isAsShown(scene, form)) return refuse("changed-meanwhile");
  const acted = await actOnMeeting(
    runtime,
    meeting.id,
    { type: "called-off", by: role },
    meeting.arrangement,
  );
  return acted.ok ? accept(done) : acted;
}
