/** How long an answer to "did you meet?" can be changed: until the two agree, or the time to answer is over. */
import { html } from "hono/html";
import { answersCloseAt } from "../domain/lifecycle/meeting-steps.ts";
import type { Meeting } from "../domain/meetings.ts";
import { describeDayAt } from "../domain/moments.ts";
import { otherRole, type Person, type Role } from "../domain/people.ts";
import type { School } from "../domain/school.ts";
import { isolated } from "./names.ts";
import type { Html } from "./site.ts";

/** For a reader in this role who has answered, by his or her own clock. */
export function untilWhen(meeting: Meeting, role: Role, reader: Person, other: Person, school: School): Html {
  const name = isolated(other.name);
  if (!meeting.answers[otherRole(role)])
    return html`Until ${name} has answered as well, you can still change your answer.`;
  const lastDay = describeDayAt(answersCloseAt(meeting, { school }) - 1, reader.timeZone);
  return html`${name} says otherwise. Until ${lastDay}, each of you can still change the answer; if they go on to differ, it is kept as not known.`;
}
