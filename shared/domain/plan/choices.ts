/** Possible starts in flat arrays that grow as they fill. */
import type { Choices } from "./board.ts";

/** Starts are written at `size`, which is then raised; `roomFor` makes room for some before. */
export type ChoiceList = Choices & { size: number };

export function startChoices(pairCount: number): ChoiceList {
  const room = Math.max(64, pairCount * 16);
  return {
    first: new Int32Array(pairCount + 1),
    at: new Int32Array(room),
    day: new Int32Array(room),
    cost: new Int32Array(room),
    size: 0,
  };
}

/** Makes room for so many more starts. */
export function roomForChoices(list: ChoiceList, more: number): void {
  if (list.size + more <= list.at.length) return;
  const room = 2 * (list.size + more);
  list.at = copied(list.at, room);
  list.day = copied(list.day, room);
  list.cost = copied(list.cost, room);
}

function copied(numbers: Int32Array, room: number): Int32Array {
  const larger = new Int32Array(room);
  larger.set(numbers);
  return larger;
}
