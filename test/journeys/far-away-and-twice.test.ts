/** A mentor on the other side of the world is not woken at night, and alarm clocks that ring twice change nothing. */
import { expect, it } from "vitest";
import { onePair, openStory, pairEverybody } from "./a-school.ts";

const adelaide = onePair
  .replace("America/Chicago", "Australia/Adelaide")
  .replace("Mon 16:00-18:00; Thu 16:00-17:00", "Tue 08:00-10:00; Fri 08:30-10:30");

it("writes to each in the daytime of his or her own zone, and nothing twice", async () => {
  const story = await openStory(adelaide, { schedulesFireTwice: true });
  // The welcome waits for Adelaide's morning.
  await story.until("2026-11-13 16:00");
  await pairEverybody(story);
  story.post();
  await story.until("2026-12-11 12:00");
  // Thursday 17:00 in New York is Friday 08:30 in Adelaide; 09:00 in New York is half past midnight there.
  expect(story.post()).toEqual([
    "2026-11-24 09:00 invite → wei",
    "2026-11-24 15:30 invite → priya",
    "2026-12-07 17:00 prepare → wei",
    "2026-12-09 17:00 reminder → wei",
    "2026-12-09 17:00 reminder → priya",
    "2026-12-10 18:00 did-you-meet → wei",
    "2026-12-10 18:00 did-you-meet → priya",
  ]);
  expect(story.mail("priya", "reminder").raw).toContain("Adelaide time");
});
