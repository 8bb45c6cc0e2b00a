/** Another time: the reader chooses one of the times at which both are free. */
import { html } from "hono/html";
import type { MeetingState } from "../../domain/meetings.ts";
import { refuse } from "../../domain/result.ts";
import { chooseSlot, slotList } from "../slot-list.ts";
import type { MeetingPage } from "../verb-page.ts";
import { everythingElse, whatStands } from "../what-stands.ts";

const canBeMoved: readonly MeetingState[] = ["unplaced", "booked", "called-off"];

export const move: MeetingPage<"move"> = {
  verb: "move",
  about: "meeting",
  show: async (scene) =>
    canBeMoved.includes(scene.meeting.state)
      ? {
          title: `Another time with ${scene.other.name}`,
          body: html`${whatStands(scene)}
<h2>Choose a time</h2>
${await slotList(scene)}`,
        }
      : {
          title: `Your meeting with ${scene.other.name}`,
          body: html`${whatStands(scene)}${everythingElse()}`,
        },
  act: async (scene, form) =>
    canBeMoved.includes(scene.meeting.state) ? chooseSlot(scene, form) : refuse("not-possible-now"),
};
