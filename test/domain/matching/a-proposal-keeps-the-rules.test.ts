/** No proposal breaks a rule: places, wishes, peers, approval, common time and earlier pairs. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Assessment } from "../../../shared/domain/assessors.ts";
import { matchingModes } from "../../../shared/domain/matching/modes.ts";
import { isMentor, isStudent, mayBePaired } from "../../../shared/domain/matching/pairing.ts";
import { proposePairs } from "../../../shared/domain/matching.ts";
import { stages } from "../../../shared/domain/people.ts";
import { anySmallSchool, around, mentor, student } from "./cast.ts";

const anySchoolWithPairs = anySmallSchool(3).chain((people) => {
  const possible = people.filter(isStudent).flatMap((one) =>
    people
      .filter(isMentor)
      .filter((other) => mayBePaired(one, other))
      .map((other) => ({ studentId: one.id, mentorId: other.id })),
  );
  return fc
    .subarray(possible, { maxLength: Math.min(4, possible.length) })
    .chain((pairs) => fc.tuple(...pairs.map((pair) => fc.boolean().map((stands) => ({ ...pair, stands })))))
    .map((existing) => ({ people, existing }));
});

test("in any small school", () => {
  fc.assert(
    fc.property(anySchoolWithPairs, fc.constantFrom(...matchingModes), ({ people, existing }, mode) => {
      const { pairs, withoutMentor } = proposePairs({ ...around(people), existing }, mode);
      const standing = existing.filter(({ stands }) => stands);
      const find = (id: string) => people.find((person) => person.id === id)!;
      for (const { studentId, mentorId } of pairs) {
        const [one, other] = [find(studentId), find(mentorId)];
        expect(studentId).not.toBe(mentorId);
        expect(other.mentor!.approved).toBe(true);
        if (other.mentor!.kind === "peer")
          expect(stages.indexOf(other.mentor!.stage)).toBeGreaterThan(stages.indexOf(one.student!.stage));
        expect(around(people).commonMinutes(one, other)).toBeGreaterThanOrEqual(45);
        expect(existing.some((pair) => pair.studentId === studentId && pair.mentorId === mentorId)).toBe(
          false,
        );
      }
      expect(new Set(pairs.map(({ studentId, mentorId }) => `${studentId} ${mentorId}`)).size).toBe(
        pairs.length,
      );
      for (const other of people.filter(isMentor)) {
        const before = standing.filter(({ mentorId }) => mentorId === other.id).length;
        const now = pairs.filter(({ mentorId }) => mentorId === other.id).length;
        expect(now).toBeLessThanOrEqual(Math.max(0, other.mentor.capacity - before));
      }
      for (const one of people.filter(isStudent)) {
        const before = standing.filter(({ studentId }) => studentId === one.id).length;
        const now = pairs.filter(({ studentId }) => studentId === one.id).length;
        expect(now).toBeLessThanOrEqual(Math.max(0, one.student.mentorsWanted - before));
        expect(withoutMentor.filter(({ studentId }) => studentId === one.id).length).toBe(
          before + now === 0 ? 1 : 0,
        );
      }
    }),
    { numRuns: 300 },
  );
});

const pairsOf = (people: Parameters<typeof around>[0]) =>
  proposePairs(around(people), "stable").pairs.map(
    ({ studentId, mentorId }) => `${studentId} with ${mentorId}`,
  );

test("a peer is further along", () => {
  expect(pairsOf([student("s", { stage: "MS3" }), mentor("p", { kind: "peer", stage: "MS3" })])).toEqual([]);
  expect(pairsOf([student("s", { stage: "MS3" }), mentor("p", { kind: "peer", stage: "MS4" })])).toEqual([
    "s with p",
  ]);
});

test("an outsider is approved first", () => {
  const outsider = { kind: "online", approved: false } as const;
  expect(pairsOf([student("s"), mentor("o", outsider)])).toEqual([]);
  expect(pairsOf([student("s"), mentor("o", { ...outsider, approved: true })])).toEqual(["s with o"]);
});

test("a common stretch too short for a meeting is no common time", () => {
  expect(pairsOf([student("s"), mentor("m", {}, { free: "Mon 18:16-20:00" })])).toEqual([]);
  expect(pairsOf([student("s"), mentor("m", {}, { free: "Mon 18:15-20:00" })])).toEqual(["s with m"]);
});

test("second mentors come after everybody's first", () => {
  const wantsTwo = student("a", { mentorsWanted: 2, goals: [{ area: "networking", text: "x" }] });
  const people = [
    wantsTwo,
    student("b"),
    mentor("m", { focus: ["networking", "research"] }),
    mentor("n", { focus: ["networking"] }),
  ];
  expect(pairsOf(people)).toEqual(["a with n", "b with m"]);
  expect(pairsOf([...people, mentor("o")])).toHaveLength(3);
});

test("nobody is paired with whoever assesses him or her, by the school's list or the mentor's word", () => {
  const by = (assessors: Assessment[], assesses: string[]) =>
    proposePairs({ ...around([student("s"), mentor("m", { assesses })]), assessors }, "stable");
  expect(by([], []).pairs).toHaveLength(1);
  const listed = [{ student: "S@School.example.edu", mentor: "m@school.EXAMPLE.edu" }];
  for (const { pairs, withoutMentor } of [by(listed, []), by([], [" S@school.example.edu"])]) {
    expect(pairs).toEqual([]);
    expect(withoutMentor).toEqual([
      { studentId: "s", why: "There is no other mentor who may be paired with this student." },
    ]);
  }
  expect(by([{ ...listed[0]!, student: "t@school.example.edu" }], []).pairs).toHaveLength(1);
});
