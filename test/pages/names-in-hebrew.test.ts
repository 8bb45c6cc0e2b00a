/** A name that is written from right to left stands apart from the times beside it, and reorders none of them. */
import { parse } from "node-html-parser";
import { afterEach, expect, it } from "vitest";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { administrator, maya, meetingId, type OwnWorld, openOwnWorld, ravi } from "./own-world.ts";

const noa = "נועה לוי";
const dan = "דן כהן";

let world: OwnWorld;
afterEach(() => world.close());

const hebrew = (booked: boolean) => openOwnWorld({ maya: { name: noa }, ravi: { name: dan } }, { booked });

/** The texts of a page in which a name stands, with the name in brackets where it is set apart. */
async function around(email: string, path: string, parts: string): Promise<string[]> {
  const page = parse((await world.browse(email, path)).html);
  for (const name of page.querySelectorAll("bdi")) name.replaceWith(`[${name.textContent}]`);
  return page
    .querySelectorAll(parts)
    .map(({ textContent }) => textContent.replace(/\s+/g, " ").trim())
    .filter((text) => text.includes(noa) || text.includes(dan));
}

it("on the card of a meeting that is booked", async () => {
  world = await hebrew(true);
  expect(await around(maya.email, "/student", "main article :is(h2, .when)")).toEqual([
    `With [${dan}]`,
    `Thursday, December 10, 2026, 7:30–8:15 AM (New York time, UTC−5) (for [${dan}]: 6:00–6:45 PM Thursday, Kolkata time, UTC+5:30)`,
  ]);
});

it("on the card of a meeting that has no time, and on the overview", async () => {
  world = await hebrew(false);
  const event = { type: "no-time-found", by: "planner", reason: "no-common-window" } as const;
  expect((await actOnMeeting(world.runtime, meetingId, event)).ok).toBe(true);
  expect(await around(ravi.email, "/mentor", "main article :is(h2, p)")).toEqual([
    `With [${noa}] in December 2026: no time yet`,
    `The times you and [${noa}] have given us do not overlap: nowhere in December 2026 are both of you free for 45 minutes in a row.`,
  ]);
  expect(await around(administrator, "/administrator", "main li")).toEqual([
    `[${noa}] and [${dan}], December 2026. Their weekly times do not overlap long enough.`,
  ]);
});

it("where a meeting is moved, in what stands and in each of the times to choose from", async () => {
  world = await hebrew(true);
  const path = "/student/meetings/pairaaaa-2026-12/move";
  expect(await around(maya.email, path, "main :is(p, dd)")).toEqual([
    `Your meeting with [${dan}] is booked and stands unless somebody moves it.`,
    `Thursday, December 10, 2026, 7:30–8:15 AM (New York time, UTC−5) (for [${dan}]: 6:00–6:45 PM Thursday, Kolkata time, UTC+5:30)`,
    `[${dan}]`,
    `These are the times in December 2026 at which you and [${dan}] are both free, shown in New York time.`,
  ]);
  const times = await around(maya.email, path, "main small");
  expect(times.length).toBeGreaterThan(0);
  for (const time of times) expect(time).toMatch(new RegExp(`^for \\[${dan}\\]: \\d+:\\d\\d [AP]M \\w+day$`));
});
