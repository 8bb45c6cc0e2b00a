/** Once the school's file holds the next year, nothing begins before its first day, and what was in the year before is still there. */
import { parse } from "node-html-parser";
import { afterEach, expect, it } from "vitest";
import { loadMeeting } from "../../shared/records/meetings.ts";
import { listMentorships, saveMentorship } from "../../shared/records/mentorships.ts";
import { listRounds, removeRound, saveRound } from "../../shared/records/rounds.ts";
import { transact } from "../../shared/records/table.ts";
import { arrangeOpenMonths } from "../../shared/runtime/arrange-pair.ts";
import { chooseMentor } from "../../shared/runtime/choose-mentor.ts";
import { freeSlots } from "../../shared/runtime/free-slots.ts";
import { makeRoomInOpenMonths } from "../../shared/runtime/make-room.ts";
import { lookForPairs, proposeAll } from "../../shared/runtime/propose-pairs.ts";
import { openDueRounds, openMonthByHand } from "../../shared/runtime/rounds.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork, newYorkTime } from "../domain/lifecycle/a-life.ts";
import { administrator, maya, mentorshipId, type OwnWorld, openOwnWorld, ravi } from "../pages/own-world.ts";

const next = { from: "2027-02-15", to: "2027-12-17" } as const;
let world: OwnWorld;
afterEach(() => world.close());

it("no month before it opens, by itself or by hand, and its first one waits for its hour", async () => {
  world = await openOwnWorld({}, { schoolYear: next, booked: false });
  // Waited for before the file held the next year.
  const january = { month: "2027-01", revision: 0, opensAt: inNewYork("2026-12-25 09:00") };
  await transact(tableOf(world.runtime), [saveRound(tableOf(world.runtime), january, undefined)], "january");
  for (const day of ["2026-11-25 12:00", "2026-12-26 12:00", "2027-01-20 12:00", "2027-01-26 12:00"]) {
    await world.advanceTo(inNewYork(day));
    await openDueRounds(world.runtime);
  }
  expect(
    (await listRounds(tableOf(world.runtime))).map(({ month, opensAt, openedAt }) => [
      month,
      newYorkTime(opensAt),
      openedAt !== undefined,
    ]),
  ).toEqual([
    ["2026-12", "2026-11-24 10:00", true],
    ["2027-02", "2027-01-25 09:00", true],
    ["2027-03", "2027-02-22 09:00", false],
  ]);
  expect(await openMonthByHand(world.runtime, "2027-01")).toEqual({ ok: false, refusal: "before-the-year" });
  expect((await world.browse(administrator, "/administrator/months?month=2027-01")).text).toContain(
    "The school year begins after this month.",
  );
});

it("nobody is given a time in a month of the year before, though it is open", async () => {
  world = await openOwnWorld({}, { schoolYear: next, booked: false });
  await arrangeOpenMonths(world.runtime, mentorshipId);
  await makeRoomInOpenMonths(world.runtime);
  expect(await world.meeting()).toBeUndefined();
});

it("the first month's meeting is on its first day or later", async () => {
  world = await openOwnWorld({}, { schoolYear: next });
  await world.advanceTo(inNewYork("2027-01-26 12:00"));
  expect((await openMonthByHand(world.runtime, "2027-02")).ok).toBe(true);
  const table = tableOf(world.runtime);
  const { startAt } = (await loadMeeting(table, `${mentorshipId}-2027-02`))!;
  const { starts } = (await freeSlots(world.runtime, `${mentorshipId}-2027-02`))!;
  for (const at of [startAt!, starts[0]!.startAt]) expect(newYorkTime(at) >= "2027-02-15").toBe(true);
});

it("the meetings of the year before stay on everybody's pages", async () => {
  world = await openOwnWorld({}, { schoolYear: next });
  expect((await world.browse(maya.email, "/student")).text).toContain(
    "With Ravi Menon Thursday, December 10, 2026",
  );
  expect((await world.browse(ravi.email, "/mentor")).text).toContain(
    "With Maya Chen Thursday, December 10, 2026",
  );
  await world.advanceTo(inNewYork("2027-03-10 12:00"));
  expect((await world.browse(maya.email, "/student")).text).toContain("December 10, 2026Ravi MenonNot known");
  const months = await world.browse(administrator, "/administrator/months?month=2026-12");
  expect([months.title, months.text.includes("Maya Chen")]).toEqual(["December 2026", true]);
});

