/** A pair that joins when its only hour is taken: where another meeting can move for it, it does, with notice, and only then. */
import { expect, it } from "vitest";
import type { Availability } from "../../shared/domain/availability.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { loadPersonByEmail } from "../../shared/records/people.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { changeAvailability } from "../../shared/runtime/act-on-person.ts";
import { proposeAll } from "../../shared/runtime/propose-pairs.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { meetingsOf, onePair, openStory, type Story } from "./a-school.ts";

const andAna = `${onePair}student,Ana Castro,ana@riverside.example.edu,,MS2,pediatrics,research,1,America/New_York,Mon 17:00-19:00,,research: Write a case up,
`;

/** Free for one hour in all of December: the one at which Wei meets the mentor. */
const onlyThatHour: Availability = {
  weekly: [],
  overrides: [{ date: "2026-12-10", windows: [{ start: "17:00", end: "18:00", level: "free" }] }],
  absences: [],
};

/** December opens with Wei's pair alone; Ana's is confirmed at this wall time. */
async function anaIsPairedAt(
  wallTime: string,
  meanwhile?: (story: Story) => Promise<unknown>,
): Promise<Story> {
  const story = await openStory(andAna);
  const { runtime } = story;
  const confirm = async (isMeant: (studentId: string) => boolean): Promise<void> => {
    for (const { id, studentId } of await listMentorships(tableOf(runtime)))
      if (isMeant(studentId)) await actOnMentorship(runtime, id, { type: "confirmed", by: "administrator" });
  };
  for (const who of ["wei", "ana", "priya"]) await story.press(who, "welcome", "accept-agreement");
  const ana = (await loadPersonByEmail(tableOf(runtime), "ana@riverside.example.edu"))!.id;
  await proposeAll(runtime);
  await changeAvailability(runtime, ana, onlyThatHour);
  await confirm((studentId) => studentId !== ana);
  await story.until("2026-11-25 10:00");
  expect(await meetingsOf(story, "2026-12")).toEqual(["booked 2026-12-10 17:00 #1"]);
  await meanwhile?.(story);
  await story.until(wallTime);
  await confirm((studentId) => studentId === ana);
  await story.settle();
  story.post();
  return story;
}

it("moves an announced meeting the next morning, and both pairs meet", async () => {
  const story = await anaIsPairedAt("2026-11-26 10:00");
  expect((await meetingsOf(story, "2026-12")).toSorted()).toEqual([
    "booked 2026-12-10 17:00 #1",
    "unplaced - #0",
  ]);
  await story.until("2026-11-27 10:00");
  expect((await meetingsOf(story, "2026-12")).toSorted()).toEqual([
    "booked 2026-12-10 17:00 #1",
    "booked 2026-12-21 17:00 #2",
  ]);
  expect(story.post().toSorted()).toEqual([
    "2026-11-27 09:00 invite → ana",
    "2026-11-27 09:00 invite → priya",
    "2026-11-27 09:00 moved → priya",
    "2026-11-27 09:00 moved → wei",
  ]);
  await story.until("2026-11-30 10:00");
  expect(story.post()).toEqual([]);
});

it("leaves a meeting alone that somebody has said works for him or her, and says nothing again", async () => {
  const story = await anaIsPairedAt("2026-11-26 10:00", ({ press }) => press("wei", "invite", "confirm"));
  await story.until("2026-11-30 10:00");
  expect((await meetingsOf(story, "2026-12")).toSorted()).toEqual([
    "booked 2026-12-10 17:00 #1",
    "unplaced - #0",
  ]);
  expect(story.post()).toEqual([]);
  // The hour is no longer taken but past: another reason, and no news for anybody.
  await story.until("2026-12-14 10:00");
  expect(story.post().filter((line) => / → ana$/.test(line))).toEqual([]);
});

it("leaves a meeting alone that is too close to be moved with notice", async () => {
  const story = await anaIsPairedAt("2026-12-09 10:00");
  await story.until("2026-12-10 16:00");
  expect((await meetingsOf(story, "2026-12")).toSorted()).toEqual([
    "booked 2026-12-10 17:00 #1",
    "unplaced - #0",
  ]);
});
