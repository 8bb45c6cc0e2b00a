/** More free time: the reader adds to it, and the pair that had no time in common is tried again at once. */
import { html } from "hono/html";
import { describeMonth } from "../../domain/moments.ts";
import { accept } from "../../domain/result.ts";
import { whyNoTime } from "../../letters/no-common-time.ts";
import { availabilityFields, parseAvailability, typedAvailability } from "../../pages/availability-form.ts";
import type { Html } from "../../pages/site.ts";
import { loadMeeting } from "../../records/meetings.ts";
import { changeAvailability } from "../../runtime/act-on-person.ts";
import { tableOf } from "../../runtime/table-of.ts";
import type { MeetingScene } from "../scene.ts";
import type { MeetingPage } from "../verb-page.ts";
import { everythingElse, whatStands } from "../what-stands.ts";

export const addTime: MeetingPage<"add-time"> = {
  verb: "add-time",
  about: "meeting",
  show: (scene, refilled) => {
    const form = refilled ?? { typed: typedAvailability(scene.reader), faults: [] };
    return {
      title: "When are you free?",
      body: html`${whatStands(scene)}${whyNot(scene)}
<form method="post">${availabilityFields(form, scene.now, scene.reader)}<button>Save my times</button></form>${everythingElse()}`,
    };
  },
  act: async (scene, form) => {
    const { runtime, now, reader, meeting } = scene;
    const given = parseAvailability(form, now, reader);
    if (!given.ok) return given;
    const { availability, timeZone } = given.value;
    const acted = await changeAvailability(runtime, reader.id, availability, timeZone);
    if (!acted.ok) return acted;
    const after = await loadMeeting(tableOf(runtime), meeting.id);
    return accept(`Your times are saved. ${whatCameOfIt(scene, after?.state === "booked")}`);
  },
};

/** Says whether the new times were enough for a meeting that had none. */
function whatCameOfIt({ meeting, other }: MeetingScene, isBooked: boolean): string {
  const month = describeMonth(meeting.month);
  if (meeting.state === "booked" && isBooked) return "Your meeting stays as it is.";
  if (isBooked) return `With them, a time was found: you and ${other.name} get an invitation.`;
  if (meeting.state === "unplaced") return `There is still no time for you and ${other.name} in ${month}.`;
  if (meeting.state === "called-off")
    return `Where one of them suits ${other.name} too, you can choose it on your own page.`;
  return "They are used from the next month on.";
}

const whyNot = ({ runtime, meeting, other }: MeetingScene): Html | "" => {
  const { reason, minutes } = meeting;
  if (meeting.state !== "unplaced" || !reason) return "";
  const month = describeMonth(meeting.month);
  return html`<p>${whyNoTime[reason]({ other: other.name, month, minutes, school: runtime.school })}</p>`;
};
