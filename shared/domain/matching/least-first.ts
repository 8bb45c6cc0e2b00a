/** A queue that gives back the node with the least key first; of equal keys the lower node. */

export type LeastFirst = { keys: Float64Array; nodes: Int32Array; size: number };

export const newLeastFirst = (): LeastFirst => ({
  keys: new Float64Array(64),
  nodes: new Int32Array(64),
  size: 0,
});

const before = (key: number, node: number, otherKey: number, otherNode: number): boolean =>
  key < otherKey || (key === otherKey && node < otherNode);

/** A node may be put in again with a lower key; it then comes out more than once. */
export function push(queue: LeastFirst, node: number, key: number): void {
  if (queue.size === queue.nodes.length) grow(queue);
  const { keys, nodes } = queue;
  let at = queue.size++;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!before(key, node, keys[above]!, nodes[above]!)) break;
    keys[at] = keys[above]!;
    nodes[at] = nodes[above]!;
    at = above;
  }
  keys[at] = key;
  nodes[at] = node;
}

/** The next node, or −1 when there is none. */
export function pop(queue: LeastFirst): number {
  if (queue.size === 0) return -1;
  const { keys, nodes } = queue;
  const next = nodes[0]!;
  const size = --queue.size;
  const [key, node] = [keys[size]!, nodes[size]!];
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    if (below + 1 < size && before(keys[below + 1]!, nodes[below + 1]!, keys[below]!, nodes[below]!)) below++;
    if (before(key, node, keys[below]!, nodes[below]!)) break;
    keys[at] = keys[below]!;
    nodes[at] = nodes[below]!;
    at = below;
  }
  keys[at] = key;
  nodes[at] = node;
  return next;
}

function grow(queue: LeastFirst): void {
  const [keys, nodes] = [new Float64Array(queue.size * 2), new Int32Array(queue.size * 2)];
  keys.set(queue.keys);
  nodes.set(queue.nodes);
  queue.keys = keys;
  queue.nodes = nodes;
}
