/** Answers to a meeting: what each changes, which letters follow, and what is refused. */
import { describe, expect, it } from "vitest";
import { advance, passTime } from "../../../shared/domain/lifecycle/engine.ts";
import { type MeetingEvent, meetingLife } from "../../../shared/domain/lifecycle/meeting-life.ts";
import type { Attendance, Meeting } from "../../../shared/domain/meetings.ts";
import { around, booked, inNewYork, unplaced } from "./a-life.ts";

const tell = (meeting: Meeting, event: MeetingEvent, now: string): string => {
  const told = advance(meetingLife, meeting, event, around(now));
  if (!told.ok) return `refused: ${told.refusal}`;
  const { after, letters } = told.value;
  return [
    `${after.state} #${after.arrangement}`,
    ...letters.map(({ letter, to }) => `${letter} → ${to}`),
  ].join(", ");
};

const meeting = booked("2026-12-10 17:00");
const newTime = inNewYork("2026-12-15 12:00");

describe("a booked meeting", () => {
  it.each<[string, MeetingEvent, string, string]>([
    ["works for me", { type: "confirmed", by: "student" }, "2026-12-01 09:00", "booked #1"],
    [
      "another time",
      { type: "slot-chosen", by: "mentor", startAt: newTime },
      "2026-12-01 09:00",
      "booked #2, moved → student, moved → mentor",
    ],
    [
      "the same time again",
      { type: "slot-chosen", by: "mentor", startAt: meeting.startAt! },
      "2026-12-01 09:00",
      "booked #1",
    ],
    [
      "a time that has passed",
      { type: "slot-chosen", by: "mentor", startAt: newTime },
      "2026-12-15 12:00",
      "refused: too-late",
    ],
    [
      "another time, while it lasts",
      { type: "slot-chosen", by: "student", startAt: newTime },
      "2026-12-10 17:59",
      "booked #2, moved → student, moved → mentor",
    ],
    [
      "another time, after the end",
      { type: "slot-chosen", by: "student", startAt: newTime },
      "2026-12-10 18:00",
      "refused: too-late",
    ],
    [
      "can't make it",
      { type: "called-off", by: "student" },
      "2026-12-10 17:30",
      "called-off #2, called-off → student, called-off → mentor",
    ],
    [
      "can't make it, after the end",
      { type: "called-off", by: "student" },
      "2026-12-10 18:00",
      "refused: too-late",
    ],
    [
      "can't this month",
      { type: "month-skipped", by: "mentor" },
      "2026-12-01 09:00",
      "skipped #2, called-off → student, called-off → mentor",
    ],
    [
      "another place",
      { type: "place-changed", by: "mentor", place: "Clinic C" },
      "2026-12-10 17:30",
      "booked #2, moved → student, moved → mentor",
    ],
    [
      "the same place again",
      { type: "place-changed", by: "mentor", place: meeting.place },
      "2026-12-01 09:00",
      "booked #1",
    ],
    [
      "another place, after the end",
      { type: "place-changed", by: "mentor", place: "Clinic C" },
      "2026-12-10 18:00",
      "refused: too-late",
    ],
    [
      "running late, too early to know",
      { type: "ran-late", by: "student", minutes: 10 },
      "2026-12-10 13:59",
      "refused: not-yet",
    ],
    [
      "running late",
      { type: "ran-late", by: "student", minutes: 10 },
      "2026-12-10 16:55",
      "booked #1, running-late → mentor",
    ],
    [
      "running late, told by the mentor",
      { type: "ran-late", by: "mentor", minutes: 5 },
      "2026-12-10 14:00",
      "booked #1, running-late → student",
    ],
    [
      "running late, after the end",
      { type: "ran-late", by: "student", minutes: 10 },
      "2026-12-10 18:00",
      "refused: too-late",
    ],
    [
      "did you meet, before anybody was asked",
      { type: "answered", by: "student", answer: { attendance: "met", at: 1 } },
      "2026-12-10 16:55",
      "refused: not-possible-now",
    ],
    [
      "the mentorship ends",
      { type: "pair-ended", by: "time" },
      "2026-12-01 09:00",
      "not-arranged #2, called-off → student, called-off → mentor",
    ],
  ])("%s", (_what, event, now, expected) => {
    expect(tell(meeting, event, now)).toBe(expected);
  });

  it("says nothing new the second time that somebody is ten minutes late", () => {
    const late: Meeting = { ...meeting, late: { student: 10 } };
    expect(tell(late, { type: "ran-late", by: "student", minutes: 10 }, "2026-12-10 16:56")).toBe(
      "booked #1",
    );
    expect(tell(late, { type: "ran-late", by: "student", minutes: 20 }, "2026-12-10 16:56")).toBe(
      "booked #1, running-late → mentor",
    );
  });

  it("starts its reminders and confirmations anew when it is moved", () => {
    const reminded: Meeting = { ...meeting, done: ["prepare", "remind-student"], confirmedBy: ["student"] };
    const moved = advance(
      meetingLife,
      reminded,
      { type: "slot-chosen", by: "student", startAt: newTime },
      around("2026-12-09 18:00"),
    );
    expect(
      moved.ok && {
        done: moved.value.after.done,
        confirmedBy: moved.value.after.confirmedBy,
        from: moved.value.letters[0]!.data.from,
      },
    ).toEqual({
      done: [],
      confirmedBy: [],
      from: meeting.startAt,
    });
  });
});

