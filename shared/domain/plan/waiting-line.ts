/** A waiting line from which the most promising comes first; a binary heap. */
export type WaitingLine<Entry> = {
  add(entry: Entry): void;
  next(): Entry | undefined;
  first(): Entry | undefined;
};

export function waitingLine<Entry>(isBefore: (one: Entry, other: Entry) => boolean): WaitingLine<Entry> {
  const heap: Entry[] = [];
  return {
    first: () => heap[0],
    add(entry) {
      let at = heap.push(entry) - 1;
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (!isBefore(entry, heap[above]!)) break;
        heap[at] = heap[above]!;
        at = above;
      }
      heap[at] = entry;
    },
    next() {
      const first = heap[0];
      const entry = heap.pop();
      if (first === undefined || entry === undefined || heap.length === 0) return first;
      let at = 0;
      for (;;) {
        let below = 2 * at + 1;
        if (below >= heap.length) break;
        if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++;
        if (!isBefore(heap[below]!, entry)) break;
        heap[at] = heap[below]!;
        at = below;
      }
      heap[at] = entry;
      return first;
    },
  };
}
