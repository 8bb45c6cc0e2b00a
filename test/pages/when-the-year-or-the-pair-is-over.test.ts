/** Near the end of the school year, and after a pair has ended, nothing is promised or asked for that cannot be any more. */
import { parse } from "node-html-parser";
import { afterEach, expect, it } from "vitest";
import { hour } from "../../shared/domain/time.ts";
import { maya, meetsAt, type OwnWorld, openOwnWorld, ravi } from "./own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const prompted = [{ key: "first-meeting", kind: "first-meeting" as const, reachedAt: 1, promptedAt: 2 }];
const thank = "/student/mentorships/pairaaaa/thank/first-meeting";

it.each(["active", "closing"] as const)(
  "a pair that is %s has its prompt to say thank you",
  async (state) => {
    world = await openOwnWorld({ mentorship: { state, milestones: prompted } });
    expect((await world.browse(maya.email, "/student")).text).toContain("A word of thanks?");
    expect((await world.browse(maya.email, thank)).html).toContain("<textarea");
  },
);

it.each(["declined", "completed"] as const)("a pair that is %s has none", async (state) => {
  world = await openOwnWorld({ mentorship: { state, milestones: prompted } });
  expect((await world.browse(maya.email, "/student")).text).not.toContain("A word of thanks?");
  const page = await world.browse(maya.email, thank);
  expect([
    page.text.includes("This occasion to thank Ravi Menon is no longer there."),
    page.html.includes("<textarea"),
  ]).toEqual([true, false]);
});

it.each([
  ["active", ["nextStep", "line"]],
  ["closing", ["line"]],
  ["declined", []],
] as const)("a mentor of a pair that is %s may note %j beside whether they met", async (state, fields) => {
  world = await openOwnWorld({ mentorship: { state } });
  await world.advanceTo(meetsAt + 2 * hour);
  const page = parse((await world.browse(ravi.email, "/mentor/meetings/pairaaaa-2026-12/answer")).html);
  expect(page.querySelectorAll("textarea").map((field) => field.getAttribute("name"))).toEqual([...fields]);
});

it.each([
  ["2027-03-20", "active", "On Thursday, March 25, 2027, when April 2027 opens, a meeting is booked for you"],
  ["2027-05-10", "active", "No more meetings are booked in this school year."],
  ["2027-06-10", "closing", "No more meetings are booked in this school year."],
] as const)(
  "on %s a page without meetings of a pair that is %s says what comes",
  async (day, state, says) => {
    world = await openOwnWorld({ mentorship: { state } }, { booked: false });
    await world.advanceTo(Date.parse(`${day}T12:00:00Z`));
    expect((await world.browse(maya.email, "/student")).text).toContain(
      `Nothing is planned at the moment. ${says}`,
    );
  },
);

it.each([
  ["2027-04-10", "active", true],
  ["2027-05-10", "active", false],
] as const)(
  "on %s it is said of a pair that is %s that it has too little time: %s",
  async (day, state, says) => {
    const thin = { weekly: [], overrides: [], absences: [] };
    world = await openOwnWorld({ maya: { availability: thin }, mentorship: { state } }, { booked: false });
    await world.advanceTo(Date.parse(`${day}T12:00:00Z`));
    expect((await world.browse(maya.email, "/student")).text.includes("Your free time is thin")).toBe(says);
  },
);

it("of a pair whose year is over it is not said that it has too little time", async () => {
  const thin = { weekly: [], overrides: [], absences: [] };
  world = await openOwnWorld(
    { maya: { availability: thin }, mentorship: { state: "closing" } },
    { booked: false },
  );
  expect((await world.browse(maya.email, "/student")).text).not.toContain("Your free time is thin");
});