describe("a meeting without a time", () => {
  it("is explained once for each reason, and booked with an invitation", () => {
    const explained = { ...unplaced, reason: "away" as const };
    expect(tell(unplaced, { type: "no-time-found", by: "planner", reason: "away" }, "2026-11-24 09:00")).toBe(
      "unplaced #0, no-common-time → student, no-common-time → mentor",
    );
    expect(
      tell(explained, { type: "no-time-found", by: "planner", reason: "away" }, "2026-11-24 09:00"),
    ).toBe("unplaced #0");
    expect(
      tell(explained, { type: "slot-chosen", by: "planner", startAt: newTime }, "2026-11-24 09:00"),
    ).toBe("booked #1, invite → student, invite → mentor");
  });
});

it.each<[string, Meeting]>([
  ["unplaced #0", unplaced],
  ["called-off #2", { ...meeting, state: "called-off", arrangement: 2 }],
])("another place is no news where there is no time: %s", (stands, before) => {
  const event = { type: "place-changed", by: "mentor", place: "Clinic C" } as const;
  expect(tell(before, event, "2026-12-01 09:00")).toBe(stands);
  const told = advance(meetingLife, before, event, around("2026-12-01 09:00"));
  expect(told.ok && told.value.after.place).toBe("Clinic C");
});

describe("a meeting of which both are asked", () => {
  const answered = (before: Meeting, by: "student" | "mentor", attendance: Attendance): Meeting => {
    const event: MeetingEvent = { type: "answered", by, answer: { attendance, at: 1 } };
    const told = advance(meetingLife, before, event, around("2026-12-11 09:00"));
    if (!told.ok) throw new Error(told.refusal);
    return told.value.after;
  };
  const asked: Meeting = { ...meeting, state: "asked" };
  const differing = answered(answered(asked, "student", "missed-without-notice"), "mentor", "met");

  it("is told of once the two agree", () => {
    expect(answered(answered(asked, "mentor", "met"), "student", "met-shortened").state).toBe("held");
    expect(differing.state).toBe("asked");
    expect(answered(differing, "student", "met").state).toBe("held");
    expect(answered(differing, "mentor", "missed-with-notice").state).toBe("missed-with-notice");
  });

  it("is kept as not known where they still differ at the end", () => {
    const at = (now: string) => passTime(meetingLife, differing, around(now)).after.state;
    expect([at("2026-12-17 17:59"), at("2026-12-17 18:00")]).toEqual(["asked", "unknown"]);
  });
});
