/** Milestones prompt the student once each, thirty days apart at least, and never against the student's wish. */
import { describe, expect, it } from "vitest";
import { advance, passTime } from "../../../shared/domain/lifecycle/engine.ts";
import { type MentorshipEvent, mentorshipLife } from "../../../shared/domain/lifecycle/mentorship-life.ts";
import type { Mentorship } from "../../../shared/domain/mentorships.ts";
import type { Person } from "../../../shared/domain/people.ts";
import { inNewYork, mentorship, newYorkTime, pair, school } from "./a-life.ts";

const active: Mentorship = { ...mentorship, state: "active", confirmedAt: 1, activeSince: 1 };

/** Plays dated events and lists the prompts with their days, looking every hour. */
function prompts(
  events: readonly [string, MentorshipEvent][],
  until: string,
  student: Person = pair.student,
): string[] {
  const lines: string[] = [];
  const waiting = [...events];
  let now: Mentorship = active;
  for (let at = inNewYork("2026-09-01 00:00"); at <= inNewYork(until); at += 3_600_000) {
    const around = { school, pair: { ...pair, student }, now: at };
    while (waiting[0] && inNewYork(waiting[0][0]) <= at) {
      const told = advance(mentorshipLife, now, waiting.shift()![1], around);
      if (told.ok) now = told.value.after;
    }
    const passed = passTime(mentorshipLife, now, around);
    for (const { letter, to, data } of passed.letters)
      lines.push(`${newYorkTime(at)} ${letter} → ${to}: ${data.milestone}`);
    now = passed.after;
  }
  return lines;
}

const held = (month: string): MentorshipEvent => ({ type: "meeting-held", by: "meeting", month, startAt: 1 });
const months = ["09", "10", "11", "12"].map((month): [string, MentorshipEvent] => [
  `2026-${month}-20 12:00`,
  held(`2026-${month}`),
]);

describe("the prompts of a mentorship", () => {
  it("come at the first and the third meeting held, and at the year's end", () => {
    expect(prompts(months, "2027-06-30 00:00")).toEqual([
      "2026-09-20 12:00 gratitude-prompt → student: first-meeting",
      "2026-11-20 12:00 gratitude-prompt → student: third-meeting",
      "2027-05-28 09:00 gratitude-prompt → student: year-end",
    ]);
  });

  it("wait until thirty days have passed since the last one", () => {
    const exam: MentorshipEvent = {
      type: "milestone-reached",
      by: "student",
      key: "exam-passed",
      kind: "exam-passed",
    };
    expect(
      prompts(
        [
          ["2026-09-20 12:00", held("2026-09")],
          ["2026-09-25 12:00", exam],
          ["2026-09-26 12:00", exam],
        ],
        "2026-12-01 00:00",
      ),
    ).toEqual([
      "2026-09-20 12:00 gratitude-prompt → student: first-meeting",
      "2026-10-20 12:00 gratitude-prompt → student: exam-passed",
    ]);
  });

  it("wait for a prompt of another mentorship too", () => {
    const student = { ...pair.student, gratitude: { lastPromptAt: inNewYork("2026-09-10 08:00") } };
    expect(prompts([["2026-09-20 12:00", held("2026-09")]], "2026-12-01 00:00", student)).toEqual([
      "2026-10-10 08:00 gratitude-prompt → student: first-meeting",
    ]);
  });

  it.each([
    ["never again", { ...pair.student, gratitude: { never: true as const } }],
    ["no mail that is not about a meeting", { ...pair.student, wantsOptionalMail: false }],
  ])("do not come to a student who said: %s", (_wish, student) => {
    expect(prompts(months, "2027-06-30 00:00", student)).toEqual([]);
  });

  it("count a month's meeting once, however often it is told", () => {
    const twice: [string, MentorshipEvent][] = [...months.slice(0, 2), ["2026-10-21 12:00", held("2026-10")]];
    expect(prompts(twice, "2026-12-01 00:00")).toEqual([
      "2026-09-20 12:00 gratitude-prompt → student: first-meeting",
    ]);
  });

  it("leave out what the school does not celebrate", () => {
    const quiet = { ...school, milestones: ["third-meeting" as const] };
    const told = advance(mentorshipLife, active, held("2026-09"), { school: quiet, pair, now: 1 });
    expect(told.ok && told.value.after.milestones).toEqual([]);
  });
});

it("takes thanks only for what was prompted", () => {
  const told = advance(
    mentorshipLife,
    active,
    { type: "prompt-answered", by: "student", key: "first-meeting", answer: "not-now" },
    { school, pair, now: 1 },
  );
  expect(told).toEqual({ ok: false, refusal: "no-such-prompt" });
});
