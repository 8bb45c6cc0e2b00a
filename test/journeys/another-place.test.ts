/** A mentor who meets elsewhere says so once, and every meeting that has not been follows. */
import { expect, it } from "vitest";
import { readMail } from "../../infra/local/read-mail.ts";
import { startSession } from "../../shared/links/session.ts";
import { listMeetings } from "../../shared/records/meetings.ts";
import { transact } from "../../shared/records/table.ts";
import { readRoster } from "../../shared/roster/read-roster.ts";
import { importRoster } from "../../shared/runtime/import-roster.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { onePair, openStory, pairEverybody, type Story, siteUrl } from "./a-school.ts";

/** Saves Priya's profile with this place. */
async function saveProfile(story: Story, place: string): Promise<number> {
  const table = tableOf(story.runtime);
  const email = "priya@riverside.example.edu";
  const { token, write } = startSession(table, email, story.now(), story.runtime.randomBytes);
  await transact(table, [write], token.slice(0, 30));
  const { status } = await story.request(
    new Request(`${siteUrl}/mentor/profile`, {
      method: "POST",
      body: new URLSearchParams({
        name: "Priya Lund",
        kind: "faculty",
        stage: "attending",
        capacity: "1",
        place,
      }),
      headers: { cookie: `session=${token}`, origin: siteUrl },
    }),
  );
  await story.settle();
  return status;
}

const whereIn = async (
  story: Story,
  who: string,
  letter: "moved" | "reminder",
): Promise<string | undefined> => /Where:\s*(.*)/.exec((await readMail(story.mail(who, letter))).text)?.[1];

it("tells both where, in the calendar too, and later mails name the new place", async () => {
  const story = await openStory(onePair);
  await pairEverybody(story);
  await story.until("2026-11-25 09:00");
  story.post();

  expect(await saveProfile(story, "Clinic C, second floor")).toBe(303);
  expect(story.post()).toEqual(["2026-11-25 09:00 moved → wei", "2026-11-25 09:00 moved → priya"]);
  expect(story.mail("wei", "moved").subject).toMatch(/^New place: meeting with Priya Lund, Thursday/);
  expect(await whereIn(story, "wei", "moved")).toBe("Clinic C, second floor");
  const entry = await story.calendarOf("wei", "moved");
  expect(entry).toContain("SEQUENCE:2\n");
  expect(entry).toContain("LOCATION:Clinic C\\, second floor\n");

  expect(await saveProfile(story, "Clinic C, second floor")).toBe(303);
  expect(story.post()).toEqual([]);
  await story.until("2026-12-09 18:00");
  expect(story.post()).toEqual([
    "2026-12-07 17:00 prepare → wei",
    "2026-12-09 17:00 reminder → wei",
    "2026-12-09 17:00 reminder → priya",
  ]);
  expect(await whereIn(story, "wei", "reminder")).toBe("Clinic C, second floor");

  expect(await saveProfile(story, "Room 9")).toBe(303);
  expect(story.post()).toEqual(["2026-12-09 18:00 moved → wei", "2026-12-09 18:00 moved → priya"]);
  expect(await whereIn(story, "wei", "moved")).toBe("Room 9");
  expect(story.faults).toEqual([]);
});

/** Wei and Priya meet on a late Thursday evening, so that their reminders wait for the morning. */
const lateInTheEvening = onePair
  .replaceAll("Mon 17:00-19:00; Thu 17:00-19:00", "Thu 22:00-23:00")
  .replaceAll("Mon 16:00-18:00; Thu 16:00-17:00", "Thu 21:00-22:00");

it("still reminds whoever's reminder waits for the morning when the place changes", async () => {
  const story = await openStory(lateInTheEvening);
  await pairEverybody(story);
  await story.until("2026-12-07 23:00");
  story.post();
  expect(await saveProfile(story, "Clinic C")).toBe(303);
  await story.until("2026-12-09 23:00");
  expect(await saveProfile(story, "Room 9")).toBe(303);
  await story.until("2026-12-10 07:30");
  expect(await saveProfile(story, "Room 10")).toBe(303);
  await story.until("2026-12-10 21:00");
  expect(story.post()).toEqual([
    "2026-12-07 23:00 moved → wei",
    "2026-12-07 23:00 moved → priya",
    "2026-12-08 07:00 prepare → wei",
    "2026-12-09 23:00 moved → wei",
    "2026-12-09 23:00 moved → priya",
    "2026-12-10 07:00 reminder → wei",
    "2026-12-10 07:30 moved → wei",
    "2026-12-10 07:30 moved → priya",
    "2026-12-10 08:00 reminder → priya",
  ]);
  expect(await whereIn(story, "wei", "reminder")).toBe("Room 9");
  expect(await whereIn(story, "priya", "reminder")).toBe("Room 10");
  expect(story.faults).toEqual([]);
});

it("leaves the meeting alone in which the mentor is somebody's student", async () => {
  const story =
    await openStory(`${onePair}student,Priya Lund,priya@riverside.example.edu,,MS4,surgery,networking,1,America/Chicago,Tue 16:00-18:00,,networking: Meet surgeons,
mentor,Sam Ito,sam@riverside.example.edu,faculty,attending,surgery,networking,1,America/Chicago,Tue 16:00-18:00,,,Room 2
`);
  await pairEverybody(story);
  await story.until("2026-11-25 09:00");
  const placesOf = async () =>
    (await listMeetings(tableOf(story.runtime), "2026-12")).map(({ place }) => place).sort();
  expect(await placesOf()).toEqual(["Room 2", "Room 4.12, Education Building"]);
  story.post();
  expect(await saveProfile(story, "Clinic C")).toBe(303);
  expect(await placesOf()).toEqual(["Clinic C", "Room 2"]);
  expect(story.post()).toEqual(["2026-11-25 09:00 moved → wei", "2026-11-25 09:00 moved → priya"]);
});

it("follows a roster that is imported again, the next morning, and once", async () => {
  const story = await openStory(onePair);
  await pairEverybody(story);
  await story.until("2026-11-25 12:00");
  story.post();
  const again = readRoster(
    new TextEncoder().encode(onePair.replace("Room 4.12, Education Building", "Clinic C")),
    story.school,
  );
  if (!again.ok) throw new Error("the roster is not read");
  await importRoster(story.runtime, again.value);
  await story.until("2026-11-26 08:00");
  expect(story.post()).toEqual([]);
  await story.until("2026-11-28 12:00");
  expect(story.post()).toEqual(["2026-11-26 09:00 moved → wei", "2026-11-26 09:00 moved → priya"]);
  expect(await whereIn(story, "wei", "moved")).toBe("Clinic C");
  await story.close();
});
