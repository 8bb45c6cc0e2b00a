/** A student's suggestions are the wish list of the matching, without whom nobody can have: full, had before, or assessing. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { openWishes } from "../../../shared/domain/matching/open-wishes.ts";
import { isStudent } from "../../../shared/domain/matching/pairing.ts";
import { suggestFor } from "../../../shared/domain/matching/suggestions.ts";
import { anySmallSchool, around, mentor, student } from "./cast.ts";

const sam = student("sam", { specialties: ["surgery"] });
const asked = { studentId: "sam", mentorId: "best", stands: true };
const people = [
  sam,
  student("other"),
  mentor("fine", {}),
  mentor("best", { focus: ["research"], specialties: ["surgery"] }),
  mentor("good", { focus: ["research"] }),
  mentor("never free", { focus: ["research"] }, { free: "Sun 6:00-6:30" }),
];
const namesOf = (request: Parameters<typeof suggestFor>[0], id = "sam") =>
  suggestFor(request, id)?.map((it) => it.mentor.id);

it("come best first, with the reasons", () => {
  expect(suggestFor(around(people), "sam")?.map(({ mentor: { id }, reasons }) => [id, reasons])).toEqual([
    [
      "best",
      [
        { about: "goals", areas: ["research"] },
        { about: "specialties", specialties: ["surgery"] },
        { about: "path", stage: "attending" },
        { about: "common-time", minutes: 120 },
      ],
    ],
    [
      "good",
      [
        { about: "goals", areas: ["research"] },
        { about: "common-time", minutes: 120 },
      ],
    ],
    ["fine", [{ about: "common-time", minutes: 120 }]],
  ]);
});

it("hold the place of a mentor who is asked, and never name one who said no", () => {
  expect(namesOf({ ...around(people), existing: [asked] }, "other")).not.toContain("best");
  expect(namesOf({ ...around(people), existing: [{ ...asked, stands: false }] })).toEqual(["good", "fine"]);
  expect(namesOf({ ...around(people), existing: [{ ...asked, stands: false }] }, "other")).toContain("best");
});

it("leave out whoever assesses the student", () => {
  const assessors = [{ student: sam.email, mentor: "best@school.example.edu" }];
  expect(namesOf({ ...around(people), assessors })).toEqual(["good", "fine"]);
});

it("are not made for somebody who has whom he or she wished for, nor for a mentor", () => {
  expect(namesOf({ ...around(people), existing: [asked] })).toBeUndefined();
  expect(namesOf(around(people), "best")).toBeUndefined();
});

it("are in the order of the student's wishes in any school", () => {
  fc.assert(
    fc.property(anySmallSchool(3), (any) => {
      const { students, mentors, lists } = openWishes(around(any));
      for (const [index, { id }] of students.entries()) {
        const wishes = [...lists.mentor.slice(lists.first[index]!, lists.first[index + 1]!)];
        expect(namesOf(around(any), id)).toEqual(wishes.map((wish) => mentors[wish]!.id));
      }
      expect(students).toHaveLength(any.filter(isStudent).length);
    }),
    { numRuns: 60 },
  );
});
