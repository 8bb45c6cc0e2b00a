/** Room is made at any time that the pair's page lists, also where a meeting has had the grid laid anew, before anybody is moved. */
import { afterEach, expect, it } from "vitest";
import { loadMeeting } from "../../shared/records/meetings.ts";
import { saveMentorship } from "../../shared/records/mentorships.ts";
import { addPerson } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { freeSlots } from "../../shared/runtime/free-slots.ts";
import { makeRoomInOpenMonths } from "../../shared/runtime/make-room.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { newYorkTime } from "../domain/lifecycle/a-life.ts";
import { maya, type OwnWorld, openOwnWorld } from "../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

it("at 8:15, after a meeting that begins at 7:30, where starts come every 45 minutes from 7:15 on", async () => {
  world = await openOwnWorld();
  const { meeting } = world.school;
  const runtime: Runtime = {
    ...world.runtime,
    school: { ...world.school, meeting: { ...meeting, minutes: 45, stepMinutes: 45 } },
  };
  const table = tableOf(runtime);
  const thatMorning = [{ start: "07:15", end: "09:00", level: "free" } as const];
  const noor = {
    ...maya,
    id: "noor",
    email: "noor@riverside.example.edu",
    availability: { weekly: [], overrides: [{ date: "2026-12-10", windows: thatMorning }], absences: [] },
  };
  const mayas = (await world.mentorship())!;
  await transact(
    table,
    [
      ...addPerson(table, noor),
      ...saveMentorship(table, { ...mayas, id: "pairbbbb", studentId: noor.id }, undefined, undefined),
    ],
    "noor",
  );
  const listed = (await freeSlots(runtime, "pairbbbb-2026-12"))!.starts;
  expect(listed.map(({ startAt }) => newYorkTime(startAt))).toEqual(["2026-12-10 08:15"]);
  await makeRoomInOpenMonths(runtime);
  const times = [await world.meeting(), await loadMeeting(table, "pairbbbb-2026-12")].map(
    (booked) => `${booked!.state} ${newYorkTime(booked!.startAt!)} #${booked!.arrangement}`,
  );
  expect(times).toEqual(["booked 2026-12-10 07:30 #1", "booked 2026-12-10 08:15 #1"]);
});
