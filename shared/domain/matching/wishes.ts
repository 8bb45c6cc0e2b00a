/** Whom each student could have as a mentor, in the order of the student's wishes. */
import { emailIdentity } from "../people.ts";
import { type Mentor, mayBePaired, type Pairing, type Student } from "./pairing.ts";
import { pointsForFewAlternatives, scoreOf } from "./score-terms.ts";
import type { Choice } from "./wish-lists.ts";

/**
 * What wishes are made from: `had` holds the mentors a student has, or has had and cannot have again, `lots` each mentor's place in the lottery,
 * `assessed` the addresses of those whom each mentor assesses.
 */
export type Field = {
  mentors: readonly Mentor[];
  lots: readonly number[];
  had: ReadonlyMap<string, ReadonlySet<string>>;
  assessed: readonly ReadonlySet<string>[];
  commonMinutes: (student: Student, mentor: Mentor) => number;
};

/** Every mentor who may be paired with this student and shares time, best first. */
export function wishesOf(student: Student, field: Field): Choice[] {
  const wishes: Choice[] = [];
  for (const mentor of couldHave(student, field)) {
    const pairing: Pairing = {
      student,
      mentor: field.mentors[mentor]!,
      commonMinutes: field.commonMinutes(student, field.mentors[mentor]!),
    };
    if (pairing.commonMinutes > 0) wishes.push({ mentor, score: scoreOf(pairing), merit: 0 });
  }
  for (const wish of wishes) wish.merit = wish.score + pointsForFewAlternatives(wishes.length);
  return wishes.sort(
    (one, other) => other.score - one.score || field.lots[one.mentor]! - field.lots[other.mentor]!,
  );
}

/** Why a student got none of them, so that the administrator knows what would help; `possible` counts the wishes. */
export function whyWithout(student: Student, possible: number, field: Field): string {
  if (couldHave(student, field).length === 0)
    return "There is no other mentor who may be paired with this student.";
  if (student.availability.weekly.length === 0) return "The student has not said when he or she is free.";
  if (possible === 0)
    return wishesOf(student, { ...field, had: new Map() }).length > 0
      ? "Whoever is free at a time when the student is free was this student's mentor, or proposed to the student, before."
      : "No mentor is free for a whole meeting at a time when the student is free.";
  if (possible === 1) return "The only mentor with a common free time has no place left.";
  return `All ${possible} mentors with a common free time have no place left.`;
}

/** The mentors' places in the field. */
function couldHave(student: Student, { mentors, had, assessed }: Field): number[] {
  const address = emailIdentity(student.email);
  const before = had.get(student.id);
  const could: number[] = [];
  for (const [place, mentor] of mentors.entries())
    if (mayBePaired(student, mentor) && !before?.has(mentor.id) && !assessed[place]!.has(address))
      could.push(place);
  return could;
}
