/** Questions that are written on two pages: the page from before does not overwrite what another one has saved. */
import { parse } from "node-html-parser";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openPairWorld, type PairWorld } from "./a-pair-in-december.ts";
import { open } from "./pages-world.ts";

let world: PairWorld;
let path: string;
beforeEach(async () => {
  const nextStep = { month: "2026-11", notes: { mentor: "Write the outline." }, notedAt: 1 };
  world = await openPairWorld({ mentorship: { nextStep } });
  path = await world.give("prepare", "student");
});
afterEach(() => world.close());

const madeFrom = ({ html }: { html: string }): string =>
  parse(html).querySelector("[name=made-from]")!.getAttribute("value")!;
const save = (form: Record<string, string>) => open(world, path, { form });
const questions = async () => (await world.meeting()).questions;

it("refuses other words, and what was typed is still there", async () => {
  const opened = madeFrom(await open(world, path));
  expect((await save({ "made-from": opened, questions: "How did you choose?" })).status).toBe(200);
  expect((await save({ "made-from": opened, questions: "How did you choose?" })).status).toBe(200);

  const refused = await save({ "made-from": opened, questions: "Would you again?" });
  expect([refused.status, parse(refused.html).querySelector(".faults li")?.textContent]).toEqual([
    422,
    "Your questions have changed since this page was opened. They are now: “How did you choose?”. What you typed is still here: add what it lacks, and save again.",
  ]);
  expect(parse(refused.html).querySelector("[name=questions]")?.textContent.trim()).toBe("Would you again?");
  expect(await questions()).toBe("How did you choose?");

  const both = "How did you choose?\nWould you again?";
  expect((await save({ "made-from": madeFrom(refused), questions: both })).status).toBe(200);
  expect(await questions()).toBe(both);
  expect((await save({ "made-from": both, questions: "" })).status).toBe(200);
  expect(await questions()).toBe("");
});

it("leaves them alone where only the next step is told of", async () => {
  const opened = madeFrom(await open(world, path));
  await save({ "made-from": opened, questions: "How did you choose?" });
  expect((await save({ "made-from": opened, questions: "", outcome: "done" })).status).toBe(200);
  expect(await questions()).toBe("How did you choose?");
  expect((await world.mentorship()).nextStep?.outcome).toBe("done");
});
