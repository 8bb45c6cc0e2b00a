/** A meeting that has begun can still be called off, and the other hears of it; one that has been is asked about, whatever became of the pair. */
import { expect, it } from "vitest";
import { day, minute } from "../../../shared/domain/time.ts";
import { wakeMeeting } from "../../../shared/runtime/act-on-meeting.ts";
import { meetingId, meetsAt, openPairWorld } from "./a-pair-in-december.ts";
import { open } from "./pages-world.ts";

const end = meetsAt + 45 * minute;

it.each([
  ["call-off", "called-off"],
  ["skip-month", "skipped"],
] as const)("%s five minutes after it began: both get the mail", async (verb, state) => {
  const world = await openPairWorld();
  await world.advanceTo(meetsAt + 5 * minute);
  world.newMail();
  await open(world, await world.give(verb, "student"), { form: {} });
  expect((await world.meeting()).state).toBe(state);
  expect(world.newMail()).toEqual([
    "Called off: meeting with Ravi Menon, Thursday, December 10, 7:30 AM → maya@riverside.example.edu",
    "Called off: meeting with Maya Chen, Thursday, December 10, 6:00 PM → ravi@riverside.example.edu",
  ]);
  await world.close();
});

it.each([5, 3 * 60])(
  "“Not for me” %i minutes after its end leaves the meeting to be asked about",
  async (minutes) => {
    const world = await openPairWorld();
    await world.advanceTo(end + minutes * minute);
    world.newMail();
    await open(world, await world.give("not-for-me", "student"), { form: {} });
    expect((await world.mentorship()).state).toBe("declined");
    expect((await world.meeting()).state).toBe("booked");
    await world.advanceTo(end + minutes * minute + day);
    await wakeMeeting(world.runtime, meetingId);
    expect((await world.meeting()).state).toBe("asked");
    // The mentor's evening is quiet by then.
    expect(world.newMail().filter((mail) => mail.endsWith("maya@riverside.example.edu"))).toEqual([
      "Your pairing with Ravi Menon has ended → maya@riverside.example.edu",
      "Did you and Ravi Menon meet? → maya@riverside.example.edu",
    ]);
    await world.close();
  },
);
