/** What the planner has found gives way to what one of the two has said meanwhile. */
import { afterEach, expect, it } from "vitest";
import { actOnMeeting, type MeetingActed } from "../../shared/runtime/act-on-meeting.ts";
import { arrangeOpenMonths } from "../../shared/runtime/arrange-pair.ts";
import { makeRoomInOpenMonths } from "../../shared/runtime/make-room.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { meetingId, mentorshipId, type OwnWorld, openOwnWorld } from "../pages/own-world.ts";

const noTime = { type: "no-time-found", by: "planner", reason: "notice" } as const;
const theirs = inNewYork("2026-12-22 07:30");

let world: OwnWorld;
afterEach(() => world.close());

/** A pair that was told there is no time, and its student who takes one right before the planner writes down what it has found. */
async function openUnplaced(): Promise<{ choice: () => Promise<MeetingActed> | undefined }> {
  let choice: Promise<MeetingActed> | undefined;
  let isUnplaced = false;
  world = await openOwnWorld(
    {},
    {
      booked: false,
      interception: async (call, deliver) => {
        if (isUnplaced && !choice && call.operation === "TransactWriteItems") {
          const event = { type: "slot-chosen", by: "student", startAt: theirs } as const;
          choice = actOnMeeting(world.runtime, meetingId, event);
          await choice;
        }
        return deliver();
      },
    },
  );
  expect(await actOnMeeting(world.runtime, meetingId, noTime)).toMatchObject({ ok: true });
  isUnplaced = true;
  return { choice: () => choice };
}

it.each([
  ["a pair is arranged", () => arrangeOpenMonths(world.runtime, mentorshipId)],
  ["room is made", () => makeRoomInOpenMonths(world.runtime)],
])("a time that the student has chosen, while %s", async (_what, arrange) => {
  const { choice } = await openUnplaced();
  await arrange();
  expect(await choice()).toMatchObject({ ok: true });
  expect(await world.meeting()).toMatchObject({ state: "booked", startAt: theirs, arrangement: 1 });
  expect(world.mailbox.filter(({ tags }) => tags.letter === "moved")).toEqual([]);
});

it("a time of which somebody has said that it works", async () => {
  world = await openOwnWorld();
  const { startAt, arrangement } = (await world.meeting())!;
  const confirmed = { type: "confirmed", by: "mentor" } as const;
  expect(await actOnMeeting(world.runtime, meetingId, confirmed)).toMatchObject({ ok: true });
  const moves = { type: "slot-chosen", by: "planner", startAt: theirs } as const;
  expect(await actOnMeeting(world.runtime, meetingId, moves, arrangement)).toEqual({
    ok: false,
    refusal: "too-late",
  });
  expect(await world.meeting()).toMatchObject({ startAt, arrangement, confirmedBy: ["mentor"] });
});
