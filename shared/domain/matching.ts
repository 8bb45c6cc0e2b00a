/** Proposes who could mentor whom, with the reasons; an administrator looks at it and confirms. */
import { type Blocking, blockingPairs } from "./matching/blocking-pairs.ts";
import { chooseBy, type MatchingMode } from "./matching/modes.ts";
import { type MatchingRequest, type OpenWishes, openWishes } from "./matching/open-wishes.ts";
import type { Reason } from "./matching/reasons.ts";
import { reasonsFor } from "./matching/score-terms.ts";
import { whyWithout } from "./matching/wishes.ts";

export type ProposedPair = { studentId: string; mentorId: string; score: number; reasons: Reason[] };
export type Proposal = {
  /** By student, then by mentor. */
  pairs: ProposedPair[];
  /** Students who have no mentor and get none. */
  withoutMentor: { studentId: string; why: string }[];
  /** Who would both rather have each other: counted from the pairs alone, whichever mode made them. */
  blocking: Blocking;
};

/**
 * The stable mode gives everybody a first mentor, then second ones, then third ones, each time by deferred acceptance: no
 * student and mentor would both rather have each other than the first mentor and the students they got. For a student who
 * wants one mentor, honest wishes are the best wishes; not so for second mentors, nor for mentors. The other mode leaves
 * the fewest students without a mentor. The order of the people does not matter to either.
 */
export const proposePairs = (request: MatchingRequest, mode: MatchingMode): Proposal =>
  proposeFor(openWishes(request), mode);

/** The same for wishes that were gathered before, so that both modes can be compared at the cost of one. */
export function proposeFor({ students, mentors, field, lists }: OpenWishes, mode: MatchingMode): Proposal {
  const chosen = chooseBy[mode](lists).sort(
    (one, other) => lists.student[one]! - lists.student[other]! || lists.mentor[one]! - lists.mentor[other]!,
  );
  const matched = new Set(chosen.map((choice) => lists.student[choice]!));
  return {
    pairs: chosen.map((choice) => {
      const [student, mentor] = [students[lists.student[choice]!]!, mentors[lists.mentor[choice]!]!];
      const reasons = reasonsFor({ student, mentor, commonMinutes: field.commonMinutes(student, mentor) });
      return { studentId: student.id, mentorId: mentor.id, score: lists.score[choice]!, reasons };
    }),
    withoutMentor: students.flatMap((student, index) =>
      matched.has(index) || lists.has[index]! > 0
        ? []
        : {
            studentId: student.id,
            why: whyWithout(student, lists.first[index + 1]! - lists.first[index]!, field),
          },
    ),
    blocking: blockingPairs(lists, chosen),
  };
}

/** The same check for proposals that were made earlier, on the school as it is now; pairs no longer possible are left out. */
export function blockingOf(
  request: MatchingRequest,
  proposals: readonly { studentId: string; mentorId: string }[],
): Blocking {
  const { students, mentors, lists } = openWishes(request);
  const proposed = new Set(proposals.map(({ studentId, mentorId }) => `${studentId} ${mentorId}`));
  const chosen = [...lists.student.keys()].filter((choice) =>
    proposed.has(`${students[lists.student[choice]!]!.id} ${mentors[lists.mentor[choice]!]!.id}`),
  );
  return blockingPairs(lists, chosen);
}
