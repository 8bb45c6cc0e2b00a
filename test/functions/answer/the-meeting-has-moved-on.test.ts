/** An answer is about the meeting as its reader saw it; once that has changed, the page says how things stand and does nothing. */
import { expect, it } from "vitest";
import type { Meeting } from "../../../shared/domain/meetings.ts";
import type { Role } from "../../../shared/domain/people.ts";
import type { Verb } from "../../../shared/links/verbs.ts";
import { actOnMeeting } from "../../../shared/runtime/act-on-meeting.ts";
import { meetingId, openPairWorld, type PairWorld } from "./a-pair-in-december.ts";
import { dump, open } from "./pages-world.ts";

/** Tuesday, December 8, 2026, 7:00 AM in New York. */
const earlier = Date.UTC(2026, 11, 8, 12);
const changed =
  "Things have changed since this page was opened, so nothing was done. Here is how they stand now.";

const moveTo = async (world: PairWorld, startAt: number, by: Role = "mentor") => {
  await world.advanceTo(world.now() + 60_000);
  const acted = await actOnMeeting(world.runtime, meetingId, { type: "slot-chosen", by, startAt });
  expect(acted.ok).toBe(true);
};

it.each<[Verb, Record<string, string>, string]>([
  ["confirm", {}, "Works for me"],
  ["call-off", {}, "I can't make it"],
  ["skip-month", {}, "Leave December 2026 out"],
  ["move", { startAt: String(Date.UTC(2026, 11, 10, 12)) }, "Choose this time"],
])("%s, of a meeting that the other has moved meanwhile", async (verb, form, stillOffered) => {
  const world = await openPairWorld();
  const path = await world.give(verb, "student");
  await moveTo(world, earlier);
  const before = await dump(world);
  for (const fields of [form, { ...form, arrangement: "1" }]) {
    const { status, text } = await open(world, path, { method: "POST", form: fields });
    expect(status).toBe(409);
    expect(text.slice(0, changed.length)).toBe(changed);
    expect(text).toContain("Tuesday, December 8, 2026, 7:00–7:45 AM (New York time, UTC−5)");
    expect(text).toContain(stillOffered);
  }
  expect(await dump(world)).toEqual(before);
  const { status } = await open(world, path, { method: "POST", form: { ...form, arrangement: "2" } });
  expect(status).toBe(200);
  await world.close();
});

it.each<[Meeting["state"], (world: PairWorld) => Promise<unknown>, string]>([
  [
    "called-off",
    (world) => actOnMeeting(world.runtime, meetingId, { type: "called-off", by: "mentor" }),
    "Your meeting with Ravi Menon Your meeting with Ravi Menon is called off, and both of you have been told. A new time can be chosen while December 2026 lasts. For anything else, open your own page.",
  ],
  [
    "skipped",
    (world) => actOnMeeting(world.runtime, meetingId, { type: "month-skipped", by: "mentor" }),
    "Your meeting with Ravi Menon December 2026 is left out: you and Ravi Menon do not meet in it. The following month is booked as always. For anything else, open your own page.",
  ],
])("works for me, of a meeting that is %s now", async (_state, change, says) => {
  const world = await openPairWorld();
  const path = await world.give("confirm", "student");
  await change(world);
  expect((await open(world, path)).text).toBe(says);
  const before = await dump(world);
  const pressed = await open(world, path, { method: "POST" });
  expect([pressed.status, pressed.text]).toEqual([
    409,
    `This is not possible any more. Here is how things stand now. ${says}`,
  ]);
  expect(await dump(world)).toEqual(before);
  await world.close();
});

it("I can't make it, of a meeting that the other has called off: nothing is said to be the reader's own doing", async () => {
  const world = await openPairWorld();
  const path = await world.give("call-off", "student");
  await actOnMeeting(world.runtime, meetingId, { type: "called-off", by: "mentor" });
  const before = await dump(world);
  const { status, text } = await open(world, path, { method: "POST", form: { arrangement: "1" } });
  expect([status, text.slice(0, text.indexOf(" Another time"))]).toEqual([
    200,
    "Your meeting is called off. The meeting is called off Both of you have been told. Nobody needs to explain anything.",
  ]);
  expect(await dump(world)).toEqual(before);
  await world.close();
});
