/** Another time: the reader chooses one of the times at which both are free. */
import { html } from "hono/html";
import { isAhead } from "../../domain/meetings.ts";
import { refuse } from "../../domain/result.ts";
import { chooseSlot, slotList } from "../slot-list.ts";
import type { MeetingPage } from "../verb-page.ts";
import { asItStands, whatStands } from "../what-stands.ts";

export const move: MeetingPage<"move"> = {
  verb: "move",
  about: "meeting",
  show: async (scene) =>
    isAhead(scene.meeting)
      ? {
          title: `Another time with ${scene.other.name}`,
          body: html`${whatStands(scene)}
<h2>Choose a time</h2>
${await slotList(scene)}`,
        }
      : asItStands(scene),
  act: async (scene, form) => (isAhead(scene.meeting) ? chooseSlot(scene, form) : refuse("not-possible-now")),
};
