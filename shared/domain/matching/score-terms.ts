/** What speaks for a pair: each term gives points and, where it matters, the reason that both will read. */
import { type FocusArea, stages } from "../people.ts";
import type { Pairing } from "./pairing.ts";
import type { Reason } from "./reasons.ts";

type Term = {
  /** For the administrator's page. */
  counts: string;
  points: (pairing: Pairing) => number;
  reason?: (pairing: Pairing) => Reason | undefined;
};

/** Below this many common minutes a week, one cancelled evening leaves a pair without a meeting. */
const littleMinutes = 90;
const plentyMinutes = 240;

export const scoreTerms: readonly Term[] = [
  {
    counts: "Help with the areas of the student's goals: 30 for one, 15 for each further one, at most 60",
    points: (pairing) => rising(sharedGoals(pairing).length, 30, 15, 60),
    reason: (pairing) => {
      const areas = sharedGoals(pairing);
      return areas.length > 0 ? { about: "goals", areas } : undefined;
    },
  },
  {
    counts: "Specialties that both chose: 20 for one, 10 for a further one, at most 30",
    points: (pairing) => rising(sharedSpecialties(pairing).length, 20, 10, 30),
    reason: (pairing) => {
      const specialties = sharedSpecialties(pairing);
      return specialties.length > 0 ? { about: "specialties", specialties } : undefined;
    },
  },
  {
    counts: "A resident or attending in a specialty the student wishes for: 10",
    points: (pairing) => (walksThePath(pairing) ? 10 : 0),
    reason: (pairing) =>
      walksThePath(pairing) ? { about: "path", stage: pairing.mentor.mentor.stage } : undefined,
  },
  {
    counts: "Help with further areas the student ticked: 6 each, at most 12",
    points: (pairing) => rising(sharedFocus(pairing).length, 6, 6, 12),
    reason: (pairing) => {
      const areas = sharedFocus(pairing);
      return areas.length > 0 ? { about: "further-areas", areas } : undefined;
    },
  },
  {
    counts: "A peer who was at the student's stage not long ago: 10",
    points: (pairing) => (yearsAhead(pairing) > 0 ? 10 : 0),
    reason: (pairing) => {
      const years = yearsAhead(pairing);
      return years > 0 ? { about: "years-ahead", years, stage: pairing.mentor.mentor.stage } : undefined;
    },
  },
  {
    counts: "A mentor of the school itself, whom the student can meet in person: 4",
    points: ({ mentor }) => (["association", "online"].includes(mentor.mentor.kind) ? 0 : 4),
  },
  {
    counts: "Common free time: up to 20 for four hours a week, 10 less below an hour and a half",
    points: ({ commonMinutes }) =>
      Math.floor(Math.min(commonMinutes, plentyMinutes) / 12) - (commonMinutes < littleMinutes ? 10 : 0),
    reason: ({ commonMinutes }) => ({ about: "common-time", minutes: commonMinutes }),
  },
];

export const scoreOf = (pairing: Pairing): number => {
  let score = 0;
  for (const { points } of scoreTerms) score += points(pairing);
  return score;
};

/**
 * Between two students a mentor's place goes to the better score, and more so to the one who has few other mentors:
 * 120 points shared among all whom he or she could have. Students' own wishes look at the score alone. It places more
 * students; its price is that somebody who gives fewer hours comes a little earlier, at fewer mentors.
 */
export const pointsForFewAlternatives = (possibleMentors: number): number =>
  Math.round(120 / possibleMentors);

export const reasonsFor = (pairing: Pairing): Reason[] =>
  scoreTerms.flatMap(({ reason }) => reason?.(pairing) ?? []);

const rising = (count: number, first: number, further: number, most: number): number =>
  count === 0 ? 0 : Math.min(first + (count - 1) * further, most);

/** Goals already reached no longer count. */
const goalAreas = ({ student }: Pairing): FocusArea[] => {
  const areas: FocusArea[] = [];
  for (const { area, reachedAt } of student.student.goals)
    if (reachedAt === undefined && !areas.includes(area)) areas.push(area);
  return areas;
};

const sharedGoals = (pairing: Pairing): FocusArea[] =>
  goalAreas(pairing).filter((area) => pairing.mentor.mentor.focus.includes(area));

const sharedFocus = (pairing: Pairing): FocusArea[] => {
  const goals = goalAreas(pairing);
  return pairing.student.student.focus.filter(
    (area) => !goals.includes(area) && pairing.mentor.mentor.focus.includes(area),
  );
};

const sharedSpecialties = ({ student, mentor }: Pairing): string[] => {
  const theirs = mentor.mentor.specialties.map((name) => name.toLowerCase());
  return student.student.specialties.filter((name) => theirs.includes(name.toLowerCase()));
};

const walksThePath = (pairing: Pairing): boolean =>
  stages.indexOf(pairing.mentor.mentor.stage) >= stages.indexOf("PGY1") &&
  sharedSpecialties(pairing).length > 0;

const yearsAhead = ({ student, mentor }: Pairing): number =>
  mentor.mentor.kind === "peer"
    ? stages.indexOf(mentor.mentor.stage) - stages.indexOf(student.student.stage)
    : 0;
