/** A pair that ends while its meeting of another month is being arranged gets none: nothing is booked, and nobody is invited. */
import { expect, it } from "vitest";
import { loadMeeting } from "../../shared/records/meetings.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { openReminder } from "./one-reminder.ts";

it.each(["before", "at the very moment"])("%s", async (when) => {
  let end: (() => Promise<unknown>) | undefined;
  const world = await openReminder(
    () => undefined,
    undefined,
    async ({ operation, body }) => {
      if (operation !== "TransactWriteItems" || !body.includes("-2027-01")) return;
      const ends = end;
      end = undefined;
      await ends?.();
    },
  );
  const [pair] = await listMentorships(tableOf(world.runtime));
  const id = `${pair!.id}-2027-01`;
  const decline = () => actOnMentorship(world.runtime, pair!.id, { type: "declined", by: "student" });
  if (when === "before") await decline();
  else end = decline;
  const startAt = inNewYork("2027-01-07 17:00");
  const booked = await actOnMeeting(world.runtime, id, { type: "slot-chosen", by: "planner", startAt });
  expect(booked).toEqual({ ok: false, refusal: "not-possible-now" });
  expect(await loadMeeting(tableOf(world.runtime), id)).toBeUndefined();
  expect(world.mailbox.filter(({ tags, at }) => tags.letter === "invite" && at >= world.now())).toEqual([]);
  await world.close();
});
