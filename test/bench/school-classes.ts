/** What the classes of made-up schools differ in: how much time people have, how many share a mentor, how long they meet. */
export type SchoolClass = {
  studentsPerMentor: number;
  /** The most pairs that each mentor takes, drawn evenly. */
  capacities: readonly number[];
  /** How many mentors a student has, drawn evenly. */
  mentorsPerStudent: readonly number[];
  minutes: readonly number[];
  /** Everybody's windows lie in this one afternoon; otherwise they are scattered over the week. */
  protectedAfternoon?: { weekday: number; from: number; to: number };
  student: Windows;
  mentor: Windows;
};

export type Windows = {
  aWeek: readonly number[];
  lengths: readonly number[];
  /** Out of a hundred, how many weeks a person is away, and how many of the windows are preferred. */
  awayPercent: number;
  preferredPercent: number;
};

const afternoon = { weekday: 2, from: 780, to: 1020 };

export const schoolClasses = {
  easy: {
    studentsPerMentor: 2,
    capacities: [1, 2, 2, 3, 3, 3, 4, 5],
    mentorsPerStudent: [1, 1, 1, 2],
    minutes: [30, 30, 30, 30, 30, 30, 30, 45, 45, 60],
    student: {
      aWeek: [4, 5, 6, 7],
      lengths: [60, 60, 90, 90, 120, 150],
      awayPercent: 10,
      preferredPercent: 60,
    },
    mentor: { aWeek: [3, 4], lengths: [90, 120, 120, 150, 180], awayPercent: 10, preferredPercent: 60 },
  },
  medium: {
    studentsPerMentor: 2.1,
    capacities: [1, 2, 2, 3, 3, 3, 4, 5],
    mentorsPerStudent: [1, 1, 1, 2],
    minutes: [30, 30, 30, 30, 45, 45, 60],
    student: { aWeek: [3, 4, 5], lengths: [60, 60, 60, 90, 120], awayPercent: 15, preferredPercent: 50 },
    mentor: { aWeek: [1, 2], lengths: [60, 90, 120], awayPercent: 15, preferredPercent: 70 },
  },
  tight: {
    studentsPerMentor: 2.3,
    capacities: [2, 3, 3, 3, 4, 5],
    mentorsPerStudent: [1, 1, 1, 2, 2],
    minutes: [30, 30, 30, 45, 45, 60, 60],
    student: { aWeek: [3, 4], lengths: [45, 60, 60, 90, 120], awayPercent: 20, preferredPercent: 50 },
    mentor: { aWeek: [1, 1, 2], lengths: [45, 60, 60, 75, 90], awayPercent: 15, preferredPercent: 75 },
  },
  protected: {
    studentsPerMentor: 2.2,
    capacities: [2, 3, 3, 4, 4, 5, 5],
    mentorsPerStudent: [1, 2, 2],
    minutes: [30, 30, 30, 45, 45, 60],
    protectedAfternoon: afternoon,
    student: { aWeek: [1], lengths: [90, 120, 150, 180, 240], awayPercent: 20, preferredPercent: 60 },
    mentor: { aWeek: [1], lengths: [60, 75, 90], awayPercent: 38, preferredPercent: 60 },
  },
  "stress-two": {
    studentsPerMentor: 2.1,
    capacities: [3, 4, 5, 5],
    mentorsPerStudent: [2],
    minutes: [30, 45, 60],
    protectedAfternoon: afternoon,
    student: { aWeek: [1], lengths: [60, 75, 90, 120], awayPercent: 20, preferredPercent: 60 },
    mentor: { aWeek: [1], lengths: [60, 75, 90], awayPercent: 38, preferredPercent: 60 },
  },
  "stress-three": {
    studentsPerMentor: 1.75,
    capacities: [3, 4, 5, 5],
    mentorsPerStudent: [1, 2, 3, 3, 3],
    minutes: [30, 30, 30, 45, 60],
    protectedAfternoon: afternoon,
    student: { aWeek: [1], lengths: [90, 120, 150, 180, 240], awayPercent: 20, preferredPercent: 60 },
    mentor: { aWeek: [1], lengths: [60, 75, 90], awayPercent: 38, preferredPercent: 60 },
  },
  "stress-bigcap": {
    studentsPerMentor: 5.4,
    capacities: [6, 8, 8, 10, 12],
    mentorsPerStudent: [1, 1, 2],
    minutes: [30, 30, 30, 45, 60],
    student: { aWeek: [3, 4], lengths: [45, 60, 60, 90, 120], awayPercent: 20, preferredPercent: 55 },
    mentor: { aWeek: [2, 3], lengths: [90, 120, 180], awayPercent: 10, preferredPercent: 60 },
  },
} as const satisfies Record<string, SchoolClass>;
export type ClassName = keyof typeof schoolClasses;