it.each(["2026-12-28 12:00", "2027-01-05 12:00"])(
  "at %s, its first month opens once though its hour was past before the file held it",
  async (time) => {
    world = await openOwnWorld({}, { schoolYear: { ...next, from: "2027-01-04" }, booked: false });
    await world.advanceTo(inNewYork(time));
    expect((await world.browse(administrator, "/administrator")).text).not.toContain("has not been opened");
    for (const later of [time, "2027-01-06 09:00"]) {
      await world.advanceTo(inNewYork(later));
      await openDueRounds(world.runtime);
      expect(
        (await listRounds(tableOf(world.runtime))).map(({ month, opensAt, openedAt }) => [
          month,
          newYorkTime(opensAt),
          openedAt && newYorkTime(openedAt),
        ]),
      ).toEqual([
        ["2026-12", "2026-11-24 10:00", "2026-11-24 10:00"],
        ["2027-01", "2026-12-25 09:00", time],
        ["2027-02", "2027-01-25 09:00", undefined],
      ]);
    }
    const january = await loadMeeting(tableOf(world.runtime), `${mentorshipId}-2027-01`);
    expect(january?.state).toBe("booked");
  },
);

it("in a school that has just begun, the overview leads to a month whose hour is past while somebody is paired", async () => {
  world = await openOwnWorld({}, { booked: false });
  const table = tableOf(world.runtime);
  const says = "has not been opened, and does not open by itself any more";
  const overview = async () => (await world.browse(administrator, "/administrator")).html;
  const december = (await listRounds(table))[0]!;
  expect(await overview()).not.toContain(says);
  // Its hour has just come.
  const due = { month: "2026-12", revision: 0, opensAt: december.opensAt };
  expect(await transact(table, [removeRound(table, december)], "away")).toBeUndefined();
  expect(await transact(table, [saveRound(table, due, undefined)], "due")).toBeUndefined();
  expect(await overview()).not.toContain(`December 2026</a> ${says}`);
  expect((await world.browse(administrator, "/administrator/months")).text).toContain(
    "It is not open yet, and opens by itself.",
  );
  expect(await transact(table, [removeRound(table, (await listRounds(table))[0]!)], "gone")).toBeUndefined();
  for (const time of ["2026-11-26 12:00", "2026-11-27 09:00"]) {
    await world.advanceTo(inNewYork(time));
    await openDueRounds(world.runtime);
    expect((await listRounds(table)).map(({ month, openedAt }) => [month, openedAt])).toEqual([
      ["2027-01", undefined],
    ]);
    expect(await overview()).toContain(
      `<a href="/administrator/months?month=2026-12">December 2026</a> ${says}`,
    );
    expect(await overview()).not.toContain(`November 2026</a> ${says}`);
    expect((await world.browse(administrator, "/administrator/months")).text).toContain(
      "It is not open, and does not open by itself any more. Open December 2026 now",
    );
  }
  expect((await openMonthByHand(world.runtime, "2026-12")).ok).toBe(true);
  expect(await overview()).not.toContain(says);
});

it.each([
  ["completed", 1],
  ["closing", 1],
  ["declined", 0],
  ["lapsed", 0],
] as const)("two whose pair is %s: %i of them is proposed", async (state, count) => {
  world = await openOwnWorld({ mentorship: { state, endedAt: 1 } }, { schoolYear: next, booked: false });
  const { proposals } = await lookForPairs(world.runtime, ["stable"]);
  expect(proposals.stable.pairs.map(({ studentId, mentorId }) => [studentId, mentorId])).toEqual(
    Array(count).fill([maya.id, ravi.id]),
  );
});

it.each([
  [maya.email, "/student", "Once you have a mentor"],
  [ravi.email, "/mentor", "Once you have a student"],
])(
  "a pair of the year before does not keep %s from reading what the new year holds",
  async (email, path, when) => {
    world = await openOwnWorld({ mentorship: { state: "closing" } }, { booked: false });
    await world.advanceTo(inNewYork("2027-06-20 12:00"));
    const nothing = "Nothing is planned at the moment.";
    expect((await world.browse(email, path)).text).toContain(`${nothing} No more meetings are booked`);
    await world.close();
    world = await openOwnWorld({ mentorship: { state: "closing" } }, { schoolYear: next, booked: false });
    expect((await world.browse(email, path)).text).toContain(
      `${nothing} ${when}, a meeting is booked for you`,
    );
  },
);

