/** Whoever joins an open month and finds no room in it is told the reason that the list of times gives on the page. */
import { afterEach, expect, it } from "vitest";
import type { Availability } from "../../shared/domain/availability.ts";
import { loadMeeting } from "../../shared/records/meetings.ts";
import { saveMentorship } from "../../shared/records/mentorships.ts";
import { addPerson } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { freeSlots } from "../../shared/runtime/free-slots.ts";
import { makeRoomInOpenMonths } from "../../shared/runtime/make-room.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { maya, type OwnWorld, openOwnWorld } from "../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const onlyOn = (...dates: string[]): Availability => ({
  weekly: [],
  overrides: dates.map((date) => ({ date, windows: [{ start: "07:30", end: "08:15", level: "free" }] })),
  absences: [],
});

it("one date is another's, who cannot move, and the other too soon after the last meeting", async () => {
  world = await openOwnWorld({ maya: { availability: onlyOn("2026-12-10") } });
  const { runtime } = world;
  const table = tableOf(runtime);
  const noor = {
    ...maya,
    id: "noor",
    email: "noor@riverside.example.edu",
    availability: onlyOn("2026-12-08", "2026-12-10"),
  };
  const noors = {
    ...(await world.mentorship())!,
    id: "pairbbbb",
    studentId: noor.id,
    lastMeetingAt: inNewYork("2026-11-30 07:30"),
  };
  await transact(
    table,
    [...addPerson(table, noor), ...saveMentorship(table, noors, undefined, undefined)],
    "noor",
  );
  await makeRoomInOpenMonths(runtime);
  expect((await freeSlots(runtime, "pairbbbb-2026-12"))!).toEqual({ starts: [], reason: "spacing" });
  expect((await loadMeeting(table, "pairbbbb-2026-12"))!.reason).toBe("spacing");
});
