/** One student and one mentor who may be paired, as the score looks at them. */
import { type MentorProfile, mayMentor, type Person, type StudentProfile } from "../people.ts";

export type Student = Person & { student: StudentProfile };
export type Mentor = Person & { mentor: MentorProfile };

export type Pairing = { student: Student; mentor: Mentor; commonMinutes: number };

export const isStudent = (person: Person): person is Student => person.student !== undefined;
export const isMentor = (person: Person): person is Mentor => person.mentor !== undefined;

/** Not themselves, a peer only when further along, and a mentor from outside only once approved. Assessors are another rule. */
export const mayBePaired = (student: Student, mentor: Mentor): boolean =>
  student.id !== mentor.id && mentor.mentor.approved && mayMentor(mentor.mentor, student.student);
