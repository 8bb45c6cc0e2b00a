/** After a meeting both may note a next step: each keeps his or her own, both read both, and the next meeting begins anew. */
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import { hour } from "../../../shared/domain/time.ts";
import { meetsAt, openPairWorld } from "./a-pair-in-december.ts";
import { open } from "./pages-world.ts";

const last = { month: "2026-11", notes: { student: "Read the guideline.", mentor: "Call the clinic." } };

it("keeps what each of the two wrote", async () => {
  const world = await openPairWorld({ mentorship: { nextStep: { ...last, notedAt: 1 } } });
  await world.advanceTo(meetsAt + 2 * hour);
  const [student, mentor] = [await world.give("answer", "student"), await world.give("answer", "mentor")];
  const notes = async () => (await world.mentorship()).nextStep?.notes;
  await open(world, student, {
    form: { attendance: "missed-without-notice", nextStep: "Write the outline." },
  });
  expect(await notes()).toEqual({ student: "Write the outline." });
  const field = parse((await open(world, student)).html).querySelector("textarea[name=nextStep]");
  expect(field?.textContent.trim()).toBe("Write the outline.");
  await open(world, mentor, { form: { attendance: "met", nextStep: "Ask Dr. Lin." } });
  expect(await notes()).toEqual({ student: "Write the outline.", mentor: "Ask Dr. Lin." });
  await open(world, student, { form: { attendance: "met", nextStep: "Write the abstract." } });
  expect(await notes()).toEqual({ student: "Write the abstract.", mentor: "Ask Dr. Lin." });
  await world.close();
});

it("shows both, each on a line of its own, before the next meeting", async () => {
  const world = await openPairWorld({ mentorship: { nextStep: { ...last, notedAt: 1 } } });
  const page = parse((await open(world, await world.give("prepare", "student"))).html);
  expect(page.querySelector("blockquote")?.textContent).toBe("Read the guideline.\nCall the clinic.");
  await world.close();
});
