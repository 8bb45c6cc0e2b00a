/** What the month's plan has placed is what stands after it, whatever the length, the step and the time kept between two meetings. */
import { expect, it } from "vitest";
import { school } from "../local/small-world.ts";
import { meetingsOf, openStory, pairEverybody, type Story } from "./a-school.ts";

const header = "role,name,email,kind,stage,specialties,focus,capacity,time_zone,free,away,goals,place";
const mentor = (free: string, away = "") =>
  `mentor,Priya Lund,priya@riverside.example.edu,faculty,attending,,research,6,America/New_York,${free},${away},,Room 1`;
const student = (index: number, free: string) =>
  `student,Student ${index},s${index}@riverside.example.edu,,MS2,,research,1,America/New_York,${free},,research: A poster,`;

async function openDecember(
  roster: readonly string[],
  rules: Partial<typeof school.meeting>,
): Promise<Story> {
  const meeting = { ...school.meeting, ...rules };
  const story = await openStory([header, ...roster].join("\n"), { school: { ...school, meeting } });
  await pairEverybody(story);
  await story.until("2026-11-24 10:00");
  return story;
}

const told = ({ log }: Story, event: string) => log.filter((line) => line.event === event);

it("six meetings of fifty minutes with ten between them, one after the other", async () => {
  const roster = [
    mentor("Thu 15:00-18:00"),
    ...[1, 2, 3, 4, 5, 6].map((index) => student(index, "Thu 15:00-18:00")),
  ];
  const story = await openDecember(roster, { minutes: 50, bufferMinutes: 10, stepMinutes: 30 });
  expect((await meetingsOf(story, "2026-12")).map((line) => line.slice(-8, -3)).sort()).toEqual([
    ...["15:00", "15:00", "16:00", "16:00", "17:00", "17:00"],
  ]);
  expect(told(story, "not-booked")).toEqual([]);
  await story.close();
});

it("starts every 45 minutes, for people whose windows begin at different times", async () => {
  const roster = [
    mentor("Tue 15:00-19:40", "2026-12-02..2026-12-31 holiday"),
    student(1, "Tue 15:00-19:00"),
    student(2, "Tue 15:00-16:30"),
    student(3, "Tue 15:15-19:15"),
    student(4, "Tue 15:00-16:30"),
  ];
  const story = await openDecember(roster, { minutes: 45, stepMinutes: 45, noticeMinutes: 0 });
  expect((await meetingsOf(story, "2026-12")).every((line) => line.startsWith("booked 2026-12-01"))).toBe(
    true,
  );
  expect(told(story, "not-booked")).toEqual([]);
  await story.close();
});

it("nobody is told that there is no time who has one once the others are booked", async () => {
  const roster = [
    mentor("Tue 15:00-16:45", "2026-12-02..2026-12-31 holiday"),
    student(1, "Tue 15:00-16:45"),
    student(2, "Tue 15:00-16:45"),
  ];
  // At 15:00 and at 15:40 they would overlap; after the one at 15:00 the grid goes on at 16:00.
  const story = await openDecember(roster, { minutes: 45, stepMinutes: 40, noticeMinutes: 0 });
  expect((await meetingsOf(story, "2026-12")).sort()).toEqual([
    "booked 2026-12-01 15:00 #1",
    "booked 2026-12-01 16:00 #1",
  ]);
  expect(story.post().filter((line) => line.includes("no-common-time"))).toEqual([]);
  await story.close();
});
