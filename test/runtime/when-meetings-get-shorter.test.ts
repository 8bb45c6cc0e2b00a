/** A school changes how long its meetings are: one that has a time keeps its length, and whatever gets a time from then on has the new one. */
import { afterEach, expect, it } from "vitest";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { planPairOfCandidate } from "../../shared/runtime/arrange-pair.ts";
import { freeSlots } from "../../shared/runtime/free-slots.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { pairsToPlan } from "../../shared/runtime/whole-school.ts";
import { meetingId, meetsAt, type OwnWorld, openOwnWorld } from "../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const withMinutes = (runtime: Runtime, minutes: number): Runtime => ({
  ...runtime,
  school: { ...runtime.school, meeting: { ...runtime.school.meeting, minutes } },
});

it("from three quarters of an hour to half an hour", async () => {
  world = await openOwnWorld();
  const shorter = withMinutes(world.runtime, 30);
  const planned = async () =>
    (await pairsToPlan(shorter, "2026-12", () => true)).map(
      (candidate) => planPairOfCandidate(shorter, candidate).minutes,
    );
  expect((await world.meeting())?.minutes).toBe(45);
  expect(await planned()).toEqual([45]);
  expect((await actOnMeeting(shorter, meetingId, { type: "called-off", by: "student" })).ok).toBe(true);
  expect(await planned()).toEqual([30]);
  const { starts } = (await freeSlots(shorter, meetingId))!;
  const startAt = starts.find((slot) => slot.startAt !== meetsAt)!.startAt;
  const chosen = await actOnMeeting(shorter, meetingId, { type: "slot-chosen", by: "mentor", startAt });
  expect(chosen).toMatchObject({ ok: true, value: { startAt, minutes: 30 } });
  expect(await planned()).toEqual([30]);
});
