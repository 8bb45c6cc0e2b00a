/** A pair whose meetings of two months fall on one day in UTC ends, and both people have all of their time back. */
import { afterEach, expect, it } from "vitest";
import { loadBusyTime } from "../../shared/records/busy.ts";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { changePerson } from "../../shared/runtime/act-on-person.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { maya, mentorshipId, type OwnWorld, openOwnWorld, ravi } from "../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const weekly = (["Thu", "Fri"] as const).map((day) => ({
  ...{ day, start: "00:00", end: "24:00" },
  level: "free" as const,
}));
const meetings = { "2026-12": "2026-12-31 20:00", "2027-01": "2027-01-01 09:00" };

it("the last evening of December and the first morning of January", async () => {
  world = await openOwnWorld({}, { booked: false, studentsChoose: true });
  await world.advanceTo(inNewYork("2026-12-26 12:00"));
  const { school } = world.runtime;
  const meeting = { ...school.meeting, spacingDays: 0 };
  const runtime = { ...world.runtime, school: { ...school, meeting, closedDays: [], examWeeks: [] } };
  const busy = () =>
    Promise.all(
      [maya, ravi].map(({ id }) => loadBusyTime(tableOf(runtime), id, inNewYork("2026-12-01 00:00"))),
    );
  for (const { id } of [maya, ravi])
    await changePerson(runtime, id, (person) => ({
      ...person,
      availability: { weekly, overrides: [], absences: [] },
    }));
  for (const [month, at] of Object.entries(meetings)) {
    const event = { type: "slot-chosen", by: "planner", startAt: inNewYork(at) } as const;
    expect(await actOnMeeting(runtime, `${mentorshipId}-${month}`, event)).toMatchObject({ ok: true });
  }
  const taken = Object.values(meetings).map((at) => [inNewYork(at) / 60_000, inNewYork(at) / 60_000 + 45]);
  expect(await busy()).toEqual([taken, taken]);
  const ended = await actOnMentorship(runtime, mentorshipId, { type: "declined", by: "mentor" });
  expect(ended).toMatchObject({ ok: true, value: { state: "declined" } });
  expect(await busy()).toEqual([[], []]);
});
