/** A student chooses a mentor from the suggestions: the two become an offer, the mentor is asked, and a place is held meanwhile. */
import { advance } from "../domain/lifecycle/engine.ts";
import { mentorshipLife } from "../domain/lifecycle/mentorship-life.ts";
import type { Mentorship } from "../domain/mentorships.ts";
import { accept, type Result, refuse } from "../domain/result.ts";
import { isYearOver } from "../domain/school-year.ts";
import { loadMentorshipsOf } from "../records/mentorships.ts";
import { loadPeople } from "../records/people.ts";
import { commit, draftMentorship, draftPerson, newDraft, persist } from "./draft.ts";
import { takesPlace } from "./matching-request.ts";
import { newProposal } from "./new-proposal.ts";
import type { Runtime } from "./runtime.ts";
import { suggestionsFor } from "./suggestions.ts";
import { tableOf } from "./table-of.ts";

/** `mentor-taken`: not among those whom the student may choose now, most often because the last place is gone. */
export type ChooseRefusal = "not-possible-now" | "mentor-taken" | "no-such-person";

/** The same choice again is accepted and changes nothing. */
export const chooseMentor = (
  runtime: Runtime,
  studentId: string,
  mentorId: string,
): Promise<Result<Mentorship, ChooseRefusal>> =>
  persist<Result<Mentorship, ChooseRefusal>>(async () => {
    const table = tableOf(runtime);
    // The two are read first: whatever changes their pairs after this raises their revisions.
    const people = await loadPeople(table, [studentId, mentorId]);
    const student = people.find(({ id }) => id === studentId);
    const mentor = people.find(({ id }) => id === mentorId);
    if (!student || !mentor?.mentor) return refuse(student ? "mentor-taken" : "no-such-person");
    const pairs = await loadMentorshipsOf(table, mentorId);
    const asked = pairs.find((pair) => pair.studentId === studentId && pair.state === "offered");
    if (asked) return accept(asked);
    if (isYearOver(runtime.school, runtime.now())) return refuse("not-possible-now");
    const suggestions = await suggestionsFor(runtime, studentId);
    if (!suggestions) return refuse("not-possible-now");
    const suggestion = suggestions.find((it) => it.mentor.id === mentorId);
    const taken = pairs.filter((pair) => pair.mentorId === mentorId && takesPlace(pair)).length;
    if (!suggestion || taken >= mentor.mentor.capacity) return refuse("mentor-taken");

    const draft = newDraft(runtime);
    const pair = { student, mentor };
    const proposal = newProposal(runtime, { studentId, mentorId, reasons: suggestion.reasons }, pairs);
    const event = { type: "chosen", by: "student" } as const;
    const around = { school: runtime.school, pair, now: draft.now };
    const chosen = advance(mentorshipLife, proposal, event, around);
    if (!chosen.ok) return refuse("not-possible-now");
    const { after, letters } = chosen.value;
    draftMentorship(runtime, draft, { after, before: undefined, letters, pair });
    // Two who choose at once meet here: of one mentor's last place, and of one student's wish, only one is given.
    draftPerson(runtime, draft, student, student);
    draftPerson(runtime, draft, mentor, mentor);
    return (await commit(runtime, draft)) === undefined ? accept(after) : "changed-meanwhile";
  });
