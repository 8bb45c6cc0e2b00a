/** Writes possible starts into flat arrays that grow as they fill. */
import type { Choices } from "./board.ts";

export type ChoiceList = {
  /** One more start of the pair at hand; starts come in order of time. Minutes, days and points are whole numbers. */
  add(at: number, day: number, cost: number): void;
  /** The next pair's turn. */
  endPair(): void;
  listed(): Choices;
};

export function startChoices(pairCount: number): ChoiceList {
  const first = new Int32Array(pairCount + 1);
  let at = new Int32Array(Math.max(64, pairCount * 16));
  let day = new Int32Array(at.length);
  let cost = new Int32Array(at.length);
  let size = 0;
  let pair = 0;
  return {
    add(startAt, startDay, startCost) {
      if (size === at.length) [at, day, cost] = [grown(at), grown(day), grown(cost)];
      at[size] = startAt;
      day[size] = startDay;
      cost[size++] = startCost;
    },
    endPair() {
      first[++pair] = size;
    },
    listed: () => ({ first, at, day, cost }),
  };
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}
