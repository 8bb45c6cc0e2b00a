/** People are found by their ids: one who teaches and is taught is one person, and nobody is planned who is not listed. */
import { expect, test } from "vitest";
import { type MonthPair, type MonthRequest, planFreeTime } from "../../../shared/domain/plan-free-time.ts";

const anHour = Int32Array.of(540, 600);
const request = (pairs: MonthPair[]): MonthRequest => ({
  students: ["ann", "ben"].map((id) => ({ id, free: anHour })),
  mentors: ["ben", "cleo"].map((id) => ({ id, free: anHour })),
  pairs,
  weights: {
    unplaced: 1000,
    unplacedAgain: 0,
    perDayFromIdeal: 2,
    outsideStudentPreferred: 6,
    outsideMentorPreferred: 6,
    otherWeekday: 8,
    otherTime: 3,
    furtherOnOneDay: 5,
  },
  gridMinutes: 60,
  firstWeekday: 0,
});

test("a resident who has a mentor and mentors a student is in one meeting at a time", () => {
  const plan = planFreeTime(
    request([
      { id: "p1", student: "ann", mentor: "ben", minutes: 60 },
      { id: "p2", student: "ben", mentor: "cleo", minutes: 60 },
    ]),
  );
  expect(plan.placed).toHaveLength(1);
  expect(plan.unplaced).toHaveLength(1);
  expect([plan.most, plan.cost, plan.bound]).toEqual([1, 1000, 1000]);
});

test.each([
  { student: "dan", mentor: "ben" },
  { student: "ann", mentor: "ann" },
])("$student with $mentor: one of them is not listed in that role", (people) => {
  expect(() => planFreeTime(request([{ id: "p1", ...people, minutes: 60 }]))).toThrow(
    "pair p1 names somebody who is not listed",
  );
});
