/** Room is made by what the lists tell, and they lag a little: a time that somebody has chosen or confirmed meanwhile is not moved. */
import { afterEach, expect, it } from "vitest";
import type { Answer } from "../../infra/local/wire.ts";
import type { MeetingEvent } from "../../shared/domain/lifecycle/meeting-life.ts";
import { loadMeeting } from "../../shared/records/meetings.ts";
import { saveMentorship } from "../../shared/records/mentorships.ts";
import { addPerson } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { makeRoomInOpenMonths } from "../../shared/runtime/make-room.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork, newYorkTime } from "../domain/lifecycle/a-life.ts";
import { maya, meetingId, type OwnWorld, openOwnWorld, ravi } from "../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

/**
 * Maya's meeting at 7:30 is in the way of Noor, who has no other time; and while room is made, the list is as it was before this.
 * Ola meets another mentor at that time, and has nothing to do with them.
 */
async function roomIsMadeAfter(event: MeetingEvent | undefined): Promise<string[]> {
  let lagging = false;
  let asItWas: Answer | undefined;
  world = await openOwnWorld(
    {},
    {
      interception: async (call, deliver) => {
        if (call.operation !== "Query" || !call.body.includes('{":list":{"S":"meetings#2026-12"}}'))
          return deliver();
        if (!lagging || !asItWas) asItWas = await deliver();
        return asItWas;
      },
    },
  );
  const { runtime } = world;
  const table = tableOf(runtime);
  const thatHour = [{ start: "07:30", end: "08:15", level: "free" } as const];
  const availability = {
    weekly: [],
    overrides: [{ date: "2026-12-10", windows: thatHour }],
    absences: [],
  };
  const named = (id: string) => ({ id, email: `${id}@riverside.example.edu` });
  const noor = { ...maya, ...named("noor"), availability };
  const ola = { ...noor, ...named("ola") };
  const sam = { ...ravi, ...named("sam") };
  const mayas = (await world.mentorship())!;
  await makeRoomInOpenMonths(runtime);
  lagging = true;
  await transact(
    table,
    [
      ...[noor, ola, sam].flatMap((person) => addPerson(table, person)),
      ...[
        { ...mayas, id: "pairbbbb", studentId: noor.id },
        { ...mayas, id: "pairzzzz", studentId: ola.id, mentorId: sam.id },
      ].flatMap((pair) => saveMentorship(table, pair, undefined, undefined)),
    ],
    "noor",
  );
  if (event) expect((await actOnMeeting(runtime, meetingId, event)).ok).toBe(true);
  await makeRoomInOpenMonths(runtime);
  expect((await loadMeeting(table, "pairzzzz-2026-12"))?.state).toBe("booked");
  const booked = [await world.meeting(), await loadMeeting(table, "pairbbbb-2026-12")];
  return booked.map((meeting) => (meeting?.startAt ? newYorkTime(meeting.startAt) : "none"));
}

it("is moved as long as nobody has", async () => {
  expect(await roomIsMadeAfter(undefined)).toEqual(["2026-12-15 07:00", "2026-12-10 07:30"]);
});

it("stays where somebody has moved it", async () => {
  const startAt = inNewYork("2026-12-10 08:00");
  expect(await roomIsMadeAfter({ type: "slot-chosen", by: "student", startAt })).toEqual([
    "2026-12-10 08:00",
    "none",
  ]);
});

it("stays where somebody has confirmed it", async () => {
  expect(await roomIsMadeAfter({ type: "confirmed", by: "mentor" })).toEqual(["2026-12-10 07:30", "none"]);
});
