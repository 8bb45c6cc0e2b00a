/** What is said too early or too late is refused with a sentence of its own, and the page itself says so before anybody presses. */
import { expect, it } from "vitest";
import { hour, minute } from "../../../shared/domain/time.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import { meetsAt, openPairWorld } from "./a-pair-in-december.ts";
import { dump, open } from "./pages-world.ts";

const end = meetsAt + 45 * minute;

it.each<[Verb, string, number, Record<string, string>, number, string]>([
  [
    "run-late",
    "three hours and a minute before",
    meetsAt - 3 * hour - minute,
    { minutes: "5" },
    409,
    "It is too early for this. You can say it from three hours before the meeting.",
  ],
  [
    "run-late",
    "three hours before",
    meetsAt - 3 * hour,
    { minutes: "5" },
    200,
    "Ravi Menon has been told that you are about 5 minutes late.",
  ],
  [
    "run-late",
    "a minute before its end",
    end - minute,
    { minutes: "20" },
    200,
    "Ravi Menon has been told that you are about 20 minutes late.",
  ],
  [
    "run-late",
    "at its end",
    end,
    { minutes: "20" },
    409,
    "It is too late for this: the meeting's time has passed.",
  ],
  ["run-late", "by an hour", meetsAt, { minutes: "60" }, 422, "Please choose one of the answers."],
  ["call-off", "a minute before its end", end - minute, {}, 200, "Your meeting is called off."],
  ["call-off", "at its end", end, {}, 409, "It is too late for this: the meeting's time has passed."],
  [
    "call-off",
    "when both have been asked",
    end + 15 * minute,
    {},
    409,
    "This is not possible any more. Here is how things stand now.",
  ],
  ["skip-month", "a minute before its end", end - minute, {}, 200, "December 2026 is left out."],
  ["skip-month", "at its end", end, {}, 409, "It is too late for this: the meeting's time has passed."],
  [
    "answer",
    "before its end",
    meetsAt,
    { attendance: "met" },
    409,
    "The meeting is still to come. When its time is over, you can say here whether you met.",
  ],
  [
    "answer",
    "when both have been asked",
    end + 15 * minute,
    { attendance: "met" },
    200,
    "Thank you. Your answer is noted.",
  ],
  [
    "prepare",
    "before it begins",
    meetsAt - minute,
    { questions: "How?" },
    200,
    "It is saved. You can change it until the meeting begins.",
  ],
  [
    "prepare",
    "when both have been asked",
    end + 15 * minute,
    { questions: "How?" },
    409,
    "This is not possible any more. Here is how things stand now.",
  ],
])("%s, %s", async (verb, _when, at, form, status, says) => {
  const world = await openPairWorld();
  await world.advanceTo(at);
  const path = await world.give(verb, "student");
  const before = await dump(world);
  const pressed = await open(world, path, { form: { ...form, arrangement: "1" } });
  expect([pressed.status, pressed.text.slice(0, says.length)]).toEqual([status, says]);
  if (status === 200) expect(await dump(world)).not.toEqual(before);
  else expect(await dump(world)).toEqual(before);
  await world.close();
});

it.each([
  [meetsAt - 4 * hour, "It is too early for this. You can say it from three hours before the meeting."],
  [end, "It is too late for this: the meeting's time has passed."],
])("the page of running late offers no buttons outside its time", async (at, says) => {
  const world = await openPairWorld();
  await world.advanceTo(at);
  const { text, html } = await open(world, await world.give("run-late", "mentor"));
  expect(text.slice(0, "Running late? ".length + says.length)).toBe(`Running late? ${says}`);
  expect(html).not.toContain("<button");
  await world.close();
});
