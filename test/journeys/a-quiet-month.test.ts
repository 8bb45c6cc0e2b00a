/** A month in which nobody has to do anything: everything comes by itself, at the right wall time, and the truth is asked for. */
import { expect, it } from "vitest";
import { meetingsOf, onePair, openStory, pairEverybody } from "./a-school.ts";

it("pairs, books, invites, prepares, reminds, asks and thanks", async () => {
  const story = await openStory(onePair);
  await pairEverybody(story);
  expect(story.post()).toEqual([
    "2026-11-13 09:00 welcome → wei",
    "2026-11-13 09:00 welcome → priya",
    "2026-11-13 09:00 paired → wei",
    "2026-11-13 09:00 paired → priya",
  ]);

  await story.until("2026-11-24 09:00");
  expect(await meetingsOf(story, "2026-12")).toEqual(["booked 2026-12-10 17:00 #1"]);
  await story.until("2026-12-10 17:45");
  expect(story.post()).toEqual([
    "2026-11-24 09:00 invite → wei",
    "2026-11-24 09:00 invite → priya",
    "2026-12-07 17:00 prepare → wei",
    "2026-12-09 17:00 reminder → wei",
    "2026-12-09 17:00 reminder → priya",
  ]);

  await story.until("2026-12-10 18:05");
  expect(
    await story.press("wei", "did-you-meet", "answer", {
      attendance: "met",
      worth: "5",
      nextStep: "Write the abstract",
    }),
  ).toMatchObject({ status: 200 });
  expect(
    await story.press("priya", "did-you-meet", "answer", { attendance: "met", line: "Speak up earlier." }),
  ).toMatchObject({ status: 200 });
  expect(await meetingsOf(story, "2026-12")).toEqual(["held 2026-12-10 17:00 #1"]);

  await story.until("2026-12-11 12:00");
  expect(
    await story.press("wei", "gratitude-prompt", "thank", {
      text: "You made the abstract possible.",
      choice: "thank",
    }),
  ).toMatchObject({ status: 200 });
  expect(story.post()).toEqual([
    "2026-12-10 18:00 did-you-meet → wei",
    "2026-12-10 18:00 did-you-meet → priya",
    "2026-12-10 18:05 gratitude-prompt → wei",
    "2026-12-11 12:00 thank-you → priya",
  ]);
  expect(story.mail("priya", "thank-you").raw).toContain("You made the abstract possible.");
  expect(story.faults).toEqual([]);
});
