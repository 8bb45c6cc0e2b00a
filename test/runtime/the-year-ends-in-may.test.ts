/** The school year ends on May 28, 2027, a Friday at 9:00: no time after it is listed, booked or planned. */
import { expect, it } from "vitest";
import { freeSlots } from "../../shared/runtime/free-slots.ts";
import { pairsWithoutTime } from "../../shared/runtime/whole-school.ts";
import { mentorshipId, openPairWorld } from "../functions/answer/a-pair-in-december.ts";

const everyDay = (start: string, end: string) => ({
  weekly: (["Mon", "Tue", "Wed", "Thu", "Fri"] as const).map((day) => ({
    day,
    start,
    end,
    level: "free" as const,
  })),
  overrides: [],
  absences: [],
});

it("offers times up to that hour", async () => {
  const world = await openPairWorld({
    maya: { availability: everyDay("07:00", "11:00") },
    ravi: { availability: everyDay("16:30", "20:30") },
  });
  const last = (starts: readonly { startAt: number }[] | undefined) =>
    new Date(starts?.at(-1)?.startAt ?? 0).toISOString();
  const shown = await freeSlots(world.runtime, `${mentorshipId}-2027-05`);
  const [planned] = await pairsWithoutTime(world.runtime, "2027-05");
  expect([last(shown?.starts), last(planned?.slots.starts)]).toEqual([
    "2027-05-28T12:15:00.000Z",
    "2027-05-28T12:15:00.000Z",
  ]);
  await world.close();
});
