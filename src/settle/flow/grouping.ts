/** For each of some nodes the entries that belong to it, in their order: one column of starts, one of entries. */
export interface Grouping {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/** Groups the entries 0 to count - 1 by their node; entries whose node is negative, or that are left out, belong nowhere. */
export function groupBy(nodes: number, count: number, nodeOf: (entry: number) => number): Grouping {
  const starts = new Int32Array(nodes + 1);
  for (let entry = 0; entry < count; entry++) {
    const node = nodeOf(entry);
    if (node >= 0) starts[node + 1]++;
  }
  for (let node = 0; node < nodes; node++) starts[node + 1] += starts[node];
  const next = starts.slice(0, nodes);
  const entries = new Int32Array(starts[nodes]);
  for (let entry = 0; entry < count; entry++) {
    const node = nodeOf(entry);
    if (node >= 0) entries[next[node]++] = entry;
  }
  return { starts, entries };
}
