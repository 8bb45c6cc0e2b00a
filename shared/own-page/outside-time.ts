/** Says which meetings ahead lie outside the free time that a person gives now: changing one's times moves nobody's meeting. */
import { html } from "hono/html";
import { describeForBoth } from "../domain/moments.ts";
import { givesTime } from "../domain/slots.ts";
import { buttonLink } from "../pages/buttons.ts";
import { aroundName, isolated } from "../pages/names.ts";
import type { Html } from "../pages/site.ts";
import type { Own } from "./own.ts";

export function outsideTime({ me, now, base, mentorships }: Own): Html | "" {
  const outside = mentorships.flatMap(({ other, meetings }) =>
    meetings.flatMap(({ id, state, startAt, minutes }) =>
      state === "booked" && startAt !== undefined && startAt > now && !givesTime(me, startAt, minutes, "any")
        ? [
            {
              id,
              name: other.name,
              when: aroundName(other.name, (name) =>
                describeForBoth(startAt, minutes, me.timeZone, { ...other, name }),
              ),
            },
          ]
        : [],
    ),
  );
  return outside.length === 0
    ? ""
    : html`<aside class="card"><h2>Booked outside your free time</h2>
${outside.map(
  ({ id, name, when }) => html`<p>Your meeting with ${isolated(name)} stands: ${when}.</p>
<div class="actions">${buttonLink(`${base}/meetings/${id}/move`, "Another time")}
${buttonLink(`${base}/meetings/${id}/call-off`, "I can't make it")}</div>`,
)}</aside>`;
}
