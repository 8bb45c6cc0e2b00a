/** What people write in their own words is shown as they wrote it, is never run, and is never lost. */
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import { meetsAt, openPairWorld } from "./a-pair-in-december.ts";
import { dump, open } from "./pages-world.ts";

const hostile = `</textarea><script>alert("x")</script><img src=x onerror=alert(1)> & "quotes"`;
const prompted = {
  mentorship: {
    milestones: [{ key: "first-meeting", kind: "first-meeting" as const, reachedAt: 1, promptedAt: 2 }],
    nextStep: { month: "2026-11", notes: { mentor: hostile }, notedAt: 3 },
  },
};

it("hostile names, places, steps and questions are text, wherever they are shown", async () => {
  const world = await openPairWorld({ ...prompted, ravi: { name: `Dr. ${hostile}` } });
  const path = await world.give("prepare", "student");
  expect((await open(world, path, { form: { questions: hostile } })).status).toBe(200);
  expect((await world.meeting()).questions).toBe(hostile);
  const { html, title } = await open(world, path);
  expect(title).toBe(`What would you like to ask Dr. ${hostile}?`);
  const page = parse(html);
  expect(page.querySelectorAll("script, img")).toEqual([]);
  expect(page.querySelector("textarea[name=questions]")?.textContent.trim()).toBe(hostile);
  expect(page.querySelector("blockquote")?.textContent).toBe(hostile);
  await world.close();
});

const long = "x".repeat(2001);
const tooLong = "That is too long: 2,000 characters is the most. What you wrote is still here.";

it.each([
  ["prepare", "student", { questions: long }, "questions", tooLong],
  ["prepare", "student", { questions: "How?", outcome: "done", because: long }, "because", tooLong],
  ["thank", "student", { choice: "thank", text: long }, "text", tooLong],
  [
    "answer",
    "mentor",
    { attendance: "met", line: long },
    "line",
    "This is 2,001 characters long; at most 2,000 can be kept.",
  ],
  [
    "answer",
    "student",
    { attendance: "met", nextStep: long },
    "nextStep",
    "This is 2,001 characters long; at most 2,000 can be kept.",
  ],
] as const)(
  "%s by the %s: a text that is too long is kept in the form, and nothing is saved",
  async (verb, role, form, field, says) => {
    const world = await openPairWorld(prompted);
    if (verb === "answer") await world.advanceTo(meetsAt + 3_600_000);
    const path = await world.give(verb, role, { key: "first-meeting" });
    const before = await dump(world);
    const { status, html } = await open(world, path, { form });
    expect(status).toBe(422);
    const page = parse(html);
    expect(page.querySelector(`textarea[name=${field}]`)?.textContent.trim()).toBe(long);
    expect(page.querySelectorAll(".faults li").map((fault) => fault.textContent)).toEqual([says]);
    expect(await dump(world)).toEqual(before);
    await world.close();
  },
);

it.each([
  ["thank", { choice: "thank", text: "  \n " }, "Nothing is written yet. A sentence is enough."],
  ["prepare", { questions: " " }, "Nothing is written yet. A sentence is enough."],
] as const)("%s: nothing but space is not taken", async (verb, form, says) => {
  const world = await openPairWorld(prompted);
  const { status, html } = await open(world, await world.give(verb, "student", { key: "first-meeting" }), {
    form,
  });
  expect(status).toBe(422);
  expect(
    parse(html)
      .querySelectorAll(".faults li")
      .map((fault) => fault.textContent),
  ).toEqual([says]);
  await world.close();
});

it("a reason without what became of the next step is not taken for saved", async () => {
  const world = await openPairWorld(prompted);
  const path = await world.give("prepare", "student");
  const before = await dump(world);
  const form = { questions: "How?", because: "The archive was closed." };
  const { status, html } = await open(world, path, { form });
  const page = parse(html);
  expect([status, page.querySelectorAll(".faults a").map((fault) => fault.outerHTML)]).toEqual([
    422,
    ['<a href="#field-outcome">Please choose one of the answers.</a>'],
  ]);
  expect(page.querySelectorAll("textarea").map((area) => area.textContent.trim())).toEqual(
    Object.values(form),
  );
  expect(await dump(world)).toEqual(before);
  await world.close();
});

it.each([
  ["prepare", "student", ["questions", "because"]],
  ["answer", "student", ["nextStep"]],
  ["answer", "mentor", ["nextStep", "line"]],
  ["thank", "student", ["text"]],
  ["add-time", "mentor", ["dates", "absences"]],
] as const)("%s for the %s: every field for free text says who reads it", async (verb, role, fields) => {
  const world = await openPairWorld(prompted);
  if (verb === "answer") await world.advanceTo(meetsAt + 3_600_000);
  const page = parse((await open(world, await world.give(verb, role, { key: "first-meeting" }))).html);
  const areas = page.querySelectorAll("textarea");
  expect(areas.map((area) => area.getAttribute("name"))).toEqual(fields);
  for (const area of areas)
    expect(page.querySelector(`#${area.getAttribute("aria-describedby")}`)?.textContent).toMatch(
      /Who reads this: /,
    );
  await world.close();
});

it.each([undefined, "not-now", "never", "thanked"] as const)(
  "the page for thanks, answered with %s, leads on to one's own page",
  async (answer) => {
    const [milestone] = prompted.mentorship.milestones;
    const world = await openPairWorld({ mentorship: { milestones: [{ ...milestone!, answer }] } });
    const { html } = await open(world, await world.give("thank", "student", { key: "first-meeting" }));
    const last = parse(html).querySelector("main p:last-child");
    expect(last?.outerHTML).toBe('<p>For anything else, open <a href="/sign-in">your own page</a>.</p>');
    await world.close();
  },
);

it("other words of thanks for the same occasion are not sent, and the page keeps them", async () => {
  const world = await openPairWorld(prompted);
  const path = await world.give("thank", "student", { key: "first-meeting" });
  const thankWith = (text: string) => open(world, path, { form: { choice: "thank", text } });
  const tabs = await Promise.all([thankWith("You listened."), thankWith("You asked.")]);
  expect(tabs.map(({ status }) => status).sort()).toEqual([200, 409]);
  const kept = tabs[0].status === 200 ? "You listened." : "You asked.";
  expect(world.newMail()).toEqual(["A thank-you from Maya Chen → ravi@riverside.example.edu"]);
  const before = await dump(world);
  const { status, html } = await thankWith(hostile);
  const page = parse(html);
  expect([status, page.querySelector("[role=alert]")?.textContent.trim()]).toEqual([
    409,
    "You have said thanks for this already, so nothing was sent now. What you wrote is still here.",
  ]);
  expect(page.querySelector("h2 + blockquote")?.textContent).toBe(hostile);
  expect((await thankWith(` ${kept} `)).text).toBe(
    "Your thanks are on their way to Ravi Menon. You have thanked Ravi Menon Ravi Menon gets your words by mail, and they are kept for as long as Ravi Menon wants to keep them. For anything else, open your own page.",
  );
  expect(await dump(world)).toEqual(before);
  await world.close();
});
