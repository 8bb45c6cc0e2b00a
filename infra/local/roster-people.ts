/** The people of an administrator's roster as they would be in the school on the first day of its year. */
import { wallToInstant } from "../../shared/domain/calendar.ts";
import { emailIdentity, type Person } from "../../shared/domain/people.ts";
import type { School } from "../../shared/domain/school.ts";
import type { Instant } from "../../shared/domain/time.ts";
import { readRoster } from "../../shared/roster/read-roster.ts";
import { Mendable } from "./command-line.ts";
import { openRosterFile } from "./roster-file.ts";

/** Everybody is named by address. Throws Mendable, in sentences, on a roster with faults. */
export function readRosterPeople(
  path: string,
  schoolId: string | undefined,
  say: (line: string) => void,
): { school: School; people: Person[]; joinedAt: Instant } {
  const { bytes, school } = openRosterFile(path, schoolId, say);
  const roster = readRoster(bytes, school);
  if (!roster.ok) throw new Mendable(`${path} changed while it was read; try again.`);
  const joinedAt = wallToInstant(school.schoolYear.from, school.round.opensAt, school.timeZone);
  const people = roster.value.people.map((person) => ({
    ...person,
    id: emailIdentity(person.email),
    revision: 1,
    joinedAt,
    wantsOptionalMail: true,
    gratitude: {},
  }));
  return { school, people, joinedAt };
}
