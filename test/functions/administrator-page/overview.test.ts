/** The overview counts, and names what needs a hand and where to lend it. */
import { parse } from "node-html-parser";
import { afterEach, expect, it } from "vitest";
import { actOnMeeting } from "../../../shared/runtime/act-on-meeting.ts";
import { administrator, meetingId, type OwnWorld, openOwnWorld, ravi } from "../../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

it("says that nothing is to do when everything runs", async () => {
  world = await openOwnWorld();
  const page = await world.browse(administrator, "/administrator");
  const figures = parse(page.html)
    .querySelectorAll(".figures li")
    .map(({ textContent }) => textContent);
  expect(figures).toEqual([
    "1students",
    "1mentors",
    "0invited, not here yet",
    "1active pairs",
    "1meetings ahead",
    "0held this month",
  ]);
  expect(page.text).toContain("What needs a hand Nothing. Everything runs by itself.");
});

it("names proposals, mentors to approve, and pairs without a time with the reason", async () => {
  world = await openOwnWorld(
    {
      ravi: { mentor: { ...ravi.mentor!, kind: "association", approved: false } },
      mentorship: { state: "proposed" },
    },
    { booked: false },
  );
  const event = { type: "no-time-found", by: "planner", reason: "no-common-window" } as const;
  expect((await actOnMeeting(world.runtime, meetingId, event)).ok).toBe(true);
  const page = await world.browse(administrator, "/administrator");
  expect(page.text).toContain("1 proposed pair to look at and confirm");
  expect(page.text).toContain("1 mentor from outside to approve");
  expect(page.text).toContain(
    "1 pair without a time Maya Chen and Ravi Menon, December 2026. Their weekly times do not overlap long enough.",
  );
  const approve = await world.browse(administrator, "/administrator/people?show=to-approve");
  expect(approve.text).toContain("Approve Ravi Menon");
  await world.browse(administrator, "/administrator/people/ravi/approve", {});
  expect((await world.person(ravi.id))?.mentor?.approved).toBe(true);
  expect((await world.browse(administrator, "/administrator/people?show=to-approve")).text).toContain(
    "Nobody.",
  );
});
