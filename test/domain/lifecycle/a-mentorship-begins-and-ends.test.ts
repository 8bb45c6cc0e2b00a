/** A mentorship from proposal to its end, told in New York's wall time. */
import { expect, it } from "vitest";
import { advance, passTime } from "../../../shared/domain/lifecycle/engine.ts";
import { mentorshipLife } from "../../../shared/domain/lifecycle/mentorship-life.ts";
import type { Mentorship } from "../../../shared/domain/mentorships.ts";
import { inNewYork, mentorship, newYorkTime, pair, school } from "./a-life.ts";

const { agreedAt: _agreed, ...notAgreed } = pair.mentor;
const waiting = { ...pair, mentor: notAgreed };

function live(from: Mentorship, until: string, people = pair): string[] {
  const lines: string[] = [];
  let now = from;
  for (let at = inNewYork("2026-09-01 09:00"); at <= inNewYork(until); at += 3_600_000) {
    const passed = passTime(mentorshipLife, now, { school, pair: people, now: at });
    for (const { letter, to } of passed.letters) lines.push(`${newYorkTime(at)} ${letter} → ${to}`);
    if (passed.after.state !== now.state) lines.push(`${newYorkTime(at)} is ${passed.after.state}`);
    now = passed.after;
  }
  return lines;
}

const confirm = (people: typeof pair) =>
  advance(
    mentorshipLife,
    mentorship,
    { type: "confirmed", by: "administrator" },
    { school, pair: people, now: inNewYork("2026-09-02 09:00") },
  );

it("is withdrawn when nobody confirms it in thirty days", () => {
  expect(live(mentorship, "2026-12-01 00:00")).toEqual(["2026-10-01 09:00 is withdrawn"]);
});

it("is active at once when both had accepted the agreement", () => {
  const told = confirm(pair);
  expect(
    told.ok && [told.value.after.state, told.value.letters.map(({ letter, to }) => `${letter} → ${to}`)],
  ).toEqual(["active", ["paired → student", "paired → mentor"]]);
});

it("waits for an administrator's approval of a mentor from outside, and is active with it", () => {
  const outside = (approved: boolean) => ({
    ...pair,
    mentor: { ...pair.mentor, mentor: { ...pair.mentor.mentor!, kind: "online" as const, approved } },
  });
  const told = confirm(outside(false));
  if (!told.ok) throw new Error(told.refusal);
  const again = (approved: boolean) =>
    advance(
      mentorshipLife,
      told.value.after,
      { type: "agreed", by: "mentor" },
      { school, pair: outside(approved), now: inNewYork("2026-09-03 09:00") },
    );
  const states = [told, again(false), again(true)].map((step) => step.ok && step.value.after.state);
  expect(states).toEqual(["agreeing", "agreeing", "active"]);
});

it("reminds whoever has not accepted the agreement after a week, and lapses after three", () => {
  const told = confirm(waiting as typeof pair);
  expect(told.ok && live(told.value.after, "2026-12-01 00:00", waiting as typeof pair)).toEqual([
    "2026-09-09 09:00 welcome → mentor",
    "2026-09-23 09:00 goodbye → student",
    "2026-09-23 09:00 goodbye → mentor",
    "2026-09-23 09:00 is lapsed",
  ]);
});

it("lapses with the school year where the agreement is still open then", () => {
  const confirmedAt = inNewYork("2027-05-20 09:00");
  const late: Mentorship = { ...mentorship, state: "agreeing", confirmedAt, proposedAt: confirmedAt };
  expect(live(late, "2027-06-20 00:00", waiting as typeof pair)).toEqual([
    "2027-05-27 09:00 welcome → mentor",
    "2027-05-28 09:00 goodbye → student",
    "2027-05-28 09:00 goodbye → mentor",
    "2027-05-28 09:00 is lapsed",
  ]);
});

it("ends with the school year and completes 45 days later", () => {
  expect(live({ ...mentorship, state: "active", activeSince: 1 }, "2027-08-01 00:00")).toEqual([
    "2027-05-28 09:00 is closing",
    "2027-07-12 09:00 is completed",
  ]);
});

it("completes all the same when the school's file holds the next year by then", () => {
  const closing: Mentorship = { ...mentorship, state: "closing", endedAt: inNewYork("2027-05-28 09:00") };
  const next = { ...school, schoolYear: { from: "2027-08-16", to: "2028-05-26" } };
  const stateAt = (wall: string) =>
    passTime(mentorshipLife, closing, { school: next, pair, now: inNewYork(wall) }).after.state;
  expect(["2027-07-12 08:59", "2027-07-12 09:00"].map(stateAt)).toEqual(["closing", "completed"]);
});

it("is declined by either side without a reason", () => {
  const told = advance(
    mentorshipLife,
    { ...mentorship, state: "active" },
    { type: "declined", by: "mentor" },
    { school, pair, now: 5 },
  );
  expect(
    told.ok && [told.value.after.state, told.value.after.endedAt, told.value.letters.map(({ to }) => to)],
  ).toEqual(["declined", 5, ["student", "mentor"]]);
});

it("ends by itself, without a word on why, when the mentor turns out to assess the student", () => {
  const people = {
    ...pair,
    mentor: { ...pair.mentor, mentor: { ...pair.mentor.mentor!, assesses: [pair.student.email] } },
  };
  const listed = { ...school, assessors: [{ student: pair.student.email, mentor: pair.mentor.email }] };
  const now = inNewYork("2026-10-01 09:00");
  const ended = (from: Mentorship, around: { school: typeof school; pair: typeof pair }) => {
    const { after, letters } = passTime(mentorshipLife, from, { ...around, now });
    return [after.state, after.endedAt, letters.map(({ letter, to }) => `${letter} → ${to}`)];
  };
  const goodbyes = ["goodbye → student", "goodbye → mentor"];
  for (const around of [
    { school, pair: people },
    { school: listed, pair },
  ]) {
    expect(ended({ ...mentorship, proposedAt: now - 1 }, around)).toEqual(["withdrawn", undefined, []]);
    for (const state of ["agreeing", "active"] as const)
      expect(ended({ ...mentorship, state, confirmedAt: now - 1 }, around)).toEqual([
        "declined",
        now,
        goodbyes,
      ]);
  }
});
