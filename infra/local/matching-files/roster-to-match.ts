/** An administrator's roster as the matching would see it on the first day of the school year. */
import { wallToInstant } from "../../../shared/domain/calendar.ts";
import { commonTime } from "../../../shared/domain/matching/common-time.ts";
import { lotteryOf } from "../../../shared/domain/matching/lottery.ts";
import { openWishes } from "../../../shared/domain/matching/open-wishes.ts";
import { emailIdentity } from "../../../shared/domain/people.ts";
import { readRoster } from "../../../shared/roster/read-roster.ts";
import { Mendable } from "../command-line.ts";
import { openRosterFile } from "../roster-file.ts";
import type { ToMatch } from "./match-file.ts";

/** Everybody is named by address. Mentors from outside are not approved by a file, and so have no student yet. */
export function readRosterToMatch(
  path: string,
  schoolId: string | undefined,
  say: (line: string) => void,
): ToMatch {
  const { bytes, school } = openRosterFile(path, schoolId, say);
  const roster = readRoster(bytes, school);
  if (!roster.ok) throw new Mendable(`${path} changed while it was read; try again.`);
  const day = wallToInstant(school.schoolYear.from, school.round.opensAt, school.timeZone);
  const { lists, students, mentors } = openWishes({
    people: roster.value.people.map((person) => ({
      ...person,
      id: emailIdentity(person.email),
      revision: 1,
      joinedAt: day,
      wantsOptionalMail: true,
      gratitude: {},
    })),
    existing: [],
    assessors: school.assessors ?? [],
    commonMinutes: commonTime(day, school.meeting.minutes),
    lottery: lotteryOf(school),
  });
  return { lists, students: students.map(({ id }) => id), mentors: mentors.map(({ id }) => id) };
}
