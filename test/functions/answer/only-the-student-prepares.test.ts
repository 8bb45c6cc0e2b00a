/** Questions and the last next step are the student's to write down, while the meeting is still to come; nobody else does it, and not afterwards. */
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import type { Role } from "../../../shared/domain/people.ts";
import { minute } from "../../../shared/domain/time.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import { meetsAt, openPairWorld, type PairWorld } from "./a-pair-in-december.ts";
import { dump, open } from "./pages-world.ts";

const nextStep = { month: "2026-11", notes: { student: "Read the guideline." }, notedAt: 1 };
const press = async (world: PairWorld, verb: Verb) => {
  expect((await open(world, await world.give(verb, "mentor"), { form: {} })).status).toBe(200);
};

it.each<[string, Role, (world: PairWorld) => Promise<unknown>]>([
  ["the mentor", "mentor", async () => undefined],
  ["the student, when both have been asked", "student", (world) => world.advanceTo(meetsAt + 60 * minute)],
  ["the student, once it is called off", "student", (world) => press(world, "call-off")],
  ["the student, of a month that is left out", "student", (world) => press(world, "skip-month")],
])("%s finds no form, and what is sent all the same is refused", async (_who, role, happens) => {
  const world = await openPairWorld({ mentorship: { nextStep } });
  await happens(world);
  const path = await world.give("prepare", role);
  const before = await dump(world);
  expect(parse((await open(world, path)).html).querySelectorAll("form")).toEqual([]);
  for (const form of [{ outcome: "done" }, { questions: "How did you choose?" }]) {
    const { status, text } = await open(world, path, { form });
    expect([status, text.slice(0, 76)]).toEqual([
      409,
      "This is not possible any more. Here is how things stand now. Your meeting wi",
    ]);
  }
  expect(await dump(world)).toEqual(before);
  await world.close();
});
