/** What is said of a time is not taken of another one, even if the meeting is moved while it is being written down. */
import { afterEach, expect, it } from "vitest";
import { actOnMeeting } from "../../../shared/runtime/act-on-meeting.ts";
import { maya, meetingId, meetsAt, type OwnWorld, openOwnWorld } from "../../pages/own-world.ts";

/** Tuesday, December 15, 2026, 7:30 AM in New York. */
const newTime = Date.UTC(2026, 11, 15, 12, 30);

let world: OwnWorld;
afterEach(() => world.close());

it.each([
  ["confirm", {}],
  ["call-off", {}],
  ["skip-month", {}],
  ["run-late", { minutes: "10" }],
  ["move", { startAt: String(Date.UTC(2026, 11, 17, 12, 30)) }],
])("%s", async (verb, form) => {
  let moves = 0;
  world = await openOwnWorld(
    {},
    {
      interception: async (call, deliver) => {
        const isWritten =
          /^(PutItem|TransactWriteItems)$/.test(call.operation) && call.body.includes('"revision":{"N":"2"}');
        if (isWritten && moves++ === 0)
          await actOnMeeting(world.runtime, meetingId, {
            type: "slot-chosen",
            by: "mentor",
            startAt: newTime,
          });
        return deliver();
      },
    },
  );
  await world.advanceTo(verb === "run-late" ? meetsAt - 60_000 : world.now());
  const page = await world.browse(maya.email, `/student/meetings/${meetingId}/${verb}`, {
    arrangement: "1",
    ...form,
  });
  expect(page.status).toBe(409);
  expect(page.text).toMatch(/^Things have changed since this page was opened, so nothing was done\./);
  expect(await world.meeting()).toMatchObject({
    state: "booked",
    startAt: newTime,
    arrangement: 2,
    confirmedBy: [],
  });
  expect(moves).toBeGreaterThan(0);
});
