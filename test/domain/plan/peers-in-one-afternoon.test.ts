/** People who mentor and are mentored share one short afternoon a week: the best plan is found and proven in few steps. */
import { expect, test } from "vitest";
import { planFreeTime } from "../../../shared/domain/plan-free-time.ts";
import { readMonth } from "./month-file.ts";

test("where of two meetings of an hour only one fits, whichever of its many starts it takes", () => {
  const first = [780, 870] as const;
  const second = [10860, 10950] as const;
  const people = ["ann", "ben", "cleo", "dan", "eve"].map((id) => ({
    id,
    free: id === "ben" ? [first] : [first, second],
  }));
  const { placed, cost, most, bound } = planFreeTime(
    readMonth({
      students: people,
      mentors: people,
      pairs: [
        { id: "p1", student: "ben", mentor: "dan", minutes: 60, ideal_day: 9 },
        { id: "p2", student: "ann", mentor: "cleo", minutes: 60, usual: { weekday: 1, start: 780 } },
        { id: "p3", student: "cleo", mentor: "eve", minutes: 60, ideal_day: 13 },
        { id: "p4", student: "ann", mentor: "eve", minutes: 60, ideal_day: 3 },
        { id: "p5", student: "ben", mentor: "eve", minutes: 60, ideal_day: 8 },
      ],
      grid_minutes: 5,
      first_weekday_monday0: 2,
    }),
    20_000,
  );
  expect({ placed: placed.length, cost, most, bound }).toEqual({
    placed: 3,
    cost: 2032,
    most: 3,
    bound: 2032,
  });
});
