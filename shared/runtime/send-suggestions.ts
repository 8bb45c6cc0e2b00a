/** Sends every student who still wants a mentor a short list to choose from. */
import { civilAt } from "../domain/calendar.ts";
import { isStudent } from "../domain/matching/pairing.ts";
import { suggestFor } from "../domain/matching/suggestions.ts";
import type { Instant } from "../domain/time.ts";
import { listMentorships } from "../records/mentorships.ts";
import { listPeople } from "../records/people.ts";
import { commit, newDraft } from "./draft.ts";
import { requestOf } from "./matching-request.ts";
import type { Runtime } from "./runtime.ts";
import { tableOf } from "./table-of.ts";
import { letterToPerson } from "./write-letter.ts";

/** `some`: the time was over before everybody had a letter; doing it again goes on. */
export type Sent = "all" | "some";

/** Whoever could choose somebody gets the letter, once a day at most; nobody is written to without a mentor to choose. */
export async function sendSuggestions(runtime: Runtime, until: Instant): Promise<Sent> {
  const table = tableOf(runtime);
  const [people, mentorships] = await Promise.all([listPeople(table), listMentorships(table)]);
  const request = requestOf(runtime, people, mentorships);
  const occasion = `sent-${civilAt(runtime.now(), runtime.school.timeZone).date}`;
  for (const student of people.filter(isStudent)) {
    if ((suggestFor(request, student.id)?.length ?? 0) === 0) continue;
    if (runtime.now() > until) return "some";
    const draft = newDraft(runtime);
    draft.messages.push(
      letterToPerson(runtime, { letter: "suggestions", occasion, data: {} }, student, "student"),
    );
    await commit(runtime, draft);
  }
  return "all";
}
