/** The mentors whom a student may choose, looked up whenever they are shown, so that a list is never stale. */
import { type Suggestion, suggestFor } from "../domain/matching/suggestions.ts";
import { studentsChoose } from "../domain/school.ts";
import { isYearOver } from "../domain/school-year.ts";
import { listMentorships, loadMentorshipsOf } from "../records/mentorships.ts";
import { listPeople } from "../records/people.ts";
import { requestOf } from "./matching-request.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";

/**
 * Everybody the student may choose now, best first. Undefined for a student who wishes for no further mentor; nobody where
 * the school does not let students choose, or once its year is over.
 */
export async function suggestionsFor(runtime: Runtime, studentId: string): Promise<Suggestion[] | undefined> {
  const table = tableOf(runtime);
  const [people, listed, own] = await Promise.all([
    listPeople(table),
    listMentorships(table),
    loadMentorshipsOf(table, studentId),
  ]);
  // Lists lag a little; what the student has is read as it stands, for it may just have ended.
  const others = listed.filter((mentorship) => mentorship.studentId !== studentId);
  const pairs = own.filter((mentorship) => mentorship.studentId === studentId);
  const suggestions = suggestFor(requestOf(runtime, people, [...others, ...pairs]), studentId);
  const open = studentsChoose(runtime.school) && !isYearOver(runtime.school, runtime.now());
  return suggestions && !open ? [] : suggestions;
}
