/** Which months open and when: by hand not before the month before has begun, by themselves not after the school year, and for all who are ready, whoever went without first. */
import { afterEach, expect, it } from "vitest";
import { answer } from "../../infra/local/wire.ts";
import { getDue } from "../../shared/records/due.ts";
import { loadMeeting } from "../../shared/records/meetings.ts";
import { saveMentorship } from "../../shared/records/mentorships.ts";
import { addPerson } from "../../shared/records/people.ts";
import { listRounds } from "../../shared/records/rounds.ts";
import { transact } from "../../shared/records/table.ts";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { actOnMentorship } from "../../shared/runtime/act-on-mentorship.ts";
import { openDueRounds, openMonthByHand } from "../../shared/runtime/rounds.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { maya, mentorshipId, type OwnWorld, openOwnWorld } from "../pages/own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

const meetingOf = (pair: string, month: string) => loadMeeting(tableOf(world.runtime), `${pair}-${month}`);

it("by hand, a month opens once the month before it has begun in the school's zone", async () => {
  world = await openOwnWorld();
  await world.advanceTo(inNewYork("2026-12-01 00:00") - 1);
  const tooEarly = { ok: false, refusal: "too-early" };
  expect(await openMonthByHand(world.runtime, "2027-01")).toEqual(tooEarly);
  expect(await meetingOf(mentorshipId, "2027-01")).toBeUndefined();
  await world.advanceTo(inNewYork("2026-12-01 00:00"));
  expect(await openMonthByHand(world.runtime, "2027-01")).toEqual({ ok: true, value: "2027-01" });
  expect((await meetingOf(mentorshipId, "2027-01"))?.state).toBe("booked");
  expect(await openMonthByHand(world.runtime, "2027-02")).toEqual(tooEarly);
});

it("one that was opened by hand, and that a pair has left out, is not announced to the two as the next", async () => {
  world = await openOwnWorld({}, { booked: false });
  await world.advanceTo(inNewYork("2026-12-10 12:00"));
  const announced = async () =>
    /Nothing is planned at the moment\. (.+?), a meeting/.exec(
      (await world.browse(maya.email, "/student")).text,
    )?.[1];
  expect(await announced()).toBe("On Friday, December 25, 2026, when January 2027 opens");
  await openMonthByHand(world.runtime, "2027-01");
  const skipped = { type: "month-skipped", by: "student" } as const;
  expect(await actOnMeeting(world.runtime, `${mentorshipId}-2027-01`, skipped)).toMatchObject({ ok: true });
  expect(await announced()).toBe("When the next month opens");
});

it("by themselves, months open until the school year ends, and none after it is even waited for", async () => {
  world = await openOwnWorld({}, { booked: false });
  await world.advanceTo(inNewYork("2027-04-20 12:00"));
  await openDueRounds(world.runtime);
  const rounds = async () =>
    (await listRounds(tableOf(world.runtime))).map(({ month, openedAt }) => [month, openedAt !== undefined]);
  // Nothing has run since December: April is found out now.
  const before = [
    ["2026-12", true],
    ["2027-04", true],
  ];
  expect(await rounds()).toEqual([...before, ["2027-05", false]]);
  for (const later of ["2027-04-24 09:00", "2027-05-25 12:00", "2027-06-25 12:00"]) {
    await world.advanceTo(inNewYork(later));
    await openDueRounds(world.runtime);
    expect(await rounds()).toEqual([...before, ["2027-05", true]]);
  }
});

it("a month that waits and is over before anything runs again is not opened, and nobody waits for it any more", async () => {
  world = await openOwnWorld({}, { booked: false });
  await openDueRounds(world.runtime);
  await world.advanceTo(inNewYork("2027-02-01 08:00"));
  await openDueRounds(world.runtime);
  const table = tableOf(world.runtime);
  expect((await listRounds(table)).map(({ month, openedAt }) => [month, openedAt !== undefined])).toEqual([
    ["2026-12", true],
    ["2027-02", true],
    ["2027-03", false],
  ]);
  expect(await meetingOf(mentorshipId, "2027-01")).toBeUndefined();
  expect((await meetingOf(mentorshipId, "2027-02"))?.state).toBe("booked");
  expect((await getDue(table, world.now(), 10)).filter(({ sk }) => sk === "round")).toEqual([]);
});

it("one that was opened by hand and cut off on the way is opened by the next sweep", async () => {
  let isCutOff = true;
  world = await openOwnWorld(
    {},
    {
      booked: false,
      interception: async (call, deliver) => {
        if (
          isCutOff &&
          call.operation === "TransactWriteItems" &&
          call.body.includes(`${mentorshipId}-2027-01`)
        )
          throw new Error("nobody waits any longer");
        return deliver();
      },
    },
  );
  await world.advanceTo(inNewYork("2026-12-10 12:00"));
  await expect(openMonthByHand(world.runtime, "2027-01")).rejects.toThrow();
  expect(await meetingOf(mentorshipId, "2027-01")).toBeUndefined();
  isCutOff = false;
  await openDueRounds(world.runtime);
  expect((await meetingOf(mentorshipId, "2027-01"))?.state).toBe("booked");
  expect(
    (await listRounds(tableOf(world.runtime))).map(({ month, openedAt }) => [month, openedAt]),
  ).toContainEqual(["2027-01", inNewYork("2026-12-10 12:00")]);
});

