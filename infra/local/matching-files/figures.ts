/** What `npm run match` tells of a matching: the pairs, and what they cost whom. */
import { blockingPairs } from "../../../shared/domain/matching/blocking-pairs.ts";
import { chooseBy, type MatchingMode } from "../../../shared/domain/matching/modes.ts";
import type { ToMatch } from "./match-file.ts";

export type MatchFigures = {
  /** By student, then by mentor, in the file's order. */
  pairs: [student: string, mentor: string][];
  withoutMentor: number;
  score: number;
  blockingPairs: number;
  blockingAgainstFirstMentor: number;
};

export function matchFigures({ lists, students, mentors }: ToMatch, mode: MatchingMode): MatchFigures {
  const { student, mentor, score } = lists;
  const chosen = chooseBy[mode](lists).sort(
    (one, other) => student[one]! - student[other]! || mentor[one]! - mentor[other]!,
  );
  const blocking = blockingPairs(lists, chosen);
  return {
    pairs: chosen.map((choice) => [students[student[choice]!]!, mentors[mentor[choice]!]!]),
    withoutMentor: students.length - new Set(chosen.map((choice) => student[choice])).size,
    score: chosen.reduce((sum, choice) => sum + score[choice]!, 0),
    blockingPairs: blocking.pairs,
    blockingAgainstFirstMentor: blocking.againstFirstMentor,
  };
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** One line a pair, then the figures in sentences. */
export function figuresInWords(figures: MatchFigures): string {
  const { pairs, withoutMentor, score, blockingPairs: blocking, blockingAgainstFirstMentor } = figures;
  return `${[
    ...pairs.map(([student, mentor]) => `${student}\t${mentor}`),
    "",
    `${counted(pairs.length, "pair", "pairs")}, total score ${score}; ${counted(withoutMentor, "student", "students")} without a mentor.`,
    blockingAgainstFirstMentor === 0
      ? "Checked: no student and mentor would both rather have each other than the student's first mentor."
      : `${counted(blockingAgainstFirstMentor, "student and mentor", "times a student and a mentor")} would both rather have each other than the student's first mentor, or than none.`,
    `Counting second mentors and open wishes too: ${blocking}.`,
  ].join("\n")}\n`;
}
