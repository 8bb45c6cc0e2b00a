/** Whom one student could have as a mentor now: the student's own wish list with the reasons, and only mentors with a free place. */
import { type MatchingRequest, openWishes } from "./open-wishes.ts";
import { isMentor, type Mentor } from "./pairing.ts";
import type { Reason } from "./reasons.ts";
import { reasonsFor } from "./score-terms.ts";

export type Suggestion = { mentor: Mentor; reasons: Reason[] };

/** A list that can be read in a minute. */
export const suggestionsMax = 3;

/** Everybody the student may choose, best first, by the rules of the matching; undefined for a student who wishes for no further mentor. */
export function suggestFor(request: MatchingRequest, studentId: string): Suggestion[] | undefined {
  const people = request.people.filter((person) => isMentor(person) || person.id === studentId);
  const { students, mentors, field, lists } = openWishes({ ...request, people });
  const index = students.findIndex(({ id }) => id === studentId);
  const student = students[index];
  if (!student || lists.has[index]! >= lists.wanted[index]!) return undefined;
  const suggestions: Suggestion[] = [];
  for (let choice = lists.first[index]!; choice < lists.first[index + 1]!; choice++) {
    const mentor = mentors[lists.mentor[choice]!]!;
    if (lists.places[lists.mentor[choice]!]! > 0)
      suggestions.push({
        mentor,
        reasons: reasonsFor({ student, mentor, commonMinutes: field.commonMinutes(student, mentor) }),
      });
  }
  return suggestions;
}
