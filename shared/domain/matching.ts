/** Proposes who could mentor whom, with the reasons in words; an administrator looks at it and confirms. */
import { chooseInRounds } from "./matching/choose-in-rounds.ts";
import { drawLots } from "./matching/lottery.ts";
import { isMentor, isStudent } from "./matching/pairing.ts";
import { reasonsFor } from "./matching/score-terms.ts";
import { type Field, whyWithout, wishesOf } from "./matching/wishes.ts";
import type { Person } from "./people.ts";

export type MatchingRequest = {
  people: readonly Person[];
  /** Every pair there is or was: one that stands takes a place, and none is proposed again. */
  existing: readonly { studentId: string; mentorId: string; stands: boolean }[];
  /** Minutes a week in which the two could meet, such as `commonTime` counts them; a pair with none is not made. */
  commonMinutes: (student: Person, mentor: Person) => number;
  /** Seed of the lottery that decides ties; publish it with the result. */
  lottery: string;
};

export type ProposedPair = { studentId: string; mentorId: string; score: number; reasons: string[] };
export type Proposal = {
  /** By student, then by mentor. */
  pairs: ProposedPair[];
  /** Students who have no mentor and get none. */
  withoutMentor: { studentId: string; why: string }[];
};

/**
 * First everybody's first mentor, then second ones, then third ones, each time by deferred acceptance: no student and
 * mentor would both rather have each other than the first mentor and the students they got. The order of the people
 * does not matter. For a student who wants one mentor, honest wishes are the best wishes; not so for second mentors.
 */
export function proposePairs({ people, existing, commonMinutes, lottery }: MatchingRequest): Proposal {
  const inOrder = [...people].sort((one, other) => (one.id < other.id ? -1 : 1));
  const [students, mentors] = [inOrder.filter(isStudent), inOrder.filter(isMentor)];
  const had = new Set(existing.map(({ studentId, mentorId }) => `${studentId} ${mentorId}`));
  const standing = existing.filter(({ stands }) => stands);
  const mentorsOf = countBy(standing.map(({ studentId }) => studentId));
  const studentsOf = countBy(standing.map(({ mentorId }) => mentorId));

  const field: Field = { mentors, lots: drawLots(lottery, idsOf(mentors)), had, commonMinutes };
  const wishes = students.map((student, index) => wishesOf(student, index, field));
  const chosen = chooseInRounds(wishes, {
    wanted: students.map(({ student }) => student.mentorsWanted),
    has: students.map(({ id }) => mentorsOf.get(id) ?? 0),
    places: mentors.map(({ id, mentor }) => Math.max(0, mentor.capacity - (studentsOf.get(id) ?? 0))),
    lots: drawLots(lottery, idsOf(students)),
  }).sort((one, other) => one.student - other.student || one.mentor - other.mentor);

  const matched = new Set(chosen.map(({ student }) => student));
  return {
    pairs: chosen.map((choice) => {
      const [student, mentor] = [students[choice.student]!, mentors[choice.mentor]!];
      const reasons = reasonsFor({ student, mentor, commonMinutes: commonMinutes(student, mentor) });
      return { studentId: student.id, mentorId: mentor.id, score: choice.score, reasons };
    }),
    withoutMentor: students.flatMap((student, index) =>
      matched.has(index) || mentorsOf.has(student.id)
        ? []
        : { studentId: student.id, why: whyWithout(student, wishes[index]!.length, field) },
    ),
  };
}

const idsOf = (people: readonly Person[]): string[] => people.map(({ id }) => id);

function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
