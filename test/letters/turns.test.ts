/** A letter turns with what has happened: who moved or called off, whose agreement is open, what became of a next step. */
import { expect, test } from "vitest";
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import type { Role } from "../../shared/domain/people.ts";
import { minute } from "../../shared/domain/time.ts";
import type { LetterContext } from "../../shared/letters/letter.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import type { Verb } from "../../shared/links/verbs.ts";
import { contextFor, helen, maya, mentorship, questions, school } from "./cast.ts";

function linksOf(letter: LetterName, role: Role, changes: Partial<LetterContext> = {}): Verb[] {
  const asked: Verb[] = [];
  renderLetter(letter, {
    ...contextFor(role, changes),
    link: (verb) => {
      asked.push(verb);
      return `https://a.example/${verb}`;
    },
  });
  return asked;
}
const textOf = (letter: LetterName, role: Role, changes: Partial<LetterContext> = {}): string =>
  renderLetter(letter, contextFor(role, changes)).text.replace(/\s+/g, " ");

const { agreedAt: _, ...mayaBefore } = maya;
const from = Date.UTC(2026, 11, 8, 21, 30);

test("an invitation asks for one of three answers", () => {
  expect(linksOf("invite", "student")).toEqual(["confirm", "move", "skip-month"]);
});

test("whoever chose the time is not asked whether it works", () => {
  expect(linksOf("invite", "student", { data: { by: "student" } })).toEqual(["move", "skip-month"]);
  expect(linksOf("invite", "mentor", { data: { by: "student" } })).toEqual(["confirm", "move", "skip-month"]);
  expect(linksOf("invite", "mentor", { data: { by: "planner" } })).toEqual(["confirm", "move", "skip-month"]);
});

test("whoever moved the meeting is not asked whether the time works", () => {
  expect(linksOf("moved", "student", { data: { from, by: "student" } })).toEqual(["move", "skip-month"]);
  expect(linksOf("moved", "mentor", { data: { from, by: "student" } })).toEqual([
    "confirm",
    "move",
    "skip-month",
  ]);
  expect(linksOf("moved", "mentor", { data: { from, by: "planner" } })).toEqual([
    "confirm",
    "move",
    "skip-month",
  ]);
});

test("whoever changed the place is not asked whether it works, and the other is", () => {
  const { startAt } = contextFor("student").meeting!;
  const elsewhere = { data: { from: startAt!, by: "mentor" } };
  expect(linksOf("moved", "mentor", elsewhere)).toEqual(["move", "skip-month"]);
  expect(linksOf("moved", "student", elsewhere)).toEqual(["confirm", "move", "skip-month"]);
});

test("a new time this month is offered only where there can be one", () => {
  expect(linksOf("called-off", "mentor", { data: { by: "student", again: 1 } })).toEqual(["move"]);
  expect(linksOf("called-off", "mentor", { data: { by: "student", again: 1, reason: "notice" } })).toEqual([
    "add-time",
  ]);
  expect(linksOf("called-off", "mentor", { data: { by: "student", again: 0 } })).toEqual([]);
});

