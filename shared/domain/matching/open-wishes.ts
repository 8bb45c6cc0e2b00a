/** The school as the matching looks at it: who still wishes for a mentor, who has room, and what stands already. */
import { type Assessment, assessedBy } from "../assessors.ts";
import type { Person } from "../people.ts";
import { drawLots } from "./lottery.ts";
import { isMentor, isStudent, type Mentor, type Student } from "./pairing.ts";
import { type WishLists, wishListsOf } from "./wish-lists.ts";
import { type Field, wishesOf } from "./wishes.ts";

export type MatchingRequest = {
  people: readonly Person[];
  /** The pairs that are not proposed (again); one that stands takes a place. */
  existing: readonly { studentId: string; mentorId: string; stands: boolean }[];
  /** The school's list of who grades or assesses whom; mentors' own words stand in their profiles. */
  assessors: readonly Assessment[];
  /** Minutes a week in which the two could meet, such as `commonTime` counts them; a pair with none is not made. */
  commonMinutes: (student: Person, mentor: Person) => number;
  /** Seed of the lottery that decides ties; publish it with the result. */
  lottery: string;
};

/** Students and mentors by id, so that the order in which people come does not matter. */
export type OpenWishes = { students: Student[]; mentors: Mentor[]; field: Field; lists: WishLists };

export function openWishes(request: MatchingRequest): OpenWishes {
  const { people, existing, assessors, commonMinutes, lottery } = request;
  const inOrder = [...people].sort((one, other) => (one.id < other.id ? -1 : 1));
  const [students, mentors] = [inOrder.filter(isStudent), inOrder.filter(isMentor)];
  const had = new Map<string, Set<string>>();
  for (const { studentId, mentorId } of existing)
    had.set(studentId, (had.get(studentId) ?? new Set()).add(mentorId));
  const standing = existing.filter(({ stands }) => stands);
  const mentorsOf = countBy(standing.map(({ studentId }) => studentId));
  const studentsOf = countBy(standing.map(({ mentorId }) => mentorId));
  const assessed = mentors.map(assessedBy(assessors));
  const field: Field = { mentors, lots: drawLots(lottery, idsOf(mentors)), had, assessed, commonMinutes };
  const lists = wishListsOf(
    students.map((student) => wishesOf(student, field)),
    {
      wanted: students.map(({ student }) => student.mentorsWanted),
      has: students.map(({ id }) => mentorsOf.get(id) ?? 0),
      places: mentors.map(({ id, mentor }) => Math.max(0, mentor.capacity - (studentsOf.get(id) ?? 0))),
      lots: drawLots(lottery, idsOf(students)),
    },
  );
  return { students, mentors, field, lists };
}

const idsOf = (people: readonly Person[]): string[] => people.map(({ id }) => id);

function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