it.each([
  ["proposed", false],
  ["chosen", true],
] as const)("two who are %s again go on from where they were", async (_how, studentsChoose) => {
  const lastMeetingAt = inNewYork("2026-11-12 17:00");
  const nextStep = { month: "2026-11", notes: { student: "Shadow the clinic." }, notedAt: lastMeetingAt };
  const first = { key: "first-meeting", kind: "first-meeting", reachedAt: 5 } as const;
  const third = { key: "third-meeting", kind: "third-meeting", reachedAt: 6 } as const;
  const last = {
    nextStep,
    lastMeetingAt,
    lineForStudent: "Begin with your own assessment.",
    meetingsHeld: 3,
    heldMonths: ["2026-09", "2026-10", "2026-11"],
    milestones: [{ ...first, promptedAt: 7, answer: "thanked" as const }, third],
  };
  world = await openOwnWorld(
    { mentorship: { ...last, state: "completed", endedAt: 1 } },
    { schoolYear: next, booked: false, studentsChoose },
  );
  // The year before that one does not count.
  const table = tableOf(world.runtime);
  const long = { ...(await world.mentorship())!, id: "pair0000", proposedAt: 1, lineForStudent: "Speak up." };
  await transact(table, saveMentorship(table, long, undefined, undefined), "long-ago");
  if (studentsChoose) await chooseMentor(world.runtime, maya.id, ravi.id);
  else await proposeAll(world.runtime);
  const anew = (await listMentorships(table)).find(({ state }) => state !== "completed");
  const { nextStep: step, lastMeetingAt: met, lineForStudent: line } = anew!;
  expect([step, met, line]).toEqual([nextStep, lastMeetingAt, last.lineForStudent]);
  const { meetingsHeld, heldMonths, milestones } = anew!;
  expect([meetingsHeld, heldMonths, milestones]).toEqual([
    0,
    [],
    [{ ...first, promptedAt: 5, answer: "not-now" }],
  ]);
});

it.each([
  [maya.email, "/student", "h3"],
  [ravi.email, "/mentor/students", "h2"],
])("on the page of %s the pair of the year before comes after this year's", async (email, path, heading) => {
  world = await openOwnWorld({ mentorship: { state: "closing" } }, { schoolYear: next, booked: false });
  const table = tableOf(world.runtime);
  const old = (await world.mentorship())!;
  const pair = { ...old, id: "pairbbbb", state: "active" as const, proposedAt: old.proposedAt + 1 };
  await transact(table, saveMentorship(table, pair, undefined, undefined), "go-on");
  const cards = parse((await world.browse(email, path)).html)
    .querySelectorAll("article")
    .filter((card) => card.querySelector(heading));
  expect(
    cards.map((card) =>
      card
        .querySelectorAll("p")
        .at(-1)
        ?.textContent.replace(/ ?\(.+/, ""),
    ),
  ).toEqual(["Not for me", "This is of the school year before, which is over."]);
});

it("before its first month opens, whoever is paired reads when that will be", async () => {
  world = await openOwnWorld({}, { schoolYear: next, booked: false });
  expect((await world.browse(maya.email, "/student")).text).toContain(
    "Nothing is planned at the moment. On Monday, January 25, 2027, when February 2027 opens, a meeting is booked for you",
  );
});

it("between two years the pages say so, and the administrator is told what to do", async () => {
  world = await openOwnWorld({ mentorship: { state: "completed", endedAt: 1 } }, { booked: false });
  await world.advanceTo(inNewYork("2027-07-20 12:00"));
  const student = (await world.browse(maya.email, "/student")).text;
  expect(student).toContain(
    "Nothing is planned at the moment. No more meetings are booked in this school year.",
  );
  expect(student).toContain(
    "The school year is over. You get a mail as soon as somebody is found for the next one.",
  );
  expect((await world.browse(ravi.email, "/mentor/students")).text).toContain(
    "The school year is over. You get a mail as soon as somebody is paired with you.",
  );
  expect((await world.browse(administrator, "/administrator")).text).toContain(
    "What needs a hand The school year is over: no month opens and no pair begins before the next one. Set its days in the school's file and deploy that, and import its roster, so that everybody's stage is right; pairs can be made from then on.",
  );
});
