/** Whom each student could have as a mentor, in the order of the student's wishes. */
import type { Choice } from "./deferred-acceptance.ts";
import { type Mentor, mayBePaired, type Pairing, type Student } from "./pairing.ts";
import { pointsForFewAlternatives, scoreOf } from "./score-terms.ts";

/** What wishes are made from: `had` holds earlier pairs as `student mentor`, `lots` each mentor's place in the lottery. */
export type Field = {
  mentors: readonly Mentor[];
  lots: readonly number[];
  had: ReadonlySet<string>;
  commonMinutes: (student: Student, mentor: Mentor) => number;
};

/** Every mentor who may be paired with this student and shares time, best first; `index` is the student's own place. */
export function wishesOf(student: Student, index: number, field: Field): Choice[] {
  const wishes: Choice[] = [];
  for (const [place, mentor] of field.mentors.entries()) {
    if (!couldHave(student, mentor, field)) continue;
    const pairing: Pairing = { student, mentor, commonMinutes: field.commonMinutes(student, mentor) };
    if (pairing.commonMinutes <= 0) continue;
    wishes.push({ student: index, mentor: place, score: scoreOf(pairing), merit: 0 });
  }
  for (const wish of wishes) wish.merit = wish.score + pointsForFewAlternatives(wishes.length);
  return wishes.sort(
    (one, other) => other.score - one.score || field.lots[one.mentor]! - field.lots[other.mentor]!,
  );
}

/** Why a student got none of them, so that the administrator knows what would help; `possible` counts the wishes. */
export function whyWithout(student: Student, possible: number, field: Field): string {
  if (!field.mentors.some((mentor) => couldHave(student, mentor, field)))
    return "There is no other mentor who may be paired with this student.";
  if (student.availability.weekly.length === 0) return "The student has not said when he or she is free.";
  if (possible === 0) return "No mentor is free for a whole meeting at a time when the student is free.";
  if (possible === 1) return "The only mentor with a common free time has no place left.";
  return `All ${possible} mentors with a common free time have no place left.`;
}

const couldHave = (student: Student, mentor: Mentor, { had }: Field): boolean =>
  mayBePaired(student, mentor) && !had.has(`${student.id} ${mentor.id}`);