it("a pair that is confirmed while the month is being opened has its meeting when it is open", async () => {
  let confirmed = false;
  world = await openOwnWorld(
    {
      mentorship: {
        state: "proposed",
        proposedAt: inNewYork("2026-12-20 10:00"),
        confirmedAt: undefined,
        activeSince: undefined,
      },
    },
    {
      booked: false,
      interception: async (call, deliver) => {
        const opens =
          call.operation === "PutItem" && call.body.includes('"2027-01"') && call.body.includes("openedAt");
        if (opens && !confirmed) {
          confirmed = true;
          const event = { type: "confirmed", by: "administrator" } as const;
          expect(await actOnMentorship(world.runtime, mentorshipId, event)).toMatchObject({ ok: true });
          expect(await meetingOf(mentorshipId, "2027-01")).toBeUndefined();
        }
        return deliver();
      },
    },
  );
  await world.advanceTo(inNewYork("2026-12-25 10:00"));
  expect(await openMonthByHand(world.runtime, "2027-01")).toMatchObject({ ok: true });
  expect([confirmed, (await meetingOf(mentorshipId, "2027-01"))?.state]).toEqual([true, "booked"]);
});

/** The one hour that the mentor has in each month. */
const oneHour = ["2026-12-10", "2027-01-14"].map((date) => ({
  date,
  windows: [{ start: "17:30", end: "18:30", level: "free" as const }],
}));
const noTime = { type: "no-time-found", by: "planner", reason: "no-common-window" } as const;
const thatHour = { type: "slot-chosen", by: "planner", startAt: inNewYork("2026-12-10 07:00") } as const;

it("a pair that went without last month comes first, though an hour suits another pair better", async () => {
  const weekly = maya.availability.weekly.map((window) => ({ ...window, level: "if needed" as const }));
  world = await openOwnWorld(
    {
      maya: { availability: { ...maya.availability, weekly } },
      ravi: { availability: { weekly: [], overrides: oneHour, absences: [] } },
    },
    { booked: false },
  );
  const { runtime } = world;
  const table = tableOf(runtime);
  const omar = { ...maya, id: "omar", name: "Omar Haddad", email: "omar@riverside.example.edu" };
  const another = { ...(await world.mentorship())!, id: "pairbbbb", studentId: omar.id };
  await transact(
    table,
    [...addPerson(table, omar), ...saveMentorship(table, another, undefined, undefined)],
    "another-pair",
  );
  // Both were told that there is no time; then the other pair had some.
  for (const [id, event] of [
    [mentorshipId, noTime],
    [another.id, noTime],
    [another.id, thatHour],
  ] as const)
    expect(await actOnMeeting(runtime, `${id}-2026-12`, event)).toMatchObject({ ok: true });
  await world.advanceTo(inNewYork("2026-12-25 10:00"));
  await openMonthByHand({ ...runtime, school: { ...runtime.school, plan: { ifNeeded: 400 } } }, "2027-01");
  expect((await meetingOf(mentorshipId, "2027-01"))?.startAt).toBe(inNewYork("2027-01-14 07:00"));
  expect((await meetingOf(another.id, "2027-01"))?.reason).toBe("mentor-time-exhausted");
});

it("a pair that cannot be written keeps no other from its meeting", async () => {
  let isBroken = true;
  world = await openOwnWorld(
    {},
    {
      booked: false,
      interception: async (call, deliver) =>
        isBroken && call.operation === "TransactWriteItems" && call.body.includes(`"${mentorshipId}-2027-01"`)
          ? answer(400, "application/x-amz-json-1.0", JSON.stringify({ __type: "ValidationException" }))
          : deliver(),
    },
  );
  const { runtime } = world;
  const table = tableOf(runtime);
  const omar = { ...maya, id: "omar", name: "Omar Haddad", email: "omar@riverside.example.edu" };
  const another = { ...(await world.mentorship())!, id: "pairbbbb", studentId: omar.id };
  await transact(
    table,
    [...addPerson(table, omar), ...saveMentorship(table, another, undefined, undefined)],
    "another-pair",
  );
  await world.advanceTo(inNewYork("2026-12-25 10:00"));
  await expect(openMonthByHand(runtime, "2027-01")).rejects.toThrow("1 of 2 pairs could not be written");
  expect((await meetingOf(another.id, "2027-01"))?.state).toBe("booked");
  isBroken = false;
  expect(await openMonthByHand(runtime, "2027-01")).toMatchObject({ ok: true });
  expect((await meetingOf(mentorshipId, "2027-01"))?.state).toBe("booked");
});
