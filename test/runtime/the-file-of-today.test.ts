/** A school's file changes while things are under way: by the next morning they keep to it. */
import { expect, it } from "vitest";
import { openMonth } from "../../functions/open-month/index.ts";
import type { School } from "../../shared/domain/school.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { onePair, openStory, pairEverybody, type Story } from "../journeys/a-school.ts";
import { school } from "../local/small-world.ts";

/** A school whose functions all read the changed file from now on. */
async function openChanging(): Promise<Story & { change: (to: Partial<School>) => void }> {
  const changing: School = { ...school };
  const story = await openStory(onePair, { school: changing });
  await pairEverybody(story);
  const change = (to: Partial<School>) => void Object.assign(changing, to);
  return Object.defineProperties({ change } as never, Object.getOwnPropertyDescriptors(story));
}

it("a reminder that is to come earlier", async () => {
  const story = await openChanging();
  await story.until("2026-12-03 08:00");
  story.post();
  story.change({ reminders: { ...school.reminders, prepareDaysBefore: 7 } });
  await story.until("2026-12-03 17:30");
  expect(story.post()).toEqual(["2026-12-03 17:00 prepare → wei"]);
  await story.until("2026-12-08 08:00");
  expect(story.post()).toEqual([]);
});

it("a year that is to end earlier", async () => {
  const story = await openChanging();
  await story.until("2026-12-05 08:00");
  story.change({ schoolYear: { ...school.schoolYear, to: "2026-12-04" } });
  await story.until("2026-12-05 10:00");
  expect((await listMentorships(tableOf(story.runtime))).map(({ state }) => state)).toEqual(["closing"]);
  expect(
    story
      .post()
      .filter((line) => line.startsWith("2026-12-05"))
      .toSorted(),
  ).toEqual(["2026-12-05 09:00 called-off → priya", "2026-12-05 09:00 called-off → wei"]);
});

it("wakes nothing where nothing is due earlier", async () => {
  const story = await openChanging();
  await story.until("2026-11-27 12:00");
  const revisions = async () =>
    (await listMentorships(tableOf(story.runtime))).map(({ revision }) => revision);
  const before = await revisions();
  await openMonth(story.runtime)();
  expect(await revisions()).toEqual(before);
});
