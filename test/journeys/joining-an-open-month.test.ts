/** A pair that is ready only after the month was opened gets its meeting at once; one without a common time gets it when time is added. */
import { expect, it } from "vitest";
import { emptyRow } from "../../infra/local/cast/form.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { changeAvailability } from "../../shared/runtime/act-on-person.ts";
import { proposeAll } from "../../shared/runtime/propose-pairs.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { meetingsOf, onePair, openStory, pairEverybody } from "./a-school.ts";

it("books the pair's meeting when the second agreement comes in", async () => {
  const story = await openStory(onePair);
  await story.press("wei", "welcome", "accept-agreement");
  await proposeAll(story.runtime);
  for (const { id } of await listMentorships(tableOf(story.runtime)))
    await actOnMentorship(story.runtime, id, { type: "confirmed", by: "administrator" });
  await story.until("2026-11-26 10:00");
  expect(await meetingsOf(story, "2026-12")).toEqual([]);
  story.post();

  expect(await story.press("priya", "welcome", "accept-agreement")).toMatchObject({ status: 200 });
  expect(await meetingsOf(story, "2026-12")).toEqual(["booked 2026-12-10 17:00 #1"]);
  expect(story.post()).toEqual(["2026-11-26 10:00 invite → wei", "2026-11-26 10:00 invite → priya"]);
});

it("tells why there is no time, and books as soon as somebody adds some", async () => {
  const story = await openStory(onePair);
  await pairEverybody(story);
  const [pair] = await listMentorships(tableOf(story.runtime));
  const tuesdays = { day: "Tue", start: "08:00", end: "09:00", level: "free" } as const;
  await changeAvailability(story.runtime, pair!.studentId, {
    weekly: [tuesdays],
    overrides: [],
    absences: [],
  });
  story.post();
  await story.until("2026-11-24 12:00");
  expect(await meetingsOf(story, "2026-12")).toEqual(["unplaced - #0"]);
  expect(story.post()).toEqual([
    "2026-11-24 09:00 no-common-time → wei",
    "2026-11-24 09:00 no-common-time → priya",
  ]);
  const evening = { [emptyRow("day")]: "Thu", [emptyRow("from")]: "17:00", [emptyRow("to")]: "18:00" };
  expect(await story.press("wei", "no-common-time", "add-time", evening)).toMatchObject({ status: 200 });
  expect(await meetingsOf(story, "2026-12")).toEqual(["booked 2026-12-10 17:00 #1"]);
});
