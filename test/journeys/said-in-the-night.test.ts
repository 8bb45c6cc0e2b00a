/** Whoever says at night what a mail would ask for in the morning is not asked any more. */
import { expect, it } from "vitest";
import { startSession } from "../../shared/links/session.ts";
import { listMentorships } from "../../shared/records/mentorships.ts";
import { transact } from "../../shared/records/table.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { proposeAll } from "../../shared/runtime/propose-pairs.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { onePair, openStory, pairEverybody, type Story, siteUrl } from "./a-school.ts";

/** Wei and Priya meet on a late Thursday evening, and each mail about it that can wait goes out in the morning. */
const lateInTheEvening = onePair
  .replaceAll("Mon 17:00-19:00; Thu 17:00-19:00", "Thu 22:00-23:00")
  .replaceAll("Mon 16:00-18:00; Thu 16:00-17:00", "Thu 21:00-22:00");

const theMentorship = async (story: Story): Promise<string> =>
  (await listMentorships(tableOf(story.runtime)))[0]!.id;

/** Sends a form on one's own page. */
async function say(story: Story, who: string, path: string, form: Record<string, string>): Promise<void> {
  const { token, write } = startSession(
    tableOf(story.runtime),
    `${who}@riverside.example.edu`,
    story.now(),
    story.runtime.randomBytes,
  );
  await transact(tableOf(story.runtime), [write], token.slice(0, 30));
  const { status } = await story.request(
    new Request(`${siteUrl}${path}`, {
      method: "POST",
      body: new URLSearchParams(form),
      headers: { cookie: `session=${token}`, origin: siteUrl },
    }),
  );
  expect(status).toBe(303);
  await story.settle();
}

it("neither whether they met, nor once more, nor for thanks", async () => {
  const story = await openStory(lateInTheEvening);
  await pairEverybody(story);
  const pair = await theMentorship(story);
  const meeting = `meetings/${pair}-2026-12`;
  await story.until("2026-12-10 23:30");
  story.post();

  await say(story, "wei", `/student/${meeting}/answer`, { attendance: "met" });
  await story.until("2026-12-12 23:30");
  expect(story.post()).toEqual(["2026-12-11 08:00 did-you-meet → priya"]);

  await say(story, "priya", `/mentor/${meeting}/answer`, { attendance: "missed-without-notice" });
  await story.until("2026-12-13 23:00");
  expect(story.post()).toEqual([]);

  await say(story, "priya", `/mentor/${meeting}/answer`, { attendance: "met" });
  await story.until("2026-12-13 23:30");
  await say(story, "wei", `/student/mentorships/${pair}/thank/first-meeting`, { text: "Thank you." });
  await story.until("2026-12-14 12:00");
  expect(story.post()).toEqual(["2026-12-14 08:00 thank-you → priya"]);
  expect(story.faults).toEqual([]);
});

it("to accept the agreement of a pair that has ended", async () => {
  const story = await openStory(lateInTheEvening);
  await story.until("2026-11-13 23:00");
  await proposeAll(story.runtime);
  const pair = await theMentorship(story);
  await actOnMentorship(story.runtime, pair, { type: "confirmed", by: "administrator" });
  await story.until("2026-11-20 23:30");
  story.post();
  await actOnMentorship(story.runtime, pair, { type: "declined", by: "mentor" });
  await story.until("2026-11-21 12:00");
  expect(story.post().sort()).toEqual(["2026-11-21 07:00 goodbye → wei", "2026-11-21 08:00 goodbye → priya"]);
});

it("to accept the agreement", async () => {
  const story = await openStory(lateInTheEvening);
  await story.until("2026-11-13 23:00");
  await proposeAll(story.runtime);
  await actOnMentorship(story.runtime, await theMentorship(story), {
    type: "confirmed",
    by: "administrator",
  });
  await story.until("2026-11-20 23:30");
  story.post();
  await say(story, "wei", "/student/agreement", {});
  await story.until("2026-11-21 12:00");
  expect(story.post()).toEqual(["2026-11-21 08:00 welcome → priya"]);
});
