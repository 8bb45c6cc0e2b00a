/** A start that is listed can be booked until the notice begins: as time passes, starts fall away and none moves. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { slotsOf } from "../../shared/domain/slots.ts";
import { aMentor, aSchool, aStudent, newYork, weekly } from "./a-pair.ts";
import { instantOf } from "./walls.ts";

const hours = weekly("Mon 09:10-17:00", "Wed 08:00-12:25");
const pair = { student: aStudent({ weekly: hours }), mentor: aMentor({ weekly: hours }) };
const dayBegins = instantOf("2026-12-07T00:00", newYork);
const fives = (least: number, most: number) =>
  fc.integer({ min: least / 5, max: most / 5 }).map((number) => number * 5);

test("with every step and length, and in every minute of a day", () => {
  fc.assert(
    fc.property(
      fc.record({ minutes: fives(15, 60), stepMinutes: fives(5, 120), noticeMinutes: fc.nat(600) }),
      fc.nat(1439),
      (rules, minute) => {
        const school = aSchool({ meeting: rules });
        const at = (now: number) =>
          slotsOf({ school, pair, month: "2026-12", now, busy: { student: [], mentor: [] } }).starts;
        const now = dayBegins + minute * 60_000;
        const earliest = now + rules.noticeMinutes * 60_000;
        expect(at(now)).toEqual(at(0).filter(({ startAt }) => startAt >= earliest));
      },
    ),
    { numRuns: 200 },
  );
});
