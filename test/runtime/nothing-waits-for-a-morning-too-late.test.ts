/** A letter that may wait for the morning does not, where in the morning it would be of no use any more. */
import { expect, it } from "vitest";
import { wakeMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { inNewYork, newYorkTime } from "../domain/lifecycle/a-life.ts";
import { maya, meetingId, openOwnWorld } from "../pages/own-world.ts";

it("a reminder that is late because nothing ran goes out in the night before a meeting at 7:30", async () => {
  const world = await openOwnWorld();
  await world.advanceTo(inNewYork("2026-12-09 23:00"));
  await wakeMeeting(world.runtime, meetingId);
  const reminders = world.mailbox.filter(({ tags, to }) => tags.letter === "reminder" && to === maya.email);
  expect(reminders.map(({ at }) => newYorkTime(at))).toEqual(["2026-12-09 23:00"]);
  await world.close();
});
