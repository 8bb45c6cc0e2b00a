/** Which letters are kept as golden files: every letter in every capacity in which it is read, and the turns a letter may take. */
import type { LetterName } from "../../shared/domain/letter-rules.ts";
import type { Suggestion } from "../../shared/domain/matching/suggestions.ts";
import type { LetterContext } from "../../shared/letters/letter.ts";
import { contextFor, helen, meeting, mentorship, questions, ravi, school, visitor } from "./cast.ts";

export type GoldenCase = { file: string; letter: LetterName; context: LetterContext };

const both = (letter: LetterName, changes: Partial<LetterContext> = {}, turn = ""): GoldenCase[] =>
  (["student", "mentor"] as const).map((role) => ({
    file: `${letter}-${role}${turn}`,
    letter,
    context: contextFor(role, changes),
  }));

const one = (
  letter: LetterName,
  role: "student" | "mentor",
  changes: Partial<LetterContext> = {},
  turn = "",
): GoldenCase => ({ file: `${letter}-${role}${turn}`, letter, context: contextFor(role, changes) });

const { agreedAt: _, ...mayaBefore } = contextFor("student").student!;
const { agreedAt: __, ...helenBefore } = contextFor("mentor").mentor!;
const notAgreed = { student: mayaBefore, mentor: helenBefore };
// 8:30 AM in New York, 7:00 PM in Kolkata.
const abroad = {
  mentor: ravi,
  meeting: { ...meeting, place: ravi.mentor!.place, startAt: Date.UTC(2026, 11, 10, 13, 30) },
};
const noPlace = {
  mentor: { ...helen, mentor: { ...helen.mentor!, place: "" } },
  meeting: { ...meeting, place: "" },
};
const suggestions: Suggestion[] = [
  { mentor: { ...helen, mentor: helen.mentor! }, reasons: mentorship.reasons },
  {
    mentor: { ...ravi, mentor: ravi.mentor! },
    reasons: [
      { about: "goals", areas: ["research"] },
      { about: "common-time", minutes: 90 },
    ],
  },
];
const oldStart = Date.UTC(2026, 11, 8, 21, 30);
const { startAt: ___, ...withoutTime } = meeting;

