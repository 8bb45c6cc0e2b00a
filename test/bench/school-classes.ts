/**
 * What the classes of made-up schools differ in: how much time people have, how many share a mentor, how long they meet.
 * The figures are read off the known school of each class, of 1,000 students or for the stress classes of 200. What a
 * school does not tell, places that stayed empty and how pairs came about, is set so that the share of pairs without
 * common time, the starts of a pair, and the share that a best plan places come out as there.
 */
export type SchoolClass = {
  studentsPerMentor: number;
  /** The most pairs that each mentor takes; a few places stay empty. */
  capacities: Shares;
  /** How many mentors a student has. */
  mentorsPerStudent: Shares;
  minutes: Shares;
  pairing: Pairing;
  /** Everybody's windows lie in this one afternoon; otherwise they are scattered over the week. */
  protectedAfternoon?: { weekday: number; from: number; to: number };
  student: Windows;
  mentor: Windows & {
    /** Out of a hundred mentors who take three pairs or more, how many give one more window a week. */
    furtherWindowPercent: number;
  };
};

/** How a student comes to a mentor: of the places looked at, the one with the most common starts. */
export type Pairing = {
  /** How many places a student looks at, at most; who looks at one takes whoever it is. */
  looks: Shares;
  /** After so many with common time the student looks no further. */
  enough: number;
};

export type Windows = {
  aWeek: Shares;
  lengths: Shares;
  /** When windows begin that are scattered over the week: a part of the day, and in it any start alike. */
  starts?: readonly (readonly number[])[];
  /** No two windows on one weekday. */
  oneADay?: true;
  /** How long a window from noon is, if not like the others: the hour between lectures. */
  noonMinutes?: number;
  /** Out of a hundred, how many weeks a person is away, and how many of the windows are preferred. */
  awayPercent: number;
  preferredPercent: number;
};

/** Values to draw from; one that stands there more often is drawn more often. */
type Shares = readonly number[];

/** Each value as many times as its share says, mostly out of a hundred. */
function shares(ofEach: Readonly<Record<number, number>>): Shares {
  return Object.entries(ofEach).flatMap(([value, share]) => Array<number>(share).fill(Number(value)));
}

export const noon = 720;
const partsOfDay = {
  morning: startsBetween(540, 705),
  noon: [noon],
  afternoon: startsBetween(750, 945),
  late: startsBetween(975, 1065),
  evening: startsBetween(1080, 1170),
};

function startsBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: (last - first) / 15 + 1 }, (_, index) => first + 15 * index);
}

/** The starts of a part of the day, each part as often as its percents say. */
function startsIn(
  percents: Readonly<Record<keyof typeof partsOfDay, number>>,
): readonly (readonly number[])[] {
  return Object.entries(partsOfDay).flatMap(([part, starts]) =>
    Array<readonly number[]>(percents[part as keyof typeof partsOfDay]).fill(starts),
  );
}

const afternoon = { weekday: 2, from: 780, to: 1020 };
/** Looking until enough is found, yet not without end. */
const untilFound = 200;
/** When students' windows begin, and mentors' who are asked for more or less of their working day. */
const betweenLectures = startsIn({ morning: 11, noon: 22, afternoon: 27, late: 35, evening: 5 });
const aroundWork = startsIn({ morning: 16, noon: 16, afternoon: 22, late: 33, evening: 13 });
const afterWork = startsIn({ morning: 6, noon: 16, afternoon: 16, late: 50, evening: 12 });

