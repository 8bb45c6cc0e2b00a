/** The school as it stands, in the form in which the matching is asked. */
import { commonTime } from "../domain/matching/common-time.ts";
import { lotteryOf } from "../domain/matching/lottery.ts";
import type { MatchingRequest } from "../domain/matching/open-wishes.ts";
import type { Mentorship, MentorshipState } from "../domain/mentorships.ts";
import type { Person } from "../domain/people.ts";
import type { Runtime } from "./runtime.ts";

/** In these states a mentorship takes one of its mentor's places. */
const standing: ReadonlySet<MentorshipState> = new Set(["proposed", "offered", "agreeing", "active"]);

export const takesPlace = ({ state }: Pick<Mentorship, "state">): boolean => standing.has(state);

/** A school year that the two brought to its end does not keep them from another one. */
const mayGoOn: ReadonlySet<MentorshipState> = new Set(["closing", "completed"]);

/** Pairs that stand, or that ended before their time, are not made again. */
export const requestOf = (
  { school, now }: Runtime,
  people: readonly Person[],
  mentorships: readonly Mentorship[],
): MatchingRequest => ({
  people,
  existing: mentorships
    .filter(({ state }) => !mayGoOn.has(state))
    .map(({ studentId, mentorId, state }) => ({ studentId, mentorId, stands: takesPlace({ state }) })),
  assessors: school.assessors ?? [],
  commonMinutes: commonTime(now(), school.meeting.minutes),
  lottery: lotteryOf(school),
});
