/** After a meeting both may note a next step: each keeps his or her own, both read both, and the next meeting begins anew. */
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import type { MentorshipEvent } from "../../../shared/domain/lifecycle/mentorship-life.ts";
import { hour } from "../../../shared/domain/time.ts";
import { actOnMentorship } from "../../../shared/runtime/act-on-mentorship.ts";
import { meetsAt, mentorshipId, openPairWorld } from "./a-pair-in-december.ts";
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

it("takes back what was cleared: the line and the next step of the one, and nothing of the other", async () => {
  const world = await openPairWorld({ mentorship: { nextStep: { ...last, notedAt: 1 } } });
  await world.advanceTo(meetsAt + 2 * hour);
  const [student, mentor] = [await world.give("answer", "student"), await world.give("answer", "mentor")];
  const stands = async () => {
    const { nextStep, lineForStudent } = await world.mentorship();
    return [nextStep?.notes, lineForStudent];
  };
  const fields = async () =>
    parse((await open(world, mentor)).html)
      .querySelectorAll("textarea")
      .map((area) => area.textContent.trim());
  await open(world, student, { form: { attendance: "met", nextStep: "Write the outline." } });
  const both = { attendance: "missed-without-notice", nextStep: "Ask Dr. Lin.", line: "Come earlier." };
  await open(world, mentor, { form: both });
  expect(await fields()).toEqual(["Ask Dr. Lin.", "Come earlier."]);
  expect(await stands()).toEqual([
    { student: "Write the outline.", mentor: "Ask Dr. Lin." },
    "Come earlier.",
  ]);
  await open(world, mentor, { form: { ...both, nextStep: "", line: "" } });
  expect(await fields()).toEqual(["", ""]);
  expect(await stands()).toEqual([{ student: "Write the outline." }, undefined]);
  await open(world, student, { form: { attendance: "met", nextStep: "" } });
  expect(await stands()).toEqual([undefined, undefined]);
  await world.close();
});

it("takes nothing of another meeting back", async () => {
  const of = { nextStep: { ...last, notedAt: 1, outcome: "done" }, lineForStudent: "Read more." } as const;
  const world = await openPairWorld({ mentorship: { nextStep: of.nextStep } });
  await world.advanceTo(meetsAt + 2 * hour);
  const mentor = await world.give("answer", "mentor");
  const answer = { attendance: "missed-without-notice", nextStep: "", line: "" };
  await open(world, mentor, { form: { ...answer, line: "Come earlier." } });
  const say = (event: MentorshipEvent) => actOnMentorship(world.runtime, mentorshipId, event);
  await say({ type: "line-left", by: "mentor", text: of.lineForStudent });
  await open(world, mentor, { form: answer });
  await say({ type: "next-step-noted", by: "mentor", month: "2026-12", text: undefined });
  const { nextStep, lineForStudent } = await world.mentorship();
  expect({ nextStep, lineForStudent }).toEqual(of);
  await world.close();
});