test("nobody is named and no next month is promised when the pairing has ended", () => {
  const text = textOf("called-off", "mentor", { data: { again: 0 } });
  expect(text).toContain("Your meeting with Maya Chen will not take place.");
  expect(text).not.toMatch(/called off|can't make it|next one|following month/);
});

test("a goodbye is the same whoever said no", () => {
  const said = (by: Role) => textOf("goodbye", "student", { data: { by } });
  expect(said("student")).toBe(said("mentor"));
});

const says = (letter: LetterName, role: Role, words: string, changes: Partial<LetterContext> = {}) =>
  expect(textOf(letter, role, changes)).toContain(words);
const wordsOnWhatFollows = /look for another|open for another|choose again/;

test("whoever leaves the program is promised nobody else, and the other is", () => {
  const left = { data: { by: "mentor", leaves: "mentor" } };
  expect(textOf("goodbye", "mentor", left)).not.toMatch(wordsOnWhatFollows);
  expect(textOf("goodbye", "student", left)).toBe(textOf("goodbye", "student", { data: { by: "mentor" } }));
});

test.each(["proposed", "chosen"] as const)(
  "once the school year is over, no goodbye promises somebody else: %s",
  (pairing) => {
    const over = { ...school, pairing, schoolYear: { ...school.schoolYear, to: "2026-11-20" } };
    for (const role of ["student", "mentor"] as const)
      expect(textOf("goodbye", role, { school: over })).not.toMatch(wordsOnWhatFollows);
  },
);

test("a pair that waits for the agreement is asked for it before all else, without a second welcome", () => {
  const waits = { student: mayaBefore, mentorship: { ...mentorship, state: "agreeing" } as const };
  const { subject, text } = renderLetter("welcome", contextFor("student", waits));
  expect(subject).toBe("Still open: the agreement of the mentorship program");
  expect(text).toMatch(/^Hello Maya Chen,\n\nOne thing is needed first/);
  expect(text).not.toMatch(/welcome/i);
  expect(linksOf("welcome", "student", waits)).toEqual(["accept-agreement"]);
});

test("a mentor who is asked reads until when the place is kept, whenever the mail comes", () => {
  const offeredAt = Date.UTC(2026, 11, 7, 3);
  const asked = (to: string) => ({
    mentorship: { ...mentorship, state: "offered", offeredAt } as const,
    school: { ...school, schoolYear: { ...school.schoolYear, to } },
  });
  says(
    "mentor-asked",
    "mentor",
    "until Wednesday, December 9, 2026, 10:00 PM (New York",
    asked("2027-06-11"),
  );
  says("mentor-asked", "mentor", "until Tuesday, December 8, 2026, 9:00 AM (New York", asked("2026-12-08"));
});

test("a new place is not said to be the mentor's doing, for a roster may have brought it", () => {
  const data = { from: contextFor("student").meeting!.startAt!, by: "mentor" };
  for (const role of ["student", "mentor"] as const)
    says(
      "moved",
      role,
      `The place of your meeting with ${role === "mentor" ? maya.name : helen.name} has changed. The`,
      {
        data,
      },
    );
});

test("a place that changes in the night before the invitation goes out does not change for its reader", () => {
  const startAt = contextFor("student").meeting!.startAt!;
  // 9:00 PM and 6:59 AM in New York.
  const [arrangedAt, now] = [Date.UTC(2026, 10, 24, 2), Date.UTC(2026, 10, 24, 11, 59)];
  const meeting = { ...contextFor("student").meeting!, arrangement: 2, arrangedAt, place: "Room 9" };
  const changes = { data: { from: startAt, by: "mentor" }, meeting, now };
  const { subject, text, calendar } = renderLetter("moved", contextFor("student", changes));
  expect(subject).toBe("Meeting with Dr. Helen Okafor: Thursday, December 10, 5:00 PM");
  expect(text).toContain("Here is your meeting with Dr. Helen Okafor for December 2026.");
  expect(calendar?.entry).toContain("SEQUENCE:2\r\n");
  const told = "The place of your meeting with";
  says("moved", "student", told, { ...changes, now: now + minute });
  says("moved", "student", told, { ...changes, meeting: { ...meeting, arrangement: 3 } });
});

test("a second question whether they met is true as well where the other has said so", () => {
  says("feedback-nudge", "student", "We have not heard from you yet whether your meeting");
});

test("thanks are asked for at the end of a school year that is over by then", () => {
  says("gratitude-prompt", "student", "you shared with your mentor is over.", {
    data: { milestone: "year-end", key: "year-end" },
  });
});

test.each([
  ["Helen Okafor, M.D.", "a mentor: Helen Okafor, M.D. Name:"],
  ["Helen Okafor", "a mentor: Helen Okafor. Name:"],
])("a sentence that ends with the name %s has one full stop", (name, words) => {
  const mentor = { ...helen, name };
  says("paired", "student", words, { mentor });
});

test("three full stops in a row stay", () => {
  says("welcome", "student", "And so on... Every month.", {
    school: { ...school, agreement: "And so on... Every month." },
  });
});

test("the agreement is asked of the one who has not accepted it", () => {
  expect(linksOf("paired", "student", { student: mayaBefore })).toEqual(["accept-agreement", "not-for-me"]);
  expect(linksOf("paired", "mentor", { student: mayaBefore })).toEqual(["not-for-me"]);
  expect(linksOf("welcome", "student", { student: mayaBefore })).toEqual(["accept-agreement"]);
  expect(linksOf("welcome", "student")).toEqual([]);
});

test("the student's goals reach the mentor and not the student's own letter", () => {
  const goal = "Career direction: Decide between pediatrics and genetics before third year.";
  expect(textOf("paired", "mentor")).toContain(goal);
  expect(textOf("paired", "student")).not.toContain(goal);
});

test("a place to meet is written as the mentor wrote it", () => {
  const place = "https://meet.riverside.example/aBc";
  const mentor = { ...helen, mentor: { ...helen.mentor!, place } };
  expect(renderLetter("paired", contextFor("student", { mentor })).text).toContain(place);
});

const whereIn = (letter: LetterName, role: Role): string | undefined => {
  const open = { ...contextFor("student").meeting!, place: " " };
  const text = textOf(letter, role, { meeting: open, data: { from, minutes: 10 } });
  return / (Where: .*?)(?= With: | -- )/.exec(text)?.[1];
};

test.each<LetterName>(["invite", "moved", "reminder", "starting-soon", "running-late"])(
  "a place that is open is asked of the mentor, who will say it to the student: %s",
  (letter) => {
    expect(whereIn(letter, "student")).toBe("Where: Not settled yet; Dr. Helen Okafor will say where");
    expect(whereIn(letter, "mentor")).toBe(
      "Where: Not settled yet; please set it on your profile page Your profile: https://mentors.riverside.example/mentor/profile",
    );
  },
);

test("the last next step is asked about until something was said about it", () => {
  const asks = "what became of it";
  expect(textOf("prepare", "student")).toContain(asks);
  const nextStep = { ...mentorship.nextStep!, outcome: "not-yet" } as const;
  expect(textOf("prepare", "student", { mentorship: { ...mentorship, nextStep } })).not.toContain(asks);
});

test("the mentor's reminder has the student's questions, or the open goals where there are none", () => {
  const { meeting } = contextFor("mentor");
  const withQuestions = textOf("reminder", "mentor", { meeting: { ...meeting!, questions } });
  expect(withQuestions).toContain(
    "> How did you know that pediatrics was right for you? > Is a research year",
  );
  expect(withQuestions).not.toContain("goals");
  const [first, second] = maya.student!.goals;
  const student = { ...maya, student: { ...maya.student!, goals: [{ ...first!, reachedAt: 1 }, second!] } };
  const without = textOf("reminder", "mentor", { student });
  expect(without).toContain("- Research: Find a project I can finish in one summer.");
  expect(without).not.toContain("Decide between pediatrics");
});

test("the mentor's reminder promises no goals when all are reached", () => {
  const goals = maya.student!.goals.map((goal) => ({ ...goal, reachedAt: from }));
  const student = { ...maya, student: { ...maya.student!, goals } };
  const text = textOf("reminder", "mentor", { student, mentorship: { ...mentorship, nextStep: undefined } });
  expect(text).toContain("No questions have come in yet. If something comes up, tell Maya Chen here:");
});

test("a reminder lets either say that something has come up", () => {
  expect(linksOf("reminder", "student")).toEqual(["run-late", "call-off"]);
  expect(linksOf("starting-soon", "mentor")).toEqual(["run-late", "call-off"]);
});

test("a goal reached is told in the student's own words", () => {
  const data = { milestone: "goal-reached", key: "goal-reached-1" };
  expect(textOf("gratitude-prompt", "student", { data })).toContain("Your goal: > Find a project");
  expect(
    textOf("gratitude-prompt", "student", { data: { milestone: "goal-reached", goal: "Sleep" } }),
  ).toContain("Your goal: > Sleep");
});

test("ten minutes late is expected ten minutes later", () => {
  expect(textOf("running-late", "mentor", { data: { minutes: 10 } })).toContain(
    "Expected: Thursday, December 10, 2026, 5:10 PM",
  );
});
