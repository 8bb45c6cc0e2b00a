/** What only a student tells in his or her profile. */
import type { ProfileOfSide } from "../../shared/own-page/profile.ts";
import { parseStudent, studentFields } from "../../shared/pages/profile-form.ts";

export const studentProfile: ProfileOfSide = {
  role: "student",
  fields: studentFields,
  parse: (typed) => {
    const given = parseStudent(typed);
    return given.ok
      ? {
          ok: true,
          value: (person) =>
            person.student ? { ...person, student: { ...person.student, ...given.value } } : person,
        }
      : given;
  },
};
