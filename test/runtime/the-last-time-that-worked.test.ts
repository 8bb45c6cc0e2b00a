/** A meeting that did not take place is not the pair's last one: nothing keeps its distance from it, and its hour is not kept. */
import { expect, it } from "vitest";
import { meetingStates } from "../../shared/domain/meetings.ts";
import { lastMeetingBefore } from "../../shared/runtime/free-slots.ts";
import { loadMeetingScene } from "../../shared/runtime/scene.ts";
import { meetsAt, mentorshipId, openPairWorld } from "../functions/answer/a-pair-in-december.ts";

it("is the month before's unless it is known that they did not meet then", async () => {
  const lastMeetingAt = Date.UTC(2026, 10, 12, 12, 30);
  const world = await openPairWorld({ mentorship: { lastMeetingAt } });
  const scene = (await loadMeetingScene(world.runtime, mentorshipId, "2027-01"))!;
  const december = await world.meeting();
  const counts = meetingStates.filter(
    (state) => lastMeetingBefore(scene, { ...december, state }) === meetsAt,
  );
  expect(counts).toEqual(["booked", "asked", "held", "unknown"]);
  expect(lastMeetingBefore(scene, { ...december, state: "missed-silently" })).toBe(lastMeetingAt);
  await world.close();
});
