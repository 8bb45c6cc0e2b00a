/** Goals and milestones: added, reached, told of; each of a student's pairs has its share in them. */
import { parse } from "node-html-parser";
import { afterEach, beforeEach, expect, it } from "vitest";
import { maya, type OwnWorld, openOwnWorld } from "../../pages/own-world.ts";

let world: OwnWorld;
beforeEach(async () => {
  world = await openOwnWorld();
});
afterEach(() => world.close());

const led = ({ status, headers }: { status: number; headers: Headers }) => [status, headers.get("location")];
const goals = async () => (await world.person(maya.id))?.student?.goals;

it("adds a goal", async () => {
  const form = { "area-0": "networking", "goal-0": "Meet people who do rural medicine." };
  expect(led(await world.browse(maya.email, "/student/goals", form))).toEqual([
    303,
    "/student/goals?done=goal-added",
  ]);
  expect(await goals()).toEqual([
    { area: "research", text: "Find a project." },
    { area: "networking", text: "Meet people who do rural medicine." },
  ]);
});

it("adds a goal once that is sent twice, and once more when it has been reached", async () => {
  const form = { "area-0": "research", "goal-0": "Find a project." };
  const sent = async () => led(await world.browse(maya.email, "/student/goals", form));
  expect(await sent()).toEqual([303, "/student/goals?done=goal-added"]);
  expect(await goals()).toEqual([{ area: "research", text: "Find a project." }]);
  await world.browse(maya.email, "/student/goals/reached", { goal: "0" });
  await sent();
  await sent();
  expect((await goals())?.map(({ reachedAt }) => reachedAt)).toEqual([world.now(), undefined]);
});

it("keeps twelve goals, and says so where another page has added the last one", async () => {
  const add = (text: string) =>
    world.browse(maya.email, "/student/goals", { "area-0": "research", "goal-0": text });
  for (let number = 2; number <= 12; number++) expect((await add(`Goal number ${number}.`)).status).toBe(303);
  const refused = await add("One more.");
  expect([refused.status, parse(refused.html).querySelector(".faults li")?.textContent]).toEqual([
    422,
    "You have 12 goals, and no more can be kept. Change one of them instead.",
  ]);
  expect(parse(refused.html).querySelector("[name=goal-0]")?.textContent.trim()).toBe("One more.");
  expect((await goals())?.at(-1)?.text).toBe("Goal number 12.");
  expect(await goals()).toHaveLength(12);
});

it("refuses half a goal, beside the half that is missing", async () => {
  const page = await world.browse(maya.email, "/student/goals", { "goal-0": "Meet people." });
  expect(page.status).toBe(422);
  expect(page.text).toContain("Choose what your goal is about.");
  expect(page.html).toContain("Meet people.</textarea>");
  expect(await goals()).toHaveLength(1);
});

it("changes the words of a goal", async () => {
  const form = { goal: "0", "area-1": "networking", "goal-1": "Meet people who do rural medicine." };
  expect(led(await world.browse(maya.email, "/student/goals/change", form))).toEqual([
    303,
    "/student/goals?done=goal-changed",
  ]);
  expect(await goals()).toEqual([{ area: "networking", text: "Meet people who do rural medicine." }]);
});

it("shows a goal as it stands in the form that changes it, closed, and open beside what is wrong", async () => {
  const changing = (page: { html: string }) => parse(page.html).querySelectorAll("article details")[1]!;
  const page = changing(await world.browse(maya.email, "/student/goals"));
  expect(page.hasAttribute("open")).toBe(false);
  expect(page.querySelector("option[selected]")?.getAttribute("value")).toBe("research");
  expect(page.querySelector("textarea")?.textContent.trim()).toBe("Find a project.");
  const answer = await world.browse(maya.email, "/student/goals/change", {
    goal: "0",
    "area-1": "networking",
    "goal-1": " ",
  });
  expect(answer.status).toBe(422);
  expect(changing(answer).hasAttribute("open")).toBe(true);
  expect(changing(answer).querySelector("option[selected]")?.getAttribute("value")).toBe("networking");
  expect(changing(answer).textContent).toContain("Say what your goal is.");
  expect(await goals()).toEqual([{ area: "research", text: "Find a project." }]);
});

it("leaves a goal that was reached meanwhile as it was, and says so", async () => {
  await world.browse(maya.email, "/student/goals/reached", { goal: "0" });
  const form = { goal: "0", "area-1": "networking", "goal-1": "Meet people." };
  const page = await world.browse(maya.email, "/student/goals/change", form);
  expect(page.text).toContain("You have reached this goal meanwhile, and it stays as it was.");
  expect(parse(page.html).querySelector("textarea[name=goal-0]")?.textContent.trim()).toBe("Meet people.");
  expect(await goals()).toMatchObject([{ area: "research", text: "Find a project." }]);
});

