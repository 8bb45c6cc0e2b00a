/** The longest meetings that a school may have are still booked, moved and given back in one write each. */
import { afterEach, expect, it } from "vitest";
import { checkSchool } from "../../shared/domain/school-faults.ts";
import { loadMeeting } from "../../shared/records/meetings.ts";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { changePerson } from "../../shared/runtime/act-on-person.ts";
import { freeSlots } from "../../shared/runtime/free-slots.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { maya, mentorshipId, type OwnWorld, openOwnWorld, ravi } from "../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const allDay = { day: "Thu", start: "00:00", end: "24:00", level: "free" } as const;
const months = ["2026-12", "2027-01"];

it.each([
  [180, 5],
  [180, 50],
])("%i minutes, every %i minutes", async (minutes, stepMinutes) => {
  world = await openOwnWorld({}, { booked: false, studentsChoose: true });
  await world.advanceTo(inNewYork("2026-12-01 12:00"));
  const { meeting, ...others } = world.runtime.school;
  const checked = checkSchool({ ...others, meeting: { ...meeting, minutes, stepMinutes } });
  if (!checked.ok) throw new Error(checked.refusal.map(({ sentence }) => sentence).join());
  const runtime = { ...world.runtime, school: checked.value };
  for (const { id } of [maya, ravi])
    await changePerson(runtime, id, (person) => ({
      ...person,
      availability: { weekly: [allDay], overrides: [], absences: [] },
    }));
  const placeOf = async (month: string, place: number) => {
    const { starts } = (await freeSlots(runtime, `${mentorshipId}-${month}`))!;
    const startAt = starts.at(place)!.startAt;
    const event = { type: "slot-chosen", by: "planner", startAt } as const;
    return (await actOnMeeting(runtime, `${mentorshipId}-${month}`, event)).ok;
  };
  for (const month of months)
    expect([await placeOf(month, 0), await placeOf(month, -1)]).toEqual([true, true]);
  const ended = await actOnMentorship(runtime, mentorshipId, { type: "declined", by: "mentor" });
  expect(ended).toMatchObject({ ok: true, value: { state: "declined" } });
  for (const month of months)
    expect(await loadMeeting(tableOf(runtime), `${mentorshipId}-${month}`)).toMatchObject({
      state: "not-arranged",
      arrangement: 3,
    });
});
