/** What only a mentor tells in his or her profile, and what follows from it for the pairs. */
import { keepsApproval } from "../../shared/domain/people.ts";
import type { ProfileOfSide } from "../../shared/own-page/profile.ts";
import { mentorFields, parseMentor } from "../../shared/pages/profile-form.ts";
import { endAssessedPairs } from "../../shared/runtime/end-assessed-pairs.ts";
import { meetElsewhere } from "../../shared/runtime/meet-elsewhere.ts";

export const mentorProfile: ProfileOfSide = {
  role: "mentor",
  fields: mentorFields,
  parse: (typed) => {
    const given = parseMentor(typed);
    if (!given.ok) return given;
    const mentor = given.value;
    return {
      ok: true,
      value: (person) => {
        if (!person.mentor) return person;
        // Nobody approves himself or herself.
        return { ...person, mentor: { ...mentor, approved: keepsApproval(person.mentor, mentor.kind) } };
      },
    };
  },
  follow: async (runtime, personId) => {
    await endAssessedPairs(runtime, personId);
    await meetElsewhere(runtime, personId);
  },
};