it("does not take a goal for reached that reads otherwise than on the page that says so", async () => {
  const { html } = await world.browse(maya.email, "/student/goals");
  const fields = parse(html).querySelectorAll("form[action='/student/goals/reached'] input");
  const reached = Object.fromEntries(
    fields.map((field) => [field.getAttribute("name")!, field.getAttribute("value")!]),
  );
  const form = { goal: "0", "area-1": "research", "goal-1": "Publish a paper." };
  await world.browse(maya.email, "/student/goals/change", form);
  expect((await world.browse(maya.email, "/student/goals/reached", reached)).text).toContain(
    "Things have changed since this page was opened, so nothing was done. Here is how they stand now.",
  );
  expect(await goals()).toEqual([{ area: "research", text: "Publish a paper." }]);
  await world.browse(maya.email, "/student/goals/change", { ...form, "goal-1": "Find a project." });
  for (const _ of ["once", "twice"])
    expect((await world.browse(maya.email, "/student/goals/reached", reached)).status).toBe(303);
});

it("refuses a change on a page from before another one, and what was typed is still there", async () => {
  const changing = (html: string) => parse(html).querySelector("form[action='/student/goals/change']")!;
  const madeFrom = (html: string) => changing(html).querySelector("[name=made-from]")!.getAttribute("value")!;
  const save = (from: string, text: string) =>
    world.browse(maya.email, "/student/goals/change", {
      goal: "0",
      "made-from": from,
      "area-1": "research",
      "goal-1": text,
    });
  const opened = madeFrom((await world.browse(maya.email, "/student/goals")).html);
  expect((await save(opened, "Find a project in genetics.")).status).toBe(303);
  expect((await save(opened, "Find a project in genetics.")).status).toBe(303);

  const refused = await save(opened, "Find a project for the summer.");
  expect([refused.status, parse(refused.html).querySelector(".faults li")?.textContent]).toEqual([
    422,
    "This goal has changed since this page was opened. It is now: research: “Find a project in genetics.”. What you typed is still here: add what it lacks, and save again.",
  ]);
  expect(changing(refused.html).querySelector("textarea")?.textContent.trim()).toBe(
    "Find a project for the summer.",
  );
  expect(await goals()).toEqual([{ area: "research", text: "Find a project in genetics." }]);
  expect((await save(opened, " ")).text).toContain("This goal has changed since this page was opened.");

  const both = "Find a project in genetics for the summer.";
  expect((await save(madeFrom(refused.html), both)).status).toBe(303);
  expect(await goals()).toEqual([{ area: "research", text: both }]);
});

it("marks a goal as reached, which is a milestone", async () => {
  expect(led(await world.browse(maya.email, "/student/goals/reached", { goal: "0" }))).toEqual([
    303,
    "/student/goals?done=goal-reached",
  ]);
  expect((await goals())?.[0]?.reachedAt).toBe(world.now());
  expect((await world.mentorship())?.milestones).toMatchObject([
    { key: "goal-reached-0", kind: "goal-reached" },
  ]);
});

it.each(["7", "-1", "x", ""])("knows no goal number “%s”", async (goal) => {
  const form = { goal, "area-8": "networking", "goal-8": "Meet people." };
  expect((await world.browse(maya.email, "/student/goals/reached", form)).status).toBe(404);
  expect((await world.browse(maya.email, "/student/goals/change", form)).status).toBe(404);
});

it("takes a milestone that only the student can know of, and no other", async () => {
  expect((await world.browse(maya.email, "/student/milestones", { kind: "first-meeting" })).status).toBe(404);
  expect(led(await world.browse(maya.email, "/student/milestones", { kind: "exam-passed" }))).toEqual([
    303,
    "/student/goals?done=milestone",
  ]);
  expect((await world.mentorship())?.milestones.map(({ key }) => key)).toEqual(["exam-passed"]);
});

it.each([
  ["MS3", ["I have passed an exam", "My research is submitted"]],
  ["MS4", ["I have passed an exam", "My research is submitted", "I have matched into a residency"]],
] as const)("in %s, asks before each milestone that can happen then is noted", async (stage, labels) => {
  await world.close();
  world = await openOwnWorld({ maya: { student: { ...maya.student!, stage } } });
  const page = parse((await world.browse(maya.email, "/student/goals")).html);
  const asking = page
    .querySelectorAll("details")
    .filter((details) => details.querySelector("form[action='/student/milestones']"));
  expect(asking.map((details) => details.textContent.replace(/\s+/g, " ").trim())).toEqual(
    labels.map((label) => `${label} Once it is noted, it cannot be taken back. ${label}`),
  );
  expect(page.querySelectorAll("form[action='/student/milestones']").length).toBe(labels.length);
});
