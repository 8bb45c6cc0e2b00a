/** The meetings so far stand with the newest first, and who has no meeting ahead reads what the next one waits for. */
import { parse } from "node-html-parser";
import { afterEach, describe, expect, it } from "vitest";
import type { Meeting, MeetingState } from "../../shared/domain/meetings.ts";
import { day } from "../../shared/domain/time.ts";
import { saveMeetings } from "../../shared/records/meetings.ts";
import { saveMentorship } from "../../shared/records/mentorships.ts";
import { addPerson } from "../../shared/records/people.ts";
import { transact } from "../../shared/records/table.ts";
import { actOnMeeting } from "../../shared/runtime/act-on-meeting.ts";
import { openMonthByHand } from "../../shared/runtime/rounds.ts";
import { tableOf } from "../../shared/runtime/table-of.ts";
import { inNewYork } from "../domain/lifecycle/a-life.ts";
import { maya, mentorshipId, type OwnWorld, openOwnWorld, ravi } from "./own-world.ts";

let world: OwnWorld;
afterEach(() => world.close());

/** A date of November 2026, at noon in UTC. */
const november = (date: number) => Date.UTC(2026, 10, 1, 12) + (date - 1) * day;

it("so far: the newest first, also within a month, and those without a time after the others", async () => {
  world = await openOwnWorld({}, { booked: false });
  const table = tableOf(world.runtime);
  const pair = (await world.mentorship())!;
  const meet = (letter: string, state: MeetingState, startAt: number): Meeting => ({
    id: `pair${letter.repeat(4)}-2026-11`,
    revision: 1,
    mentorshipId: `pair${letter.repeat(4)}`,
    studentId: `student-${letter}`,
    mentorId: ravi.id,
    month: "2026-11",
    state,
    done: [],
    arrangement: 1,
    startAt,
    minutes: 45,
    place: "",
    confirmedBy: [],
    answers: {},
  });
  const meetings = [
    meet("b", "held", november(4)),
    meet("c", "skipped", november(23)),
    meet("d", "held", november(18)),
    meet("e", "missed-silently", november(9)),
  ];
  for (const meeting of meetings) {
    const { studentId: id, mentorshipId } = meeting;
    const writes = [
      ...addPerson(table, { ...maya, id, name: id, email: `${id}@riverside.example.edu` }),
      ...saveMentorship(
        table,
        { ...pair, id: mentorshipId, revision: 1, studentId: id },
        undefined,
        undefined,
      ),
      ...saveMeetings(table, [{ after: meeting, before: undefined, dueAt: undefined }]),
    ];
    expect(await transact(table, writes, id)).toBeUndefined();
  }
  const rows = parse((await world.browse(ravi.email, "/mentor")).html).querySelectorAll("tbody tr");
  expect(rows.map((row) => row.querySelectorAll("th, td").map(({ textContent }) => textContent))).toEqual([
    ["November 18, 2026", "student-d", "You met"],
    ["November 9, 2026", "student-e", "Did not take place"],
    ["November 4, 2026", "student-b", "You met"],
    ["November 2026", "student-c", "The month was left out"],
  ]);
});

describe("with nothing planned", () => {
  it.each([
    ["a pair", "active", "/student", "On Friday, December 25, 2026, when January 2027 opens"],
    ["the agreement open", "agreeing", "/student", "Once both of you have accepted the agreement"],
    ["a mentor to approve", "agreeing", "/student", "Once the mentor is approved"],
    ["a mentor who is asked", "offered", "/student", "Once you have a mentor"],
    ["no mentor", "declined", "/student", "Once you have a mentor"],
    ["no student", "declined", "/mentor", "Once you have a student"],
  ] as const)("and %s", async (what, state, path, when) => {
    const agreed = what === "the agreement open" ? { agreedAt: undefined } : {};
    world = await openOwnWorld({ ravi: agreed, mentorship: { state } }, { booked: false });
    const page = await world.browse(path === "/student" ? maya.email : ravi.email, path);
    expect(parse(page.html).querySelector("main h1 ~ p")?.textContent).toBe(
      `Nothing is planned at the moment. ${when}, a meeting is booked for you in the times you both have, and you get an invitation by mail.`,
    );
  });

  it("and the next month, opened early, left out: that one is not what comes next", async () => {
    world = await openOwnWorld({}, { booked: false });
    await world.advanceTo(inNewYork("2026-12-02 12:00"));
    expect((await openMonthByHand(world.runtime, "2027-01")).ok).toBe(true);
    const january = `${mentorshipId}-2027-01`;
    expect((await actOnMeeting(world.runtime, january, { type: "month-skipped", by: "student" })).ok).toBe(
      true,
    );
    expect((await world.browse(maya.email, "/student")).text).toContain(
      "Nothing is planned at the moment. When the next month opens, a meeting is booked for you",
    );
  });
});
