/** Booked one after the other, each start of a plan is still possible, though the list of the others may have changed by then. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Interval } from "../../shared/domain/intervals.ts";
import { planMonth } from "../../shared/domain/plan.ts";
import { planPairOf } from "../../shared/domain/plan-request.ts";
import { usualPlanWeights } from "../../shared/domain/plan-weights.ts";
import { isPossible, slotsOf } from "../../shared/domain/slots.ts";
import { minute } from "../../shared/domain/time.ts";
import { aMentor, aSchool, aStudent, newYork, weekly } from "./a-pair.ts";
import { ask } from "./slot-questions.ts";
import { instantOf } from "./walls.ts";

const fives = (least: number, most: number) =>
  fc.integer({ min: least / 5, max: most / 5 }).map((number) => number * 5);
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const window = fc
  .tuple(fives(14 * 60, 18 * 60), fives(60, 240))
  .map(([from, length]) => weekly(`Mon ${clock(from)}-${clock(from + length)}`));
const mentor = { ...aMentor({ weekly: weekly("Mon 14:00-21:00") }), id: "mentor" };

test("with every length, step and time between two meetings", () => {
  fc.assert(
    fc.property(
      fc.record({ minutes: fives(15, 90), stepMinutes: fives(5, 120), bufferMinutes: fives(0, 30) }),
      fc.array(window, { minLength: 2, maxLength: 6 }),
      (rules, windows) => {
        const school = aSchool({ meeting: rules });
        const questions = new Map(
          windows.map((free, index) => {
            const student = { ...aStudent({ weekly: free }), id: `student ${index}` };
            return [student.id, ask({ school, pair: { student, mentor } })] as const;
          }),
        );
        const { placed } = planMonth({
          pairs: [...questions].map(([id, question]) =>
            planPairOf({
              id,
              pair: question.pair,
              month: question.month,
              minutes: rules.minutes,
              slots: slotsOf(question).starts,
            }),
          ),
          weights: usualPlanWeights,
          bufferMinutes: rules.bufferMinutes,
        });
        const booked: Interval[] = [];
        for (const { pair, start } of placed) {
          const question = { ...questions.get(pair)!, busy: { student: [], mentor: booked } };
          expect([pair, isPossible(question, start * minute)]).toEqual([pair, true]);
          booked.push([start, start + rules.minutes]);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("not where the meeting would overlap another, come too soon after it, leave the windows, or come at too short notice", () => {
  const school = aSchool({ meeting: { minutes: 45, bufferMinutes: 10, noticeMinutes: 1440 } });
  const at = (wall: string): number => instantOf(`2026-12-07T${wall}`, newYork);
  const busy = { student: [], mentor: [[at("10:00") / minute, at("10:45") / minute] as const] };
  const question = ask({ school, busy });
  const possible = (wall: string, now = question.now) => isPossible({ ...question, now }, at(wall));
  expect(
    ["09:00", "09:05", "09:06", "10:54", "10:55", "11:15", "11:16"].map((wall) => possible(wall)),
  ).toEqual([...[true, true, false, false, true, true, false]]);
  expect([
    possible("11:00", at("11:00") - 1440 * minute),
    possible("11:00", at("11:01") - 1440 * minute),
  ]).toEqual([true, false]);
});