export const schoolClasses = {
  easy: {
    studentsPerMentor: 2,
    capacities: shares({ 1: 12, 2: 26, 3: 37, 4: 15, 5: 10 }),
    mentorsPerStudent: shares({ 1: 76, 2: 24 }),
    minutes: shares({ 30: 76, 45: 17, 60: 7 }),
    pairing: { looks: shares({ 1: 1, [untilFound]: 59 }), enough: 2 },
    student: {
      aWeek: shares({ 1: 1, 2: 6, 3: 13, 4: 15, 5: 18, 6: 17, 7: 14, 8: 10, 9: 4, 10: 2 }),
      lengths: shares({ 45: 2, 60: 17, 75: 7, 90: 37, 120: 21, 150: 9, 180: 5, 210: 2 }),
      starts: startsIn({ morning: 7, noon: 23, afternoon: 25, late: 38, evening: 7 }),
      noonMinutes: 60,
      awayPercent: 6,
      preferredPercent: 63,
    },
    mentor: {
      aWeek: [3],
      furtherWindowPercent: 100,
      lengths: shares({ 90: 25, 120: 39, 150: 24, 180: 12 }),
      starts: afterWork,
      oneADay: true,
      awayPercent: 10,
      preferredPercent: 60,
    },
  },
  medium: {
    studentsPerMentor: 2.083,
    capacities: shares({ 1: 10, 2: 28, 3: 36, 4: 16, 5: 10 }),
    mentorsPerStudent: shares({ 1: 70, 2: 30 }),
    minutes: shares({ 30: 56, 45: 28, 60: 16 }),
    pairing: { looks: shares({ 1: 1, [untilFound]: 23 }), enough: 2 },
    student: {
      aWeek: shares({ 1: 5, 2: 21, 3: 25, 4: 24, 5: 15, 6: 7, 7: 2, 8: 1 }),
      lengths: shares({ 30: 3, 45: 7, 60: 25, 75: 10, 90: 24, 120: 19, 150: 8, 180: 4 }),
      starts: betweenLectures,
      noonMinutes: 60,
      awayPercent: 12,
      preferredPercent: 60,
    },
    mentor: {
      aWeek: [1],
      furtherWindowPercent: 75,
      lengths: shares({ 60: 37, 90: 38, 120: 25 }),
      starts: aroundWork,
      oneADay: true,
      awayPercent: 15,
      preferredPercent: 60,
    },
  },
  tight: {
    studentsPerMentor: 2.326,
    capacities: shares({ 1: 3, 2: 16, 3: 33, 4: 25, 5: 23 }),
    mentorsPerStudent: shares({ 1: 60, 2: 40 }),
    minutes: shares({ 30: 40, 45: 30, 60: 30 }),
    pairing: { looks: shares({ 1: 1, [untilFound]: 29 }), enough: 1 },
    student: {
      aWeek: shares({ 1: 5, 2: 30, 3: 33, 4: 18, 5: 9, 6: 4, 7: 1 }),
      lengths: shares({ 30: 4, 45: 12, 60: 26, 75: 9, 90: 21, 120: 17, 150: 7, 180: 4 }),
      starts: betweenLectures,
      noonMinutes: 60,
      awayPercent: 12,
      preferredPercent: 60,
    },
    mentor: {
      aWeek: [1],
      furtherWindowPercent: 39,
      lengths: shares({ 45: 9, 60: 46, 75: 22, 90: 23 }),
      starts: aroundWork,
      oneADay: true,
      awayPercent: 15,
      preferredPercent: 60,
    },
  },
  protected: {
    studentsPerMentor: 2.18,
    capacities: shares({ 1: 1, 2: 12, 3: 25, 4: 28, 5: 34 }),
    mentorsPerStudent: shares({ 1: 29, 2: 71 }),
    minutes: shares({ 30: 49, 45: 31, 60: 20 }),
    pairing: { looks: [2], enough: 2 },
    protectedAfternoon: afternoon,
    student: { aWeek: [1], lengths: [90, 120, 150, 180, 240], awayPercent: 20, preferredPercent: 63 },
    mentor: {
      aWeek: [1],
      furtherWindowPercent: 0,
      lengths: [60, 75, 90],
      awayPercent: 37,
      preferredPercent: 60,
    },
  },
  "stress-two": {
    studentsPerMentor: 2.128,
    capacities: shares({ 3: 19, 4: 34, 5: 47 }),
    mentorsPerStudent: [2],
    minutes: shares({ 30: 39, 45: 31, 60: 30 }),
    pairing: { looks: [1, 2, 2, 2], enough: 2 },
    protectedAfternoon: afternoon,
    student: { aWeek: [1], lengths: [60, 75, 90, 120], awayPercent: 20, preferredPercent: 60 },
    mentor: {
      aWeek: [1],
      furtherWindowPercent: 0,
      lengths: [60, 75, 90],
      awayPercent: 38,
      preferredPercent: 65,
    },
  },
  "stress-three": {
    studentsPerMentor: 1.754,
    capacities: shares({ 3: 18, 4: 38, 5: 44 }),
    mentorsPerStudent: shares({ 1: 25, 2: 13, 3: 62 }),
    minutes: shares({ 30: 55, 45: 26, 60: 19 }),
    pairing: { looks: [1, 2, 2, 2], enough: 2 },
    protectedAfternoon: afternoon,
    student: { aWeek: [1], lengths: [90, 120, 150, 180, 240], awayPercent: 20, preferredPercent: 64 },
    mentor: {
      aWeek: [1],
      furtherWindowPercent: 0,
      lengths: [60, 75, 90],
      awayPercent: 38,
      preferredPercent: 65,
    },
  },
  "stress-bigcap": {
    studentsPerMentor: 5.405,
    capacities: shares({ 6: 18, 8: 50, 10: 19, 12: 13 }),
    mentorsPerStudent: shares({ 1: 57, 2: 43 }),
    minutes: shares({ 30: 59, 45: 27, 60: 14 }),
    pairing: { looks: [untilFound], enough: 2 },
    student: {
      aWeek: shares({ 1: 8, 2: 26, 3: 24, 4: 26, 5: 10, 6: 4, 7: 1, 8: 1 }),
      lengths: shares({ 30: 3, 45: 6, 60: 22, 75: 13, 90: 23, 120: 22, 150: 7, 180: 4 }),
      starts: betweenLectures,
      noonMinutes: 60,
      awayPercent: 12,
      preferredPercent: 60,
    },
    mentor: {
      aWeek: [2],
      furtherWindowPercent: 65,
      lengths: shares({ 90: 33, 120: 42, 180: 25 }),
      starts: afterWork,
      oneADay: true,
      awayPercent: 12,
      preferredPercent: 60,
    },
  },
} as const satisfies Record<string, SchoolClass>;
export type ClassName = keyof typeof schoolClasses;
