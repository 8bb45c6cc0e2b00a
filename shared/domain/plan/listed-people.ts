/** Finds the persons whom pairs name in the lists of students and mentors, and numbers them. */
import type { Seated } from "./names.ts";

type Listed = { id: string };

/**
 * The persons of each pair, and their numbers in the order in which the pairs name them; an id in both lists is one person.
 * Throws on a person who is not listed.
 */
export function findPeople<Person extends Listed>(
  pairs: readonly { id: string; student: string; mentor: string }[],
  students: readonly Person[],
  mentors: readonly Person[],
): { seated: Seated; students: Person[]; mentors: Person[] } {
  const studentPlaces = placesOf(students);
  const mentorPlaces = placesOf(mentors);
  const placeAmongAll = Int32Array.from(
    mentors,
    ({ id }, place) => studentPlaces.get(id) ?? students.length + place,
  );
  const numbers = new Int32Array(students.length + mentors.length).fill(-1);
  const student = new Int32Array(pairs.length);
  const mentor = new Int32Array(pairs.length);
  const found: { students: Person[]; mentors: Person[] } = { students: [], mentors: [] };
  let personCount = 0;
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index]!;
    const studentPlace = studentPlaces.get(pair.student);
    const mentorPlace = mentorPlaces.get(pair.mentor);
    if (studentPlace === undefined || mentorPlace === undefined)
      throw new Error(`pair ${pair.id} names somebody who is not listed`);
    const mentorAmongAll = placeAmongAll[mentorPlace]!;
    if (numbers[studentPlace]! < 0) numbers[studentPlace] = personCount++;
    if (numbers[mentorAmongAll]! < 0) numbers[mentorAmongAll] = personCount++;
    student[index] = numbers[studentPlace]!;
    mentor[index] = numbers[mentorAmongAll]!;
    found.students.push(students[studentPlace]!);
    found.mentors.push(mentors[mentorPlace]!);
  }
  return { seated: { student, mentor, personCount }, ...found };
}

function placesOf(people: readonly Listed[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let index = 0; index < people.length; index++) places.set(people[index]!.id, index);
  return places;
}
