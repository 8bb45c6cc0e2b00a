/** Two bookings that overlap by a minute refuse each other, and no others do, at every step, length and change of either. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Meeting } from "../../shared/domain/meetings.ts";
import { startsIn } from "../../shared/domain/start-grid.ts";
import { minute } from "../../shared/domain/time.ts";
import { loadBusyTime } from "../../shared/records/busy.ts";
import { keys } from "../../shared/records/keys.ts";
import { loadMeeting, saveMeetings } from "../../shared/records/meetings.ts";
import { getBranch, type Table, transact } from "../../shared/records/table.ts";
import { unplaced } from "../domain/lifecycle/a-life.ts";
import { onBothEngines, token } from "./on-both-engines.ts";

/** Two days around a midnight in UTC, in minutes since 1970. */
const opens = Date.UTC(2026, 11, 9) / minute;
const twoDays = 2 * 24 * 60;

type Span = readonly [from: number, to: number];
const overlap = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];
const spanOf = ({ startAt, minutes }: Meeting): Span => [startAt! / minute, startAt! / minute + minutes];
const keeps = ({ state }: Meeting): boolean => state !== "called-off";
/** Every minute of these stretches, each as often as it is taken. */
const minutesOf = (spans: readonly Span[]): number[] =>
  spans
    .flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index))
    .sort((one, other) => one - other);

const fives = (from: number, to: number) =>
  fc.integer({ min: from / 5, max: to / 5 }).map((count) => 5 * count);
const lengths = fives(15, 180);
const rules = fc.record({ minutes: lengths, stepMinutes: fives(5, 120) });
/** What somebody does, after the school has come to have these rules: one of four pairs among five people meets then, or not at all. */
const deeds = fc.record({
  rules,
  pair: fc.constantFrom(["s1", "m1"], ["s2", "m1"], ["s1", "m2"], ["m1", "s3"]),
  month: fc.constantFrom("2026-11", "2026-12"),
  place: fc.nat(),
  event: fc.constantFrom("meets", "meets", "meets", "called-off"),
  zone: fc.constantFrom("America/New_York", "Asia/Kathmandu", "Australia/Eucla"),
});

let runs = 0;

onBothEngines((table) => {
  const save = async (after: Meeting): Promise<string | undefined> => {
    const before = await loadMeeting(table(), after.id);
    return transact(table(), saveMeetings(table(), [{ after, before, dueAt: undefined }]), token());
  };

  it("whatever the school's rules are when each is made, moved or given back", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 2, maxLength: 9 }), async (story) => {
        const run = `run${++runs}`;
        const stands = new Map<string, Meeting>();
        for (const { rules, pair, month, place, event, zone } of story) {
          const [studentId, mentorId] = pair.map((name) => `${run}-${name}`) as [string, string];
          const id = `${studentId}-${mentorId}-${month}`;
          const grid = startsIn([[opens, opens + twoDays]], rules.minutes, rules.stepMinutes, zone);
          const before = stands.get(id);
          if (event === "called-off" && !before) continue;
          const after: Meeting =
            event === "called-off"
              ? { ...before!, state: "called-off" }
              : {
                  ...{ ...unplaced, id, studentId, mentorId, month, state: "booked" },
                  ...{ minutes: rules.minutes, startAt: grid[place % grid.length]! * minute },
                };
          const stopped =
            keeps(after) &&
            [...stands.values()].some(
              (other) =>
                other.id !== id &&
                keeps(other) &&
                [other.studentId, other.mentorId].some((each) => each === studentId || each === mentorId) &&
                overlap(spanOf(other), spanOf(after)),
            );
          expect(await save(after)).toBe(stopped ? "someone-was-first" : undefined);
          if (!stopped) stands.set(id, after);
        }
        const people = [
          ...new Set([...stands.values()].flatMap(({ studentId, mentorId }) => [studentId, mentorId])),
        ];
        for (const person of people) {
          const own = [...stands.values()].filter(
            (each) => keeps(each) && (each.studentId === person || each.mentorId === person),
          );
          const busy = await loadBusyTime(table(), person, opens * minute);
          expect(minutesOf(busy)).toEqual(minutesOf(own.map(spanOf)));
        }
        for (const meeting of stands.values()) await save({ ...meeting, state: "called-off" });
        for (const person of people) expect(await leftOf(table(), person)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("by one minute, before and after, for every length", { timeout: 60_000 }, async () => {
    const at = (opens + 23 * 60) * minute;
    await fc.assert(
      fc.asyncProperty(lengths, lengths, async (minutes, others) => {
        const mentorId = `run${++runs}-mentor`;
        const meeting = (id: string, startAt: number, length: number): Meeting => ({
          ...{ ...unplaced, id: `${mentorId}-${id}`, studentId: `${mentorId}-${id}`, mentorId },
          ...{ state: "booked", startAt, minutes: length },
        });
        const answers = [
          await save(meeting("first", at, minutes)),
          await save(meeting("early", at - (others - 1) * minute, others)),
          await save(meeting("late", at + (minutes - 1) * minute, others)),
          await save(meeting("before", at - others * minute, others)),
          await save(meeting("after", at + minutes * minute, others)),
        ];
        const first = "someone-was-first";
        expect(answers).toEqual([undefined, first, first, undefined, undefined]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Names of cells and meetings that are left in a person's days. */
async function leftOf(table: Table, personId: string): Promise<string[]> {
  const days = await getBranch(table, keys.person(personId).pk, "busy#");
  return days.flatMap(({ pk: _, sk: __, forgetAfter: ___, ...rest }) => Object.keys(rest));
}
