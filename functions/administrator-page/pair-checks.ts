/** What can be said of proposals before they are confirmed: whether they are stable, and by which lottery ties were decided. */
import type { Blocking } from "../../shared/domain/matching/blocking-pairs.ts";
import { lotteryOf } from "../../shared/domain/matching/lottery.ts";
import type { School } from "../../shared/domain/school.ts";

export const lotterySentence = (school: School): string =>
  `Ties are decided by lot. The seed of the lottery is “${lotteryOf(school)}”: with it anybody can draw the same lots again.`;

/** From a count that shares nothing with the matching. */
export const checkedSentence = ({ againstFirstMentor }: Blocking): string =>
  againstFirstMentor === 0
    ? "Checked: no student and mentor would both rather have each other than the student's first mentor."
    : againstFirstMentor === 1
      ? "Checked: one student and one mentor would both rather have each other than the student's first mentor, or than none."
      : `Checked: ${againstFirstMentor} times a student and a mentor would both rather have each other than the student's first mentor, or than none.`;
