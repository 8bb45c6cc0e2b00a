/** Pairs as columns, in the order of their ids, and the numbers of the people whom they name by their places in lists. */
import type { MonthPairs } from "../plan-free-time.ts";
import { orderOfIds, type Seated } from "./names.ts";

/** The pairs in the order of their ids. Throws when two have the same. */
export function inOrderOfIds(pairs: MonthPairs): MonthPairs {
  const order = orderOfIds(pairs.ids);
  if (!order) return pairs;
  const ordered = (column: Int32Array): Int32Array => Int32Array.from(order, (place) => column[place]!);
  return {
    ids: order.map((place) => pairs.ids[place]!),
    student: ordered(pairs.student),
    mentor: ordered(pairs.mentor),
    minutes: ordered(pairs.minutes),
    idealDay: ordered(pairs.idealDay),
    usual: ordered(pairs.usual),
  };
}

/** The persons of each pair by numbers; a mentor who is listed among the students, too, is one person. */
export function numberPlaces(
  pairs: Pick<MonthPairs, "student" | "mentor">,
  mentorAsStudent: Int32Array,
  studentCount: number,
): Seated {
  const numbers = new Int32Array(studentCount + mentorAsStudent.length).fill(-1);
  const mentors = pairs.mentor.map((place) => {
    const amongStudents = mentorAsStudent[place]!;
    return amongStudents < 0 ? studentCount + place : amongStudents;
  });
  const mentor = new Int32Array(mentors.length);
  const mentorCount = numberInTurn(mentor, numbers, mentors, 0);
  const student = new Int32Array(mentors.length);
  const personCount = numberInTurn(student, numbers, pairs.student, mentorCount);
  return { student, mentor, personCount, mentorCount };
}

/** Numbers the places that have no number yet, and writes those of all; returns the number that comes next. */
function numberInTurn(numbered: Int32Array, numbers: Int32Array, places: Int32Array, next: number): number {
  let count = next;
  for (let pair = 0; pair < places.length; pair++) {
    const place = places[pair]!;
    if (numbers[place]! < 0) numbers[place] = count++;
    numbered[pair] = numbers[place]!;
  }
  return count;
}
