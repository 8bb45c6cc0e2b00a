/** People who mentor and are mentored share one short afternoon a week: the best plan is found and proven in few steps. */
import { expect, test } from "vitest";
import { planFreeTime } from "../../../shared/domain/plan-free-time.ts";

test("where of two meetings of an hour only one fits, whichever of its many starts it takes", () => {
  const afternoons = Int32Array.of(780, 870, 10860, 10950);
  const people = ["ann", "ben", "cleo", "dan", "eve"].map((id) => ({
    id,
    free: id === "ben" ? afternoons.subarray(0, 2) : afternoons,
  }));
  const pair = (id: string, student: string, mentor: string, idealDay?: number) => ({
    id,
    student,
    mentor,
    minutes: 60,
    idealDay,
  });
  const { placed, cost, most, bound } = planFreeTime(
    {
      students: people,
      mentors: people,
      pairs: [
        pair("p1", "ben", "dan", 9),
        { ...pair("p2", "ann", "cleo"), usual: { weekday: 1, minuteOfDay: 780 } },
        pair("p3", "cleo", "eve", 13),
        pair("p4", "ann", "eve", 3),
        pair("p5", "ben", "eve", 8),
      ],
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
      gridMinutes: 5,
      firstWeekday: 2,
    },
    20_000,
  );
  expect({ placed: placed.length, cost, most, bound }).toEqual({
    placed: 3,
    cost: 2032,
    most: 3,
    bound: 2032,
  });
});
