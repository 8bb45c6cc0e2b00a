/** A mentor who is chosen is asked; a yes makes a pair, and a no or three days of silence send the student the next suggestions. */
import { expect, it } from "vitest";
import { advance, nextTimer, passTime } from "../../../shared/domain/lifecycle/engine.ts";
import { type MentorshipEvent, mentorshipLife } from "../../../shared/domain/lifecycle/mentorship-life.ts";
import type { Mentorship } from "../../../shared/domain/mentorships.ts";
import { inNewYork, mentorship, newYorkTime, pair, school } from "./a-life.ts";

const { agreedAt: _agreed, ...notAgreed } = pair.mentor;
const around = (now: string, people: object = pair) => ({
  school,
  pair: people as typeof pair,
  now: inNewYork(now),
});

function told(of: Mentorship, event: MentorshipEvent, now: string, people: object = pair) {
  const acted = advance(mentorshipLife, of, event, around(now, people));
  if (!acted.ok) return acted.refusal;
  const { after, letters } = acted.value;
  return [after.state, ...letters.map(({ letter, to }) => `${letter} → ${to}`)];
}

const offered: Mentorship = { ...mentorship, state: "offered", offeredAt: inNewYork("2026-09-02 09:00") };
const confirmed = { confirmedAt: inNewYork("2026-09-02 09:00") };
const agreeing: Mentorship = { ...mentorship, ...confirmed, state: "agreeing" };
const active: Mentorship = {
  ...mentorship,
  ...confirmed,
  state: "active",
  activeSince: confirmed.confirmedAt,
};
const assessing = {
  ...pair,
  mentor: { ...pair.mentor, mentor: { ...pair.mentor.mentor!, assesses: [pair.student.email] } },
};

type Told = readonly string[];
const wordsOf = (after: Mentorship, letters: readonly { letter: string; to: string }[]): Told => [
  after.state,
  ...letters.map(({ letter, to }) => `${letter} → ${to}`),
];
/** What a person's act at such a school leads to. */
function acted(of: Mentorship, event: MentorshipEvent, at: typeof school): Told {
  const done = advance(mentorshipLife, of, event, { ...around("2026-09-10 09:00"), school: at });
  return done.ok ? wordsOf(done.value.after, done.value.letters) : [done.refusal];
}
/** What time that passes at such a school leads to. */
function passed(of: Mentorship, at: typeof school, now: string, people: object): Told {
  const { after, letters } = passTime(mentorshipLife, of, { ...around(now, people), school: at });
  return wordsOf(after, letters);
}

it("asks the mentor, and remembers when", () => {
  const chosen = { type: "chosen", by: "student" } as const;
  expect(told(mentorship, chosen, "2026-09-02 09:00")).toEqual(["offered", "mentor-asked → mentor"]);
  const acted = advance(mentorshipLife, mentorship, chosen, around("2026-09-02 09:00"));
  expect(acted.ok && acted.value.after).toEqual(offered);
});

it("is a pair with the mentor's yes, active at once when both have accepted the agreement", () => {
  const accepted = { type: "accepted", by: "mentor" } as const;
  const letters = ["paired → student", "paired → mentor"];
  expect(told(offered, accepted, "2026-09-03 09:00")).toEqual(["active", ...letters]);
  expect(told(offered, accepted, "2026-09-03 09:00", { ...pair, mentor: notAgreed })).toEqual([
    "agreeing",
    ...letters,
  ]);
});

it("sends the student the next suggestions, and nobody a goodbye, with the mentor's no", () => {
  expect(told(offered, { type: "declined", by: "mentor" }, "2026-09-03 09:00")).toEqual([
    "declined",
    "suggestions → student",
  ]);
});

it("sends them after three days without an answer, to the minute", () => {
  expect(newYorkTime(nextTimer(mentorshipLife, offered, around("2026-09-02 09:00"))!.at)).toBe(
    "2026-09-05 09:00",
  );
  expect(passTime(mentorshipLife, offered, around("2026-09-05 08:59"))).toEqual({
    after: offered,
    letters: [],
  });
  const { after, letters } = passTime(mentorshipLife, offered, around("2026-09-05 09:00"));
  expect([after.state, after.endedAt, letters.map(({ letter, to }) => `${letter} → ${to}`)]).toEqual([
    "lapsed",
    inNewYork("2026-09-05 09:00"),
    ["suggestions → student"],
  ]);
  expect(told(after, { type: "accepted", by: "mentor" }, "2026-09-05 09:01")).toBe("not-possible-now");
});

it("sends them when the mentor turns out to assess the student", () => {
  const { after, letters } = passTime(mentorshipLife, offered, around("2026-09-02 09:01", assessing));
  expect([after.state, letters.map(({ letter, to }) => `${letter} → ${to}`)]).toEqual([
    "declined",
    ["suggestions → student"],
  ]);
});

it("sends them when the student withdraws the request, and the mentor can no longer accept", () => {
  const withdrawn = { type: "request-withdrawn", by: "student" } as const;
  expect(told(offered, withdrawn, "2026-09-03 09:00")).toEqual(["withdrawn", "suggestions → student"]);
  const acted = advance(mentorshipLife, offered, withdrawn, around("2026-09-03 09:00"));
  expect(acted.ok && acted.value.after.endedAt).toBe(inNewYork("2026-09-03 09:00"));
  const after: Mentorship = { ...offered, state: "withdrawn" };
  expect(told(after, { type: "accepted", by: "mentor" }, "2026-09-03 09:01")).toBe("not-possible-now");
  for (const state of ["proposed", "agreeing", "active"] as const)
    expect(told({ ...offered, state }, withdrawn, "2026-09-03 09:00")).toBe("not-possible-now");
});

it("ends without a letter when the student leaves", () => {
  expect(told(offered, { type: "student-left", by: "student" }, "2026-09-03 09:00")).toEqual(["withdrawn"]);
});

const chosenSchool = { ...school, pairing: "chosen" } as const;
const pairEnds: readonly { how: string; chosen: readonly string[]; ends: (at: typeof school) => Told }[] = [
  ...(["student", "mentor"] as const).map((by) => ({
    how: `the ${by} says not for me`,
    chosen: ["declined", "goodbye → student", "goodbye → mentor", "suggestions → student"],
    ends: (at: typeof school) => acted(active, { type: "declined", by }, at),
  })),
  {
    how: "the agreement lapses",
    chosen: ["lapsed", "goodbye → student", "goodbye → mentor", "suggestions → student"],
    ends: (at) => {
      const open = { ...pair, mentor: notAgreed };
      const prompted = passTime(mentorshipLife, agreeing, around("2026-09-23 08:59", open)).after;
      return passed(prompted, at, "2026-09-23 09:00", open);
    },
  },
  {
    how: "the mentor turns out to assess the student",
    chosen: ["declined", "goodbye → student", "goodbye → mentor", "suggestions → student"],
    ends: (at) => passed(active, at, "2026-09-02 09:01", assessing),
  },
  {
    how: "the student leaves the program",
    chosen: ["declined", "goodbye → student", "goodbye → mentor"],
    ends: (at) => acted(active, { type: "student-left", by: "student" }, at),
  },
];

it.each(pairEnds)("when $how, the next list goes with the goodbye only where students choose", (row) => {
  expect(row.ends(chosenSchool)).toEqual(row.chosen);
  expect(row.ends(school)).toEqual(row.chosen.filter((step) => step !== "suggestions → student"));
});
