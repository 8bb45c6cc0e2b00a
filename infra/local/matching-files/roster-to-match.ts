/** An administrator's roster as the matching would see it on the first day of the school year. */
import { commonTime } from "../../../shared/domain/matching/common-time.ts";
import { lotteryOf } from "../../../shared/domain/matching/lottery.ts";
import { openWishes } from "../../../shared/domain/matching/open-wishes.ts";
import { readRosterPeople } from "../roster-people.ts";
import type { ToMatch } from "./match-file.ts";

/** Everybody is named by address. Mentors from outside are not approved by a file, and so have no student yet. */
export function readRosterToMatch(
  path: string,
  schoolId: string | undefined,
  say: (line: string) => void,
): ToMatch {
  const { school, people, joinedAt } = readRosterPeople(path, schoolId, say);
  const { lists, students, mentors } = openWishes({
    people,
    existing: [],
    assessors: school.assessors ?? [],
    commonMinutes: commonTime(joinedAt, school.meeting.minutes),
    lottery: lotteryOf(school),
  });
  return { lists, students: students.map(({ id }) => id), mentors: mentors.map(({ id }) => id) };
}
