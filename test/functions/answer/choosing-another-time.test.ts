/** Another time is chosen from the times at which both are free, by day, on the reader's clock and the other's. */
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { readMail } from "../../../infra/local/read-mail.ts";
import type { Role } from "../../../shared/domain/people.ts";
import { actOnMeeting } from "../../../shared/runtime/act-on-meeting.ts";
import { changeAvailability } from "../../../shared/runtime/act-on-person.ts";
import { type Change, meetingId, meetsAt, openPairWorld } from "./a-pair-in-december.ts";
import { dump, open } from "./pages-world.ts";

/** Both are free on two mornings of December only. */
const twoMornings: Change = {
  maya: {
    availability: {
      weekly: [],
      overrides: [
        { date: "2026-12-08", windows: [{ start: "07:00", end: "08:00", level: "if needed" }] },
        { date: "2026-12-10", windows: [{ start: "07:30", end: "08:30", level: "free" }] },
      ],
      absences: [],
    },
  },
};

/** The list of a page: each day with its times, and the value that each time posts. */
const listed = (page: string) =>
  parse(page)
    .querySelectorAll("fieldset")
    .map((day) => ({
      day: day.querySelector("legend")?.textContent,
      times: day.querySelectorAll("label").map((label) => label.textContent.trim()),
      values: day.querySelectorAll("input").map((input) => Number(input.getAttribute("value"))),
    }));

it.each<[Role, object[]]>([
  [
    "student",
    [
      {
        day: "Tuesday, December 8, 2026",
        times: [
          "7:00 AM, if needed for Ravi Menon: 5:30 PM Tuesday",
          "7:15 AM, if needed for Ravi Menon: 5:45 PM Tuesday",
        ],
        values: [Date.UTC(2026, 11, 8, 12), Date.UTC(2026, 11, 8, 12, 15)],
      },
      {
        day: "Thursday, December 10, 2026",
        times: ["7:45 AM for Ravi Menon: 6:15 PM Thursday"],
        values: [Date.UTC(2026, 11, 10, 12, 45)],
      },
    ],
  ],
  [
    "mentor",
    [
      {
        day: "Tuesday, December 8, 2026",
        times: [
          "5:30 PM, if needed for Maya Chen: 7:00 AM Tuesday",
          "5:45 PM, if needed for Maya Chen: 7:15 AM Tuesday",
        ],
        values: [Date.UTC(2026, 11, 8, 12), Date.UTC(2026, 11, 8, 12, 15)],
      },
      {
        day: "Thursday, December 10, 2026",
        times: ["6:15 PM for Maya Chen: 7:45 AM Thursday"],
        values: [Date.UTC(2026, 11, 10, 12, 45)],
      },
    ],
  ],
])("the %s sees every free time but the one that is booked", async (role, days) => {
  const world = await openPairWorld(twoMornings);
  const { html } = await open(world, await world.give("move", role));
  expect(listed(html)).toEqual(days);
  await world.close();
});

it("after calling off, the freed time and all others are offered at once, and one tap books again", async () => {
  const world = await openPairWorld(twoMornings);
  const path = await world.give("call-off", "student");
  await world.advanceTo(world.now() + 60_000);
  const { html } = await open(world, path, { method: "POST" });
  expect(listed(html).flatMap(({ values }) => values)).toEqual([
    Date.UTC(2026, 11, 8, 12),
    Date.UTC(2026, 11, 8, 12, 15),
    meetsAt,
    Date.UTC(2026, 11, 10, 12, 45),
  ]);
  world.newMail();
  const arrangement = parse(html).querySelector("input[name=arrangement]")!.getAttribute("value")!;
  const form = { arrangement, startAt: String(Date.UTC(2026, 11, 8, 12)) };
  const chosen = await open(world, path, { form });
  expect([chosen.status, chosen.title]).toEqual([200, "Your meeting has a new time"]);
  expect(world.newMail()).toEqual([
    "Meeting with Ravi Menon: Tuesday, December 8, 7:00 AM → maya@riverside.example.edu",
    "Meeting with Maya Chen: Tuesday, December 8, 5:30 PM → ravi@riverside.example.edu",
  ]);
  const before = await dump(world);
  expect((await open(world, path, { form })).html).toBe(chosen.html);
  expect(await dump(world)).toEqual(before);
  await world.close();
});

describe("a time that cannot be had is refused with the list again", () => {
  it.each([
    [
      "that is not one of the free times",
      Date.UTC(2026, 11, 9, 12),
      409,
      "That time is not free, so nothing was changed. Please choose one of the times below.",
    ],
    ["that is no time at all", "soon", 422, "Please choose one of the answers."],
  ])("%s", async (_what, startAt, status, says) => {
    const world = await openPairWorld(twoMornings);
    const path = await world.give("move", "student");
    const before = await dump(world);
    const refused = await open(world, path, { form: { startAt: String(startAt), arrangement: "1" } });
    expect([refused.status, refused.text.slice(0, says.length)]).toEqual([status, says]);
    expect(listed(refused.html)).toHaveLength(2);
    expect(await dump(world)).toEqual(before);
    await world.close();
  });
});

it("without any other time, the mail about the meeting that was called off says why, and how times are added", async () => {
  const overrides = [
    { date: "2026-12-10", windows: [{ start: "07:30", end: "08:15", level: "free" as const }] },
  ];
  const world = await openPairWorld({ maya: { availability: { weekly: [], overrides, absences: [] } } });
  await world.advanceTo(meetsAt - 3 * 3_600_000);
  await actOnMeeting(world.runtime, meetingId, { type: "called-off", by: "student" });
  const { text } = await readMail(world.mailbox.at(-1)!);
  expect(text.replace(/\s+/g, " ")).toContain(
    "We looked for another time in December 2026 and found none. The times left in December 2026 that you and Maya Chen have in common begin too soon: nobody is booked with less than 24 hours of notice. If one of you adds a time that suits the other, either of you can still choose it. Add times:",
  );
  const form = { timeZone: "Asia/Kolkata", dates: "2026-12-15: 17:30-19:30" };
  const added = await open(world, await world.give("add-time", "mentor"), { form });
  const says =
    "Your times are saved. Where one of them suits Maya Chen too, you can choose it on your own page.";
  expect([added.status, added.text.slice(0, says.length)]).toEqual([200, says]);
  await world.close();
});

it("with another time, the mail offers it", async () => {
  const world = await openPairWorld(twoMornings);
  await actOnMeeting(world.runtime, meetingId, { type: "called-off", by: "student" });
  const { text } = await readMail(world.mailbox.at(-1)!);
  expect(text.replace(/\s+/g, " ")).toContain(
    "There may still be another time in December 2026: either of you can choose one from the times when both of you are free. Choose another time:",
  );
  await world.close();
});

it("without any other time, the page says why and where to add some", async () => {
  const world = await openPairWorld();
  const nobodysTime = { weekly: [], overrides: [], absences: [] };
  await changeAvailability(world.runtime, "maya", nobodysTime);
  await actOnMeeting(world.runtime, meetingId, { type: "called-off", by: "student" });
  const { text } = await open(world, await world.give("move", "student"));
  expect(text).toBe(
    "Another time with Ravi Menon Your meeting with Ravi Menon is called off, and both of you have been told. A new time can be chosen while December 2026 lasts. Choose a time The times you and Ravi Menon have given us do not overlap: nowhere in December 2026 are both of you free for 45 minutes in a row. You can add times when you are free on your own page.",
  );
  await world.close();
});
