/** A school changes how long its meetings are: one that has a time keeps its length, and whatever gets a time from then on has the new one. */
import { afterEach, expect, it } from "vitest";
import { keys } from "../../shared/records/keys.ts";
import { getBranch } from "../../shared/records/table.ts";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { planPairOfCandidate } from "../../shared/runtime/arrange-pair.ts";
import { freeSlots } from "../../shared/runtime/free-slots.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { pairsToPlan } from "../../shared/runtime/whole-school.ts";
import { maya, meetingId, meetsAt, type OwnWorld, openOwnWorld, ravi } from "../pages/own-world.ts";

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

it.each([
  ["a grid of twenty minutes", { minutes: 45, stepMinutes: 20 }],
  ["longer meetings on a grid of twenty-five minutes", { minutes: 50, stepMinutes: 25 }],
  ["shorter meetings on a grid of five minutes", { minutes: 20, stepMinutes: 5 }],
])("from quarters of an hour to %s, and no time stays taken that nobody has", async (_what, rules) => {
  world = await openOwnWorld();
  const { school } = world.runtime;
  const changed = { ...world.runtime, school: { ...school, meeting: { ...school.meeting, ...rules } } };
  const isTaken = async () => {
    const days = await Promise.all(
      [maya, ravi].map(({ id }) => getBranch(tableOf(changed), keys.person(id).pk, "busy#")),
    );
    return days
      .flat()
      .flatMap((record) => Object.keys(record))
      .some((name) => !["pk", "sk", "forgetAfter"].includes(name));
  };
  expect(await isTaken()).toBe(true);
  const { starts } = (await freeSlots(changed, meetingId))!;
  const { startAt } = starts.find((slot) => slot.startAt > meetsAt)!;
  const moved = await actOnMeeting(changed, meetingId, { type: "slot-chosen", by: "mentor", startAt });
  expect(moved.ok).toBe(true);
  expect((await actOnMeeting(changed, meetingId, { type: "called-off", by: "student" })).ok).toBe(true);
  expect(await isTaken()).toBe(false);
});
