/** Nobody left out: most students with a mentor, then most pairs, then the best total score. */
import { newFlow, type Prices, placeOneMore } from "./shortest-path.ts";
import type { WishLists } from "./wish-lists.ts";

/**
 * The choices made: no others leave fewer students without a mentor; of those none make more pairs; of those none have a
 * higher total score; of those none stand higher on the students' lists, where the lottery decided between equals. Wish
 * by wish the cheapest way is taken, which may move others (successive shortest paths with potentials: Ahuja, Magnanti,
 * Orlin, Network Flows, 1993, 9.7). Throws when the scores are too large to add exactly.
 */
export function leaveNobodyOut(lists: WishLists): number[] {
  const { wanted, has, lots } = lists;
  const flow = newFlow(lists, pricesOf(lists));
  const inTurn = [...wanted.keys()].sort((one, other) => lots[one]! - lots[other]!);
  const most = wanted.reduce((most, count) => Math.max(most, count), 0);
  for (let turn = 0; turn < most; turn++)
    for (const student of inTurn) if (has[student]! + turn < wanted[student]!) placeOneMore(flow, student);
  return [...flow.holds.keys()].filter((choice) => flow.holds[choice] === 1);
}

/**
 * Two results differ by exchanges, each of which passes a mentor at most once and so changes at most two choices a mentor,
 * one open wish and one student without. A price above all that one exchange can gain puts the aims in their order.
 */
function pricesOf({ first, student, score, places }: WishLists): Prices {
  const best = score.reduce((most, points) => Math.max(most, points), 0);
  const changes = 2 * places.length + 1;
  const longest = first.reduce((most, end, one) => Math.max(most, one === 0 ? 0 : end - first[one - 1]!), 0);
  const point = changes * longest + 1;
  const choices = Float64Array.from(
    score,
    (points, choice) => (best - points) * point + choice - first[student[choice]!]!,
  );
  const dearest = choices.reduce((most, price) => Math.max(most, price), 0);
  const wish = changes * dearest + 1;
  if (wish * 8 > Number.MAX_SAFE_INTEGER)
    throw new Error("the scores of this many students cannot be added exactly; no retry helps");
  return { choices, wish, withoutMentor: wish };
}
