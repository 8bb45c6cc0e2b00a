/** What is to happen when, earliest first; what stands at one instant happens in the order in which it was put down. */
import type { Instant } from "../../shared/domain/time.ts";

export type Entry<Value> = { at: Instant; sequence: number; value: Value };

export type Agenda<Value> = {
  /** Puts something down and gives the entry back, by which it can be taken off again. */
  add: (at: Instant, value: Value) => Entry<Value>;
  remove: (entry: Entry<Value>) => void;
  /** The earliest instant, or undefined when nothing stands. */
  nextAt: () => Instant | undefined;
  /** Takes the earliest off. */
  take: () => Entry<Value> | undefined;
  /** All that stands, earliest first, to be written to a file. */
  all: () => Entry<Value>[];
};

/** An agenda with what stood on it before, in the same order. */
export function openAgenda<Value>(before: readonly { at: Instant; value: Value }[] = []): Agenda<Value> {
  const heap: Entry<Value>[] = [];
  const removed = new Set<Entry<Value>>();
  let sequence = 0;

  const add = (at: Instant, value: Value): Entry<Value> => {
    const entry = { at, sequence: sequence++, value };
    heap.push(entry);
    rise(heap, heap.length - 1);
    return entry;
  };

  const first = (): Entry<Value> | undefined => {
    for (;;) {
      const entry = heap[0];
      if (!entry || !removed.delete(entry)) return entry;
      takeFirst(heap);
    }
  };

  for (const { at, value } of before) add(at, value);
  return {
    add,
    remove: (entry) => void removed.add(entry),
    nextAt: () => first()?.at,
    take: () => (first() ? takeFirst(heap) : undefined),
    all: () =>
      heap.filter((entry) => !removed.has(entry)).sort((one, other) => (isBefore(one, other) ? -1 : 1)),
  };
}

const isBefore = (one: Entry<unknown>, other: Entry<unknown>): boolean =>
  one.at < other.at || (one.at === other.at && one.sequence < other.sequence);

function rise<Value>(heap: Entry<Value>[], start: number): void {
  let place = start;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (!isBefore(heap[place] as Entry<Value>, heap[parent] as Entry<Value>)) return;
    swap(heap, place, parent);
    place = parent;
  }
}

function takeFirst<Value>(heap: Entry<Value>[]): Entry<Value> | undefined {
  const taken = heap[0];
  const last = heap.pop();
  if (heap.length === 0 || !last) return taken;
  heap[0] = last;
  let place = 0;
  for (;;) {
    const children = [2 * place + 1, 2 * place + 2].filter((child) => child < heap.length);
    const [left, right] = children;
    if (left === undefined) return taken;
    const least =
      right !== undefined && isBefore(heap[right] as Entry<Value>, heap[left] as Entry<Value>) ? right : left;
    if (!isBefore(heap[least] as Entry<Value>, heap[place] as Entry<Value>)) return taken;
    swap(heap, place, least);
    place = least;
  }
}

function swap<Value>(heap: Entry<Value>[], one: number, other: number): void {
  const kept = heap[one] as Entry<Value>;
  heap[one] = heap[other] as Entry<Value>;
  heap[other] = kept;
}
