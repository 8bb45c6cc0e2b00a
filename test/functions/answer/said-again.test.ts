/** What was said before, and something else since, can be said once more: it is heard, and told where it is news. */
import { expect, it } from "vitest";
import { day, minute } from "../../../shared/domain/time.ts";
import { actOnMeeting } from "../../../shared/runtime/act-on-meeting.ts";
import { meetingId, meetsAt, openPairWorld } from "./a-pair-in-december.ts";
import { open } from "./pages-world.ts";

it("five minutes late, ten, and five after all: the other is told each time", async () => {
  const world = await openPairWorld();
  await world.advanceTo(meetsAt - 30 * minute);
  const path = await world.give("run-late", "student");
  world.newMail();
  const late = async (minutes: string) => {
    const { status } = await open(world, path, { form: { minutes } });
    return [status, world.newMail(), (await world.meeting()).late?.student];
  };
  const told = (minutes: number) => [
    `Maya Chen is running about ${minutes} minutes late → ravi@riverside.example.edu`,
  ];
  expect(await late("5")).toEqual([200, told(5), 5]);
  expect(await late("10")).toEqual([200, told(10), 10]);
  expect(await late("5")).toEqual([200, told(5), 5]);
  expect(await late("5")).toEqual([200, [], 5]);
  await world.close();
});

it("a reason for no time that comes back is kept, and nobody is told of it a second time", async () => {
  const world = await openPairWorld({}, { booked: false });
  world.newMail();
  const found = async (reason: "no-common-window" | "spacing") => {
    const acted = await actOnMeeting(world.runtime, meetingId, {
      type: "no-time-found",
      by: "planner",
      reason,
    });
    return [acted.ok, (await world.meeting()).reason, world.newMail().length];
  };
  expect(await found("spacing")).toEqual([true, "spacing", 2]);
  expect(await found("no-common-window")).toEqual([true, "no-common-window", 0]);
  expect(await found("spacing")).toEqual([true, "spacing", 0]);
  expect(world.faults).toEqual([]);
  await world.close();
});

it("each of the two keeps his or her own minutes, and a new day has none", async () => {
  const world = await openPairWorld();
  await world.advanceTo(meetsAt - 30 * minute);
  await open(world, await world.give("run-late", "student"), { form: { minutes: "10" } });
  await open(world, await world.give("run-late", "mentor"), { form: { minutes: "20" } });
  expect((await world.meeting()).late).toEqual({ student: 10, mentor: 20 });
  const startAt = meetsAt + 5 * day;
  await actOnMeeting(world.runtime, meetingId, { type: "slot-chosen", by: "student", startAt });
  expect([(await world.meeting()).startAt, (await world.meeting()).late]).toEqual([startAt, undefined]);
  await world.close();
});
