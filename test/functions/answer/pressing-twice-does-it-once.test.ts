/** A button pressed twice does its thing once: one change, one set of mails, and the same page both times. */
import { expect, it } from "vitest";
import type { AnswerVerb } from "../../../shared/answers/verb-page.ts";
import type { Role } from "../../../shared/domain/people.ts";
import { hour, minute } from "../../../shared/domain/time.ts";
import { type Change, meetsAt, openPairWorld, type PairWorld } from "./a-pair-in-december.ts";
import { dump, open, startAt } from "./pages-world.ts";

const prompted: Change = {
  mentorship: { milestones: [{ key: "first-meeting", kind: "first-meeting", reachedAt: 1, promptedAt: 2 }] },
};
const when = "Thursday, December 10, 7:30 AM";
/** Tuesday, December 8, 2026, 7:00 AM in New York. */
const earlier = Date.UTC(2026, 11, 8, 12);

type Case = {
  what: string;
  verb: AnswerVerb;
  by: Role;
  form: Record<string, string>;
  /** When it is done, if not at once. */
  at?: number;
  change?: Change;
  title: string;
  mails: string[];
  stands: (world: PairWorld) => Promise<unknown>;
  as: unknown;
};

const cases: Case[] = [
  {
    what: "works for me",
    verb: "confirm",
    by: "mentor",
    form: {},
    title: "The time works for you",
    mails: [],
    stands: async (world) => (await world.meeting()).confirmedBy,
    as: ["mentor"],
  },
  {
    what: "I can't make it",
    verb: "call-off",
    by: "student",
    form: {},
    title: "The meeting is called off",
    mails: [
      `Called off: meeting with Ravi Menon, ${when} → maya@riverside.example.edu`,
      "Called off: meeting with Maya Chen, Thursday, December 10, 6:00 PM → ravi@riverside.example.edu",
    ],
    stands: async (world) => (await world.meeting()).state,
    as: "called-off",
  },
  {
    what: "not this month",
    verb: "skip-month",
    by: "mentor",
    form: {},
    title: "December 2026 is left out",
    mails: [
      `Called off: meeting with Ravi Menon, ${when} → maya@riverside.example.edu`,
      "Called off: meeting with Maya Chen, Thursday, December 10, 6:00 PM → ravi@riverside.example.edu",
    ],
    stands: async (world) => (await world.meeting()).state,
    as: "skipped",
  },
  {
    what: "another time",
    verb: "move",
    by: "student",
    form: { startAt: String(earlier) },
    title: "Another time with Ravi Menon",
    mails: [
      "New time: meeting with Ravi Menon, Tuesday, December 8, 7:00 AM → maya@riverside.example.edu",
      "New time: meeting with Maya Chen, Tuesday, December 8, 5:30 PM → ravi@riverside.example.edu",
    ],
    stands: async (world) => [(await world.meeting()).startAt, (await world.meeting()).arrangement],
    as: [earlier, 2],
  },
  {
    what: "running late",
    verb: "run-late",
    by: "mentor",
    form: { minutes: "10" },
    at: meetsAt - 5 * minute,
    title: "You are about 10 minutes late",
    mails: ["Ravi Menon is running about 10 minutes late → maya@riverside.example.edu"],
    stands: async (world) => (await world.meeting()).late,
    as: { mentor: 10 },
  },
  {
    what: "my questions",
    verb: "prepare",
    by: "student",
    form: { questions: "How did you choose?\r\nWould you again?" },
    title: "What would you like to ask Ravi Menon?",
    mails: [],
    stands: async (world) => (await world.meeting()).questions,
    as: "How did you choose?\nWould you again?",
  },
  {
    what: "the next step is done",
    verb: "prepare",
    by: "student",
    form: { questions: "", outcome: "decided-otherwise", because: "I found something better." },
    change: {
      mentorship: { nextStep: { month: "2026-11", notes: { student: "Write the outline." }, notedAt: 5 } },
    },
    title: "What would you like to ask Ravi Menon?",
    mails: [],
    stands: async (world) => (await world.mentorship()).nextStep,
    as: {
      month: "2026-11",
      notes: { student: "Write the outline." },
      notedAt: 5,
      outcome: "decided-otherwise",
      because: "I found something better.",
    },
  },
  {
    what: "no reason after all",
    verb: "prepare",
    by: "student",
    form: { questions: "", outcome: "done", because: "" },
    change: {
      mentorship: {
        nextStep: {
          month: "2026-11",
          notes: { student: "Write the outline." },
          notedAt: 5,
          outcome: "done",
          because: "It was short.",
        },
      },
    },
    title: "What would you like to ask Ravi Menon?",
    mails: [],
    stands: async (world) => (await world.mentorship()).nextStep,
    as: { month: "2026-11", notes: { student: "Write the outline." }, notedAt: 5, outcome: "done" },
  },
  {
    what: "we met",
    verb: "answer",
    by: "mentor",
    form: { attendance: "met", worth: "4", line: "Ask earlier.", nextStep: "Read one paper." },
    at: meetsAt + 2 * hour,
    title: "Thank you for your answer",
    // Nothing woke the meeting at its end, so the question to the other goes out with the first answer.
    mails: ["Did you and Ravi Menon meet? → maya@riverside.example.edu"],
    stands: async (world) => {
      const { lineForStudent, nextStep } = await world.mentorship();
      return [(await world.meeting()).answers.mentor, lineForStudent, nextStep];
    },
    as: [
      { attendance: "met", worth: 4, line: "Ask earlier.", at: meetsAt + 2 * hour },
      "Ask earlier.",
      { month: "2026-12", notes: { mentor: "Read one paper." }, notedAt: meetsAt + 2 * hour },
    ],
  },
  {
    what: "thank you",
    verb: "thank",
    by: "student",
    form: { choice: "thank", text: "You listened." },
    change: prompted,
    title: "You have thanked Ravi Menon",
    mails: ["A thank-you from Maya Chen → ravi@riverside.example.edu"],
    stands: async (world) => (await world.mentorship()).milestones[0]?.answer,
    as: "thanked",
  },
  {
    what: "not now",
    verb: "thank",
    by: "student",
    form: { choice: "not-now", text: "" },
    change: prompted,
    title: "A word of thanks to Ravi Menon?",
    mails: [],
    stands: async (world) => [
      (await world.mentorship()).milestones[0]?.answer,
      (await world.person("maya")).gratitude,
    ],
    as: ["not-now", {}],
  },
  {
    what: "never again",
    verb: "thank",
    by: "student",
    form: { choice: "never", text: "" },
    change: prompted,
    title: "You are not asked again",
    mails: [],
    stands: async (world) => [
      (await world.mentorship()).milestones[0]?.answer,
      (await world.person("maya")).gratitude,
    ],
    as: ["never", { never: true }],
  },
  {
    what: "not for me",
    verb: "not-for-me",
    by: "student",
    form: {},
    title: "This pairing has ended",
    mails: [
      "Your pairing with Ravi Menon has ended → maya@riverside.example.edu",
      "Your pairing with Maya Chen has ended → ravi@riverside.example.edu",
      `Called off: meeting with Ravi Menon, ${when} → maya@riverside.example.edu`,
      "Called off: meeting with Maya Chen, Thursday, December 10, 6:00 PM → ravi@riverside.example.edu",
    ],
    stands: async (world) => [(await world.mentorship()).state, (await world.meeting()).state],
    as: ["declined", "not-arranged"],
  },
  {
    what: "I accept the agreement",
    verb: "accept-agreement",
    by: "student",
    form: {},
    change: { maya: { agreedAt: undefined }, mentorship: { state: "agreeing" } },
    title: "You have accepted the agreement",
    mails: [],
    stands: async (world) => [(await world.person("maya")).agreedAt, (await world.mentorship()).state],
    as: [startAt, "active"],
  },
  {
    what: "stop this mail",
    verb: "unsubscribe",
    by: "mentor",
    form: {},
    title: "This mail is stopped",
    mails: [],
    stands: async (world) => (await world.person("ravi")).wantsOptionalMail,
    as: false,
  },
];

it.each(cases)("$what", async ({ verb, by, form, at, change, title, mails, stands, as }) => {
  const world = await openPairWorld(change);
  if (at) await world.advanceTo(at);
  const path = await world.give(verb, by, { key: "first-meeting", milestone: "first-meeting" });
  world.newMail();

  const first = await open(world, path, { method: "POST", form });
  expect([first.status, first.title]).toEqual([200, title]);
  expect(world.newMail()).toEqual(mails);
  expect(await stands(world)).toEqual(as);

  const before = await dump(world);
  const second = await open(world, path, { method: "POST", form });
  expect([second.status, second.html]).toEqual([200, first.html]);
  expect(world.newMail()).toEqual([]);
  expect(await dump(world)).toEqual(before);
  await world.close();
});
