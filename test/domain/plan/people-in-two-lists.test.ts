/** People are found by their ids: one who teaches and is taught is one person. */
import { expect, test } from "vitest";
import { planFreeTime } from "../../../shared/domain/plan-free-time.ts";
import { readMonth } from "./month-file.ts";

const free = [[540, 600]] as const;

test("a resident who has a mentor and mentors a student is in one meeting at a time", () => {
  const plan = planFreeTime(
    readMonth({
      students: [
        { id: "ann", free },
        { id: "ben", free },
      ],
      mentors: [
        { id: "ben", free },
        { id: "cleo", free },
      ],
      pairs: [
        { id: "p1", student: "ann", mentor: "ben", minutes: 60 },
        { id: "p2", student: "ben", mentor: "cleo", minutes: 60 },
      ],
    }),
  );
  expect(plan.placed).toHaveLength(1);
  expect(plan.unplaced).toHaveLength(1);
  expect([plan.most, plan.cost, plan.bound]).toEqual([1, 1000, 1000]);
});
