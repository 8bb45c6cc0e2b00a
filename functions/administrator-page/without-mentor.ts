/** Students without a mentor, among what needs a hand: for whom nobody is found, and for whom somebody could be. */
import { html } from "hono/html";
import { proposePairs } from "../../shared/domain/matching.ts";
import type { Mentorship } from "../../shared/domain/mentorships.ts";
import type { Person } from "../../shared/domain/people.ts";
import { studentsChoose } from "../../shared/domain/school.ts";
import { isYearOver } from "../../shared/domain/school-year.ts";
import { counted } from "../../shared/letters/in-words.ts";
import type { Html } from "../../shared/pages/site.ts";
import { requestOf, takesPlace } from "../../shared/runtime/matching-request.ts";
import type { Runtime } from "../../shared/runtime/runtime.ts";

/** Counted as on the page that names them: by what the matching would propose now. */
export function withoutMentor(
  runtime: Runtime,
  people: readonly Person[],
  mentorships: readonly Mentorship[],
): Html[] {
  const paired = new Set(mentorships.filter(takesPlace).map(({ studentId }) => studentId));
  const without = people.filter(({ id, student }) => student && !paired.has(id)).length;
  // The matching looks at every student and mentor, so it is asked only where somebody is without and can still be paired.
  if (without === 0 || isYearOver(runtime.school, runtime.now())) return [];
  const request = requestOf(runtime, people, mentorships);
  const forgone = proposePairs(request, "stable").withoutMentor.length;
  const found = without - forgone;
  return [
    ...(forgone > 0
      ? [
          html`<a href="/administrator/pairs/without">${counted(forgone, "student")}</a> without a mentor, for whom the matching finds nobody now`,
        ]
      : []),
    ...(found > 0
      ? [
          html`<a href="/administrator/pairs">${counted(found, "student")}</a> without a mentor, ${studentsChoose(runtime.school) ? "who can choose one" : "to whom one can be proposed"} now`,
        ]
      : []),
  ];
}
