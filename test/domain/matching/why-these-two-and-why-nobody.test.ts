/** Each pair comes with what speaks for it, and each student without a mentor with what stands in the way. */
import { expect, test } from "vitest";
import { proposePairs } from "../../../shared/domain/matching.ts";
import { around, mentor, student } from "./cast.ts";

test("a small cast", () => {
  const people = [
    student("wei", {
      specialties: ["Pediatrics", "neurology", "surgery"],
      focus: ["research", "networking", "personal growth"],
      goals: [
        { area: "research", text: "A first poster" },
        { area: "career direction", text: "Choose" },
        { area: "academic support", text: "Pass Step 1", reachedAt: 1 },
      ],
    }),
    student(
      "ana",
      { stage: "MS2", goals: [{ area: "emotional support", text: "Sleep" }] },
      { free: "Tue 8:00-12:30" },
    ),
    student("ida", { stage: "MS3" }, { free: "Wed 8:00-9:00" }),
    mentor(
      "sofia",
      {
        kind: "resident",
        stage: "PGY3",
        specialties: ["pediatrics", "surgery"],
        focus: ["research", "career direction", "networking", "academic support"],
      },
      { free: "Mon 17:30-19:00" },
    ),
    mentor("omar", { kind: "peer", stage: "MS4", focus: ["emotional support"] }, { free: "Tue 8:30-12:00" }),
    mentor("lena", { kind: "association", specialties: ["oncology"] }, { free: "Wed 8:00-9:00" }),
  ];
  expect(proposePairs(around(people), "stable")).toEqual({
    pairs: [
      {
        studentId: "ana",
        mentorId: "omar",
        score: 30 + 10 + 4 + 17,
        reasons: [
          { about: "goals", areas: ["emotional support"] },
          { about: "years-ahead", years: 2, stage: "MS4" },
          { about: "common-time", minutes: 210 },
        ],
      },
      { studentId: "ida", mentorId: "lena", score: 5 - 10, reasons: [{ about: "common-time", minutes: 60 }] },
      {
        studentId: "wei",
        mentorId: "sofia",
        score: 45 + 30 + 10 + 6 + 4 + 7,
        reasons: [
          { about: "goals", areas: ["research", "career direction"] },
          { about: "specialties", specialties: ["Pediatrics", "surgery"] },
          { about: "path", stage: "PGY3" },
          { about: "further-areas", areas: ["networking"] },
          { about: "common-time", minutes: 90 },
        ],
      },
    ],
    withoutMentor: [],
    blocking: { pairs: 0, againstFirstMentor: 0 },
  });
});

test("why a student is left without", () => {
  const people = [
    student("a", {}, { free: "" }),
    student("b", {}, { free: "Sun 3:00-4:00" }),
    student("c", { specialties: ["surgery"] }),
    student("d"),
    student("e", {}, { free: "Mon 17:00-19:00; Tue 9:00-10:00" }),
    student("f", {}, { free: "Tue 9:00-10:00" }),
    mentor("m", { specialties: ["surgery"] }),
    mentor("n", {}, { free: "Tue 9:00-10:00" }),
  ];
  expect(proposePairs(around(people), "stable").withoutMentor).toEqual([
    { studentId: "a", why: "The student has not said when he or she is free." },
    { studentId: "b", why: "No mentor is free for a whole meeting at a time when the student is free." },
    { studentId: "d", why: "The only mentor with a common free time has no place left." },
    { studentId: "e", why: "All 2 mentors with a common free time have no place left." },
  ]);
  expect(
    proposePairs(around([student("a"), mentor("m", { kind: "online", approved: false })]), "stable")
      .withoutMentor,
  ).toEqual([{ studentId: "a", why: "There is no other mentor who may be paired with this student." }]);
});

test("a pair that ended is not made again, and one that stands takes its place", () => {
  const people = [student("a", { mentorsWanted: 2 }), student("b"), mentor("m"), mentor("n")];
  const existing = [
    { studentId: "a", mentorId: "m", stands: true },
    { studentId: "b", mentorId: "n", stands: false },
  ];
  const { pairs, withoutMentor } = proposePairs({ ...around(people), existing }, "stable");
  expect(pairs.map(({ studentId, mentorId }) => [studentId, mentorId])).toEqual([["a", "n"]]);
  expect(withoutMentor).toEqual([
    { studentId: "b", why: "The only mentor with a common free time has no place left." },
  ]);
});

test("a student who has had everybody with a common free time is told so", () => {
  const people = [student("a"), mentor("m"), mentor("n", {}, { free: "Tue 9:00-10:00" })];
  const existing = [{ studentId: "a", mentorId: "m", stands: false }];
  expect(proposePairs({ ...around(people), existing }, "stable").withoutMentor).toEqual([
    {
      studentId: "a",
      why: "Whoever is free at a time when the student is free was this student's mentor, or proposed to the student, before.",
    },
  ]);
});
