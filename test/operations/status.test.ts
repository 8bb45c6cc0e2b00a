/** An administrator sees at one glance how the school stands. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { pairEverybody } from "../journeys/a-school.ts";
import { type Desk, sitDown } from "./a-world-on-disk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await sitDown(async (story) => {
    await pairEverybody(story);
    await story.until("2026-11-24 09:01");
  });
});
afterAll(() => desk.clear());

it("tells people, pairs, months, mails, what SES allows and what is overdue", async () => {
  const { out, code } = await desk.ops("status");
  expect(code).toBe(0);
  expect(out.trim().split("\n")).toEqual([
    "Riverside School of Medicine, Tuesday, November 24, 2026, 9:01 AM (New York time, UTC−5)",
    "People: 1 student, 1 mentor, 0 invited and not here yet, 0 mentors to approve.",
    "Pairs: 1 active.",
    "October 2026 is not open. Meetings: none.",
    "November 2026 is not open. Meetings: none.",
    "December 2026 is open. Meetings: 1 booked.",
    "Mails of this month and the last: 6 delivered.",
    "SES takes 50,000 mails a day and 14 a second. In the last 24 hours it took 2.",
    "Nothing is overdue.",
  ]);
  const { out: json } = await desk.ops("status --json");
  expect(JSON.parse(json)).toEqual({
    command: "status",
    school: "riverside",
    dryRun: false,
    now: Date.parse("2026-11-24T14:01:00Z"),
    people: { students: 1, mentors: 1, invited: 0, mentorsToApprove: 0 },
    pairs: { active: 1 },
    months: [
      { month: "2026-10", opened: false, meetings: {} },
      { month: "2026-11", opened: false, meetings: {} },
      { month: "2026-12", opened: true, meetings: { booked: 1 } },
    ],
    mailsOfTwoMonths: { delivered: 6 },
    mailHeldSince: null,
    mailAllowance: { asked: true, isPaused: false, perDay: 50_000, perSecond: 14, sentToday: 2 },
    overdue: { records: 0, oldestMinutes: 0 },
  });
});

it("tells that mail is held after a restore", async () => {
  await desk.ops("rebuild-schedules --restored-to 2026-11-24T12:00:00Z --yes");
  const { out } = await desk.ops("status");
  expect(out.split("\n")).toContain(
    "Mail is held since the table was restored on Tuesday, November 24, 2026, 9:01 AM (New York time, UTC−5); `release-mail` lets it go out.",
  );
  const { mailHeldSince } = JSON.parse((await desk.ops("status --json")).out);
  expect(mailHeldSince).toBe(Date.parse("2026-11-24T14:01:00Z"));
});
