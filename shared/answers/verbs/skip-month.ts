/** Can't this month: the pair leaves the month out and goes on with the next one. */
import { html } from "hono/html";
import { isAhead } from "../../domain/meetings.ts";
import { describeMonth } from "../../domain/moments.ts";
import { accept, refuse } from "../../domain/result.ts";
import { isLastMonth } from "../../domain/school.ts";
import { actOnMeeting } from "../../runtime/act-on-meeting.ts";
import { arrangementShown, isAsShown } from "../as-shown.ts";
import type { MeetingPage } from "../verb-page.ts";
import { asItStands, everythingElse, whatStands } from "../what-stands.ts";

export const skipMonth: MeetingPage<"skip-month"> = {
  verb: "skip-month",
  about: "meeting",
  show: (scene) => {
    const { meeting, other } = scene;
    const month = describeMonth(meeting.month);
    if (!isAhead(meeting))
      return { ...asItStands(scene), ...(meeting.state === "skipped" && { title: `${month} is left out` }) };
    return {
      title: `Leave ${month} out?`,
      body: html`${whatStands(scene)}
<p>If you leave ${month} out, you and ${other.name} do not meet in it. Nobody asks why${isLastMonth(scene.runtime.school, meeting.month) ? "" : ", and the next month is booked as always"}. If only the time is wrong, choose another one instead.</p>
<form method="post">${arrangementShown(scene)}<button>Leave ${month} out</button></form>${everythingElse()}`,
    };
  },
  act: async (scene, form) => {
    const { runtime, meeting, role } = scene;
    const done = `${describeMonth(meeting.month)} is left out.`;
    if (meeting.state === "skipped") return accept(done);
    if (isAhead(meeting) && !isAsShown(scene, form)) return refuse("changed-meanwhile");
    const acted = await actOnMeeting(
      runtime,
      meeting.id,
      { type: "month-skipped", by: role },
      meeting.arrangement,
    );
    return acted.ok ? accept(done) : acted;
  },
};
