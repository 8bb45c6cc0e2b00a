/** A node of the search over clashes: which minutes of shared people are settled, for whom, and the months that follow. */
import { type Circle, seatAgain, seatsOf } from "./circle.ts";
import { type Condition, clashOf, type Desk, isTaken, mentorsOf } from "./desk.ts";
import { conditional } from "./listing.ts";
import type { MentorPlanner } from "./mentor-month.ts";
import { seat, seatAlone } from "./seating.ts";

export type Node = {
  /** No plan that keeps the conditions costs less. */
  bound: number;
  clashes: number;
  number: number;
  conditions: readonly Condition[];
  /** The least that each mentor's month can cost under the conditions, in the order of the circle. */
  least: Float64Array;
  seats: Int32Array;
};

export type Minute = { kind: "clash" | "unused-toll"; person: number; at: number; mentor: number };

/** The beginning: every mentor of the circle has the month that is best without regard to the others. */
export function rootOf(desk: Desk, planner: MentorPlanner, circle: Circle): Node {
  let bound = -circle.innerTolls;
  for (const mentor of circle.mentors) {
    // A toll may have been raised since, on a minute that this mentor has.
    seatAlone(desk, planner, mentor);
    bound += desk.least[mentor]!;
  }
  return {
    bound,
    clashes: 0,
    number: 0,
    conditions: [],
    least: Float64Array.from(circle.mentors, (mentor) => desk.least[mentor]!),
    seats: seatsOf(desk, circle),
  };
}

/** The minute to settle next: one over which two of the circle clash, or else one whose toll is still raised and not paid once. */
export function openMinuteOf(desk: Desk, circle: Circle, node: Node): Minute | undefined {
  const { mentor } = desk.board;
  const { mentors, persons, inner } = circle;
  for (const person of persons) {
    const clash = clashInside(desk, person, mentors);
    if (clash) return { kind: "clash", person, at: clash.at, mentor: mentor[clash.one]! };
  }
  for (const person of inner) {
    for (const { at } of desk.tolls[person]!) {
      const allowed = allowedAt(desk, circle, node, person, at);
      if (allowed.length > 1 && !isTaken(desk, person, at))
        return { kind: "unused-toll", person, at, mentor: allowed[0]! };
    }
  }
  return undefined;
}

/** Both ways to settle a minute: this mentor may not have it, or no other may. */
export function settleMinute(
  desk: Desk,
  planner: MentorPlanner,
  circle: Circle,
  node: Node,
  { person, at, mentor }: Minute,
): Node[] {
  const allowed = allowedAt(desk, circle, node, person, at);
  const others = allowed.filter((one) => one !== mentor);
  const tolls = circle.inner.has(person) ? desk.tolls[person]! : [];
  const toll = tolls.find((known) => known.at === at)?.points ?? 0;
  return [
    { forbidden: [mentor], rest: others },
    { forbidden: others, rest: [mentor] },
  ].map(({ forbidden, rest }) => {
    const added: Condition[] = forbidden.map((one) => ({
      mentor: one,
      person,
      at,
      points: Number.POSITIVE_INFINITY,
    }));
    // Where only one may have the minute, nobody competes for it, and its toll is given back.
    const refund = rest.length === 1 ? toll : 0;
    if (refund > 0) added.push({ mentor: rest[0]!, person, at, points: -refund });
    return childOf(desk, planner, circle, node, added, refund);
  });
}

function childOf(
  desk: Desk,
  planner: MentorPlanner,
  circle: Circle,
  node: Node,
  added: readonly Condition[],
  refund: number,
): Node {
  seatAgain(desk, circle, node.seats);
  const conditions = [...node.conditions, ...added];
  const least = node.least.slice();
  let bound = node.bound + refund;
  for (const mentor of new Set(added.map((condition) => condition.mentor))) {
    const place = circle.mentors.indexOf(mentor);
    least[place] = planner.plan(
      mentor,
      conditional(conditions.filter((condition) => condition.mentor === mentor)),
    );
    bound += least[place]! - node.least[place]!;
    seat(desk, mentor, planner.choices);
  }
  let clashes = 0;
  for (const person of circle.persons) if (clashOf(desk, person)) clashes++;
  return { bound, clashes, number: 0, conditions, least, seats: seatsOf(desk, circle) };
}

/** The circle's mentors of a person who are not forbidden this minute. Whoever is outside has no say in it: see `joins`. */
function allowedAt({ board }: Desk, circle: Circle, node: Node, person: number, at: number): number[] {
  return mentorsOf(board, person).filter(
    (mentor) =>
      circle.mentors.includes(mentor) &&
      !node.conditions.some(
        (known) =>
          known.mentor === mentor &&
          known.person === person &&
          known.at === at &&
          known.points === Number.POSITIVE_INFINITY,
      ),
  );
}

/** A clash of a person between two mentors of the circle; there may be another with a mentor outside. */
function clashInside(desk: Desk, person: number, mentors: readonly number[]) {
  const clash = clashOf(desk, person);
  if (!clash) return undefined;
  const { mentor } = desk.board;
  return mentors.includes(mentor[clash.one]!) && mentors.includes(mentor[clash.other]!) ? clash : undefined;
}
