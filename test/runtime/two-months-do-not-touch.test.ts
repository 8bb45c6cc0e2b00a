/** Late in a month, when the next month's meeting is booked already, the two keep their distance: on the page, at the door, and where room is made. */
import { afterEach, expect, it } from "vitest";
import { loadMeeting } from "../../shared/records/meetings.ts";
import { saveRound } from "../../shared/records/rounds.ts";
import { transact } from "../../shared/records/table.ts";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { freeSlots } from "../../shared/runtime/free-slots.ts";
import { makeRoomInOpenMonths } from "../../shared/runtime/make-room.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork, newYorkTime } from "../domain/lifecycle/a-life.ts";
import { mentorshipId, type OwnWorld, openOwnWorld } from "../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const [january, february] = [`${mentorshipId}-2027-01`, `${mentorshipId}-2027-02`];

it.each([
  ["2027-02-02 07:30", []],
  ["2027-02-09 07:30", ["2027-01-28"]],
])("with ten days between them, before %s", async (next, dates) => {
  world = await openOwnWorld({}, { booked: false });
  const { runtime } = world;
  const table = tableOf(runtime);
  await world.advanceTo(inNewYork("2027-01-26 09:00"));
  const choose = (id: string, by: "planner" | "student", startAt: string) =>
    actOnMeeting(runtime, id, { type: "slot-chosen", by, startAt: inNewYork(startAt) });
  expect((await choose(february, "planner", next)).ok).toBe(true);
  const round = { month: "2027-01", revision: 0, opensAt: world.now(), openedAt: world.now() };
  await transact(table, [saveRound(table, round, undefined)], "january");
  const { starts, reason } = (await freeSlots(runtime, january))!;
  expect([...new Set(starts.map(({ startAt }) => newYorkTime(startAt).slice(0, 10)))]).toEqual(dates);
  expect(reason).toBe(dates.length > 0 ? undefined : "spacing");
  await makeRoomInOpenMonths(runtime);
  const booked = await loadMeeting(table, january);
  expect([booked?.state, booked?.reason]).toEqual(
    dates.length > 0 ? ["booked", undefined] : ["unplaced", "spacing"],
  );
  expect((await choose(january, "planner", "2027-01-28 08:15")).ok).toBe(dates.length > 0);
});