export const goldenCases: readonly GoldenCase[] = [
  ...(["student", "mentor"] as const).map(
    (role): GoldenCase => ({
      file: `sign-up-link-${role}`,
      letter: "sign-up-link",
      context: contextFor("student", { reader: visitor, data: { role } }),
    }),
  ),
  {
    file: "sign-up-link-unknown-address",
    letter: "sign-up-link",
    context: contextFor("student", { reader: visitor, data: {} }),
  },
  ...(["student", "mentor"] as const).map((role): GoldenCase => {
    const { name } = contextFor(role).reader;
    return {
      file: `sign-up-link-${role}-invited`,
      letter: "sign-up-link",
      context: contextFor("student", { reader: { ...visitor, name }, data: { role, invited: 1 } }),
    };
  }),
  ...both("sign-in-link"),
  one("fresh-link", "student", { data: { verb: "answer" } }),
  one("fresh-link", "mentor", { data: { verb: "confirm" } }),
  one(
    "fresh-link",
    "student",
    { data: { verb: "skip-month" }, meeting: { ...withoutTime, state: "unplaced" } },
    "-no-time",
  ),
  ...both("welcome", notAgreed),
  one("welcome", "student", {}, "-agreed"),
  one("welcome", "student", { ...notAgreed, mentorship: { ...mentorship, state: "agreeing" } }, "-again"),
  one("suggestions", "student", { suggestions }),
  one(
    "suggestions",
    "student",
    { suggestions: suggestions.slice(1), mentorship: { ...mentorship, state: "lapsed" } },
    "-next",
  ),
  one(
    "suggestions",
    "student",
    { suggestions: suggestions.slice(1), mentorship: { ...mentorship, confirmedAt: 1, state: "declined" } },
    "-after-a-pair",
  ),
  one("suggestions", "student", { suggestions: [] }, "-nobody"),
  one(
    "suggestions",
    "student",
    {
      suggestions: [],
      mentorship: { ...mentorship, state: "lapsed" },
      school: { ...school, schoolYear: { ...school.schoolYear, to: "2026-11-20" } },
    },
    "-year-over",
  ),
  one("mentor-asked", "mentor", {
    mentorship: { ...mentorship, state: "offered", offeredAt: Date.UTC(2026, 11, 7, 3) },
  }),
  ...both("paired"),
  ...both("paired", notAgreed, "-not-agreed"),
  ...both("paired", { mentorship: { ...mentorship, offeredAt: mentorship.proposedAt } }, "-chosen"),
  ...both("goodbye", { data: { by: "mentor" } }),
  ...both("goodbye", { data: { by: "mentor" }, school: { ...school, pairing: "chosen" } }, "-chosen"),
  one("goodbye", "student", {}, "-lapsed"),
  one("goodbye", "mentor", { data: { by: "mentor", leaves: "mentor" } }, "-leaves"),
  ...both("invite"),
  ...both("invite", abroad, "-abroad"),
  ...both("invite", noPlace, "-no-place"),
  ...both("invite", { data: { by: "student" } }, "-chosen"),
  ...both("moved", {
    data: { from: oldStart, by: "student" },
    meeting: { ...meeting, arrangement: 2, confirmedBy: ["student"] },
  }),
  one(
    "moved",
    "student",
    { data: { from: oldStart, by: "planner" }, meeting: { ...meeting, arrangement: 2 } },
    "-for-another-pair",
  ),
  ...both(
    "moved",
    {
      data: { from: meeting.startAt!, by: "mentor" },
      meeting: { ...meeting, arrangement: 2, place: "Clinic C, second floor" },
    },
    "-to-another-place",
  ),
  ...both(
    "moved",
    { data: { from: meeting.startAt!, by: "mentor" }, meeting: { ...meeting, arrangement: 2, place: "" } },
    "-to-no-place",
  ),
  ...both("called-off", {
    data: { by: "mentor", again: 1 },
    meeting: { ...meeting, state: "called-off", arrangement: 2 },
  }),
  one(
    "called-off",
    "student",
    {
      data: { by: "mentor", again: 1, reason: "notice" },
      meeting: { ...meeting, state: "called-off", arrangement: 2 },
    },
    "-no-time-left",
  ),
  ...both(
    "called-off",
    { data: { by: "student", again: 0 }, meeting: { ...meeting, state: "skipped", arrangement: 2 } },
    "-month-skipped",
  ),
  one(
    "called-off",
    "student",
    { data: { again: 0 }, meeting: { ...meeting, state: "not-arranged", arrangement: 2 } },
    "-pair-ended",
  ),
  ...both("no-common-time", {
    meeting: { ...withoutTime, state: "unplaced", arrangement: 0, reason: "no-common-window" },
  }),
  one("prepare", "student"),
  one(
    "prepare",
    "student",
    {
      meeting: { ...meeting, questions },
      mentorship: { ...mentorship, nextStep: { ...mentorship.nextStep!, outcome: "done" } },
    },
    "-questions-noted",
  ),
  ...both("reminder", {
    meeting: { ...meeting, questions },
    mentorship: {
      ...mentorship,
      nextStep: {
        ...mentorship.nextStep!,
        outcome: "decided-otherwise",
        because: "The clinic takes no second-years; I asked for a call instead.",
      },
    },
  }),
  one("reminder", "mentor", {}, "-no-questions"),
  ...both("starting-soon", { ...abroad, meeting: { ...abroad.meeting, questions } }),
  ...both("running-late", { data: { minutes: 10 } }),
  ...both("did-you-meet", { meeting: { ...meeting, state: "asked" } }),
  ...both("feedback-nudge", { meeting: { ...meeting, state: "asked" } }),
  one("gratitude-prompt", "student", { data: { milestone: "third-meeting", key: "third-meeting" } }),
  one(
    "gratitude-prompt",
    "student",
    { data: { milestone: "goal-reached", key: "goal-reached-1" } },
    "-goal-reached",
  ),
  one("thank-you", "mentor", {
    data: { milestone: "third-meeting" },
    thankYou:
      "Your advice to begin with my own assessment changed how I present.\nDr. Ames noticed. Thank you!",
  }),
];
