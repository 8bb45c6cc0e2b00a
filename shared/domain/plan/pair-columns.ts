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
    usualWeekday: ordered(pairs.usualWeekday),
    usualMinute: ordered(pairs.usualMinute),
  };
}

/** The persons of each pair by numbers; a mentor who is listed among the students, too, is one person. */
export function numberPlaces(
  pairs: Pick<MonthPairs, "student" | "mentor">,
  mentorAsStudent: Int32Array,
  studentCount: number,
): Seated {
  const numbers = new Int32Array(studentCount + mentorAsStudent.length).fill(-1);
  const student = new Int32Array(pairs.student.length);
  const mentor = new Int32Array(pairs.student.length);
  let personCount = 0;
  for (let pair = 0; pair < student.length; pair++) {
    const studentPlace = pairs.student[pair]!;
    const mentorPlace = pairs.mentor[pair]!;
    const amongStudents = mentorAsStudent[mentorPlace]!;
    const placeOfMentor = amongStudents < 0 ? studentCount + mentorPlace : amongStudents;
    if (numbers[studentPlace]! < 0) numbers[studentPlace] = personCount++;
    if (numbers[placeOfMentor]! < 0) numbers[placeOfMentor] = personCount++;
    student[pair] = numbers[studentPlace]!;
    mentor[pair] = numbers[placeOfMentor]!;
  }
  return { student, mentor, personCount };
}
