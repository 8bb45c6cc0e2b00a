/** Values under ordered keys, as the local table keeps them: found by key, read in order over a range. */

export type Range = {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  limit?: number;
  reverse?: boolean;
};

/** Chunks are split beyond this many keys, so that an insertion moves few of them. */
const chunkMaxLength = 512;

export type OrderedMap<Value> = {
  get: (key: string) => Value | undefined;
  set: (key: string, value: Value) => void;
  delete: (key: string) => void;
  /** Values in the order of their keys; a negative or absent `limit` means all. */
  values: (range: Range) => Generator<Value, void, undefined>;
  entries: () => IterableIterator<[string, Value]>;
  readonly size: number;
};

/** An empty map. Keys are compared by code unit; dynalite's keys are ASCII. */
export function orderedMap<Value>(): OrderedMap<Value> {
  const byKey = new Map<string, Value>();
  const chunks: string[][] = [[]];

  const chunkOf = (key: string): number => {
    let low = 0;
    let high = chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((chunks[middle]?.[0] ?? "") <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const insert = (key: string): void => {
    const index = chunkOf(key);
    const chunk = chunks[index] as string[];
    chunk.splice(firstNotBelow(chunk, key), 0, key);
    if (chunk.length > chunkMaxLength) chunks.splice(index + 1, 0, chunk.splice(chunkMaxLength / 2));
  };

  const remove = (key: string): void => {
    const index = chunkOf(key);
    const chunk = chunks[index] as string[];
    chunk.splice(firstNotBelow(chunk, key), 1);
    if (chunk.length === 0 && chunks.length > 1) chunks.splice(index, 1);
  };

  return {
    get: (key) => byKey.get(key),
    set(key, value) {
      if (!byKey.has(key)) insert(key);
      byKey.set(key, value);
    },
    delete(key) {
      if (byKey.delete(key)) remove(key);
    },
    *values(range) {
      let left = range.limit === undefined || range.limit < 0 ? Number.POSITIVE_INFINITY : range.limit;
      for (const key of range.reverse ? downwards(chunks, chunkOf, range) : upwards(chunks, chunkOf, range)) {
        if (left-- <= 0) return;
        yield byKey.get(key) as Value;
      }
    },
    entries: () => byKey.entries(),
    get size() {
      return byKey.size;
    },
  };
}

type Find = (key: string) => number;

function* upwards(chunks: string[][], chunkOf: Find, range: Range): Generator<string> {
  const from = range.gt ?? range.gte ?? "";
  for (let index = chunkOf(from); index < chunks.length; index++) {
    const chunk = chunks[index] as string[];
    for (let place = firstNotBelow(chunk, from); place < chunk.length; place++) {
      const key = chunk[place] as string;
      if (key === range.gt) continue;
      if (isAbove(key, range)) return;
      yield key;
    }
  }
}

function* downwards(chunks: string[][], chunkOf: Find, range: Range): Generator<string> {
  const to = range.lt ?? range.lte;
  for (let index = to === undefined ? chunks.length - 1 : chunkOf(to); index >= 0; index--) {
    const chunk = chunks[index] as string[];
    for (let place = chunk.length - 1; place >= 0; place--) {
      const key = chunk[place] as string;
      if (isAbove(key, range)) continue;
      if (isBelow(key, range)) return;
      yield key;
    }
  }
}

const isAbove = (key: string, { lt, lte }: Range): boolean =>
  (lt !== undefined && key >= lt) || (lte !== undefined && key > lte);
const isBelow = (key: string, { gt, gte }: Range): boolean =>
  (gt !== undefined && key <= gt) || (gte !== undefined && key < gte);

function firstNotBelow(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
