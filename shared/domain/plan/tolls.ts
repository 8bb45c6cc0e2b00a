/** Raises tolls where mentors clash over a shared person, which moves meetings apart and lifts the proven least cost. */
import { type Clash, clashOf, type Desk, mentorsOf, sharedPersonsOf } from "./desk.ts";
import type { MentorPlanner } from "./mentor-month.ts";
import { seat } from "./seating.ts";

/** How often one person's clashes are looked at before they are left to the search. */
const looksMax = 12;

/**
 * Goes through the persons given until none is left who clashes, or who has been looked at too often. A toll is never higher
 * than what both mentors lose by leaving the minute: so it is added to both months and paid back once (Lagrangian dual ascent).
 */
export function raiseTolls(desk: Desk, planner: MentorPlanner, persons: readonly number[]): void {
  const looks = new Map<number, number>();
  const waiting = [...persons];
  for (let next = 0; next < waiting.length && desk.steps > 0; next++) {
    const person = waiting[next]!;
    const look = looks.get(person) ?? 0;
    const clash = look < looksMax ? clashOf(desk, person) : undefined;
    if (!clash) continue;
    looks.set(person, look + 1);
    const { mentorOf } = desk.board;
    const mentors = [mentorOf[clash.one]!, mentorOf[clash.other]!];
    for (const mentor of part(desk, planner, clash, mentors))
      waiting.push(...sharedPersonsOf(desk.board, mentor));
  }
}

/**
 * Parts two mentors that clash: by a toll where it costs both, or by moving the one whom it costs nothing.
 * Returns the mentors who may sit elsewhere now; everybody still sits where it costs least.
 */
function part(
  desk: Desk,
  planner: MentorPlanner,
  { person, at }: Clash,
  mentors: readonly number[],
): readonly number[] {
  const losses: number[] = [];
  for (const mentor of mentors) {
    const conditions = [{ mentor, person, at, points: Number.POSITIVE_INFINITY }];
    const loss = planner.plan({ mentor, conditions, others: "avoided" }) - desk.least[mentor]!;
    if (loss === 0) {
      seat(desk, mentor, planner.choices);
      return [mentor];
    }
    losses.push(loss);
  }
  addToll(desk, person, at, Math.min(...losses));
  // A third mentor of the same person may have to pay as well.
  const payers = mentorsOf(desk.board, person);
  for (const mentor of payers) {
    desk.least[mentor] = planner.plan({ mentor, conditions: [], others: "avoided" });
    seat(desk, mentor, planner.choices);
  }
  return payers;
}

function addToll({ tolls }: Desk, person: number, at: number, points: number): void {
  const known = tolls.get(person);
  const same = known?.find((toll) => toll.at === at);
  if (same) same.points += points;
  else if (known) known.push({ at, points });
  else tolls.set(person, [{ at, points }]);
}
