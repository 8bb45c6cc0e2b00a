/** A student's profile is saved whole, with the goals as they are, or refused with every fault told at once. */
import { parse } from "node-html-parser";
import { afterEach, beforeEach, expect, it } from "vitest";
import { maya, type OwnWorld, openOwnWorld } from "../../pages/own-world.ts";

const path = "/student/profile";
const form = { name: "Maya Li Chen", stage: "MS4", specialties: "Surgery", focus: "networking" };
let world: OwnWorld;
beforeEach(async () => {
  world = await openOwnWorld();
});
afterEach(() => world.close());

it("saves what a student tells, and leaves the goals", async () => {
  const { status, headers } = await world.browse(maya.email, path, { ...form, mentorsWanted: "2" });
  expect([status, headers.get("location")]).toEqual([303, "/student/profile?done=profile"]);
  expect(await world.person(maya.id)).toEqual({
    ...maya,
    revision: 2,
    name: "Maya Li Chen",
    student: {
      stage: "MS4",
      specialties: ["Surgery"],
      focus: ["networking"],
      goals: maya.student?.goals,
      mentorsWanted: 2,
    },
  });
});

it("tells every fault at once, the name's among them, and saves nothing", async () => {
  const page = await world.browse(maya.email, path, { ...form, name: "", mentorsWanted: "4" });
  const faults = parse(page.html).querySelectorAll(".faults a");
  expect([page.status, faults.map((link) => link.textContent)]).toEqual([
    422,
    ["Tell us your name.", "Enter a whole number from 1 to 3."],
  ]);
  expect(await world.person(maya.id)).toEqual(maya);
});
