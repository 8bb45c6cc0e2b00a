/** People for the matching: each is free on Monday evening unless told otherwise. */
import fc from "fast-check";
import { parseWindows } from "../../../shared/domain/availability-text.ts";
import { commonTime } from "../../../shared/domain/matching/common-time.ts";
import type { Mentor, Student } from "../../../shared/domain/matching/pairing.ts";
import {
  focusAreas,
  type MentorProfile,
  mentorKinds,
  type Person,
  type StudentProfile,
  stages,
  studentStages,
} from "../../../shared/domain/people.ts";

type Life = { free?: string; zone?: string };

const person = (id: string, { free = "Mon 17:00-19:00", zone = "America/New_York" }: Life): Person => {
  const weekly = parseWindows(free);
  if (!weekly.ok) throw new Error(weekly.refusal.join(" "));
  return {
    id,
    revision: 1,
    email: `${id}@school.example.edu`,
    name: id,
    timeZone: zone,
    joinedAt: 0,
    availability: { weekly: weekly.value, overrides: [], absences: [] },
    wantsOptionalMail: true,
    gratitude: {},
  };
};

export const student = (id: string, profile: Partial<StudentProfile> = {}, life: Life = {}): Student => ({
  ...person(id, life),
  student: {
    stage: "MS2",
    specialties: [],
    focus: [],
    goals: [{ area: "research", text: "A first poster" }],
    mentorsWanted: 1,
    ...profile,
  },
});

export const mentor = (id: string, profile: Partial<MentorProfile> = {}, life: Life = {}): Mentor => ({
  ...person(id, life),
  mentor: {
    kind: "faculty",
    stage: "attending",
    specialties: [],
    focus: [],
    capacity: 1,
    place: "",
    approved: true,
    ...profile,
  },
});

export const december = Date.UTC(2026, 11, 1);
export const around = (people: readonly Person[], lottery = "2026") => ({
  people,
  existing: [],
  assessors: [],
  lottery,
  commonMinutes: commonTime(december, 45),
});

const anyFree = fc
  .uniqueArray(
    fc.constantFrom("Mon 9:00-11:00", "Mon 10:00-12:00", "Tue 9:00-9:50", "Wed 20:00-21:00 if needed"),
    { minLength: 1, maxLength: 2 },
  )
  .map((windows) => windows.join("; "));
const anyOf = <Word extends string>(words: readonly Word[]) => fc.subarray([...words], { maxLength: 3 });
const specialties = ["pediatrics", "surgery", "neurology"];

const anyStudent = (mostWanted: number) =>
  fc.record({
    profile: fc.record({
      stage: fc.constantFrom(...studentStages),
      specialties: anyOf(specialties),
      focus: anyOf(focusAreas),
      goals: fc
        .uniqueArray(fc.constantFrom(...focusAreas), { minLength: 1, maxLength: 2 })
        .map((areas) => areas.map((area) => ({ area, text: "x" }))),
      mentorsWanted: fc.integer({ min: 1, max: mostWanted }),
    }),
    free: anyFree,
  });

const anyMentor = fc.record({
  profile: fc.record({
    kind: fc.constantFrom(...mentorKinds),
    stage: fc.constantFrom(...stages),
    specialties: anyOf(specialties),
    focus: anyOf(focusAreas),
    capacity: fc.integer({ min: 1, max: 3 }),
    approved: fc.boolean(),
  }),
  free: anyFree,
});

/** A small school, some of whose students are peer mentors too. */
export const anySmallSchool = (mostWanted: number): fc.Arbitrary<Person[]> =>
  fc
    .record({
      students: fc.array(anyStudent(mostWanted), { maxLength: 9 }),
      mentors: fc.array(anyMentor, { maxLength: 6 }),
      both: fc.array(fc.record({ one: anyStudent(mostWanted), other: anyMentor }), { maxLength: 2 }),
    })
    .map(({ students, mentors, both }) => [
      ...students.map(({ profile, free }, index) => student(`s${index}`, profile, { free })),
      ...mentors.map(({ profile, free }, index) => mentor(`m${index}`, profile, { free })),
      ...both.map(({ one, other }, index) => ({
        ...student(`b${index}`, one.profile, { free: one.free }),
        ...{
          mentor: mentor("x", { ...other.profile, kind: "peer", stage: one.profile.stage, approved: true })
            .mentor,
        },
      })),
    ]);
