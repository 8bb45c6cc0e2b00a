/** Nobody is mentored by somebody who grades or assesses him or her (LCME 11.1): who these are, by the school's list and the mentors' word. */
import { emailIdentity, type Person } from "./people.ts";

/** The addresses of a student and of a mentor who grades or assesses that student. */
export type Assessment = { student: string; mentor: string };

type Known = Pick<Person, "email" | "mentor">;

/** True when the school's list or the mentor says so, whatever the case of the addresses. */
export function assesses(listed: readonly Assessment[], mentor: Known, student: Known): boolean {
  const [one, other] = [emailIdentity(student.email), emailIdentity(mentor.email)];
  return (
    (mentor.mentor?.assesses ?? []).some((address) => emailIdentity(address) === one) ||
    listed.some((pair) => emailIdentity(pair.student) === one && emailIdentity(pair.mentor) === other)
  );
}

/** The same for a whole school at once: the addresses of those whom a mentor assesses. */
export function assessedBy(listed: readonly Assessment[]): (mentor: Known) => ReadonlySet<string> {
  const byMentor = new Map<string, string[]>();
  for (const { student, mentor } of listed) {
    const of = emailIdentity(mentor);
    byMentor.set(of, [...(byMentor.get(of) ?? []), emailIdentity(student)]);
  }
  return ({ email, mentor }) =>
    new Set([
      ...(byMentor.get(emailIdentity(email)) ?? []),
      ...(mentor?.assesses ?? []).map((address) => emailIdentity(address)),
    ]);
}
