/** What only a mentor tells in his or her profile, and what follows from it for the pairs. */
import { outsideKinds } from "../../shared/domain/people.ts";
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
        // Nobody approves himself or herself, and whoever says to come from outside waits for an administrator.
        const movesOut = outsideKinds.includes(mentor.kind) && !outsideKinds.includes(person.mentor.kind);
        const approved = person.mentor.approved && !movesOut;
        return { ...person, mentor: { ...mentor, approved } };
      },
    };
  },
  follow: async (runtime, personId) => {
    await endAssessedPairs(runtime, personId);
    await meetElsewhere(runtime, personId);
  },
};
