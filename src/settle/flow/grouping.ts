/** For each of some groups what belongs to it, in its order: one column of starts, one of entries. */
export interface Grouping {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/** Arrows as two columns; those from a negative number count for nothing. */
export interface Edges<Column = ArrayLike<number>> {
  readonly from: Column;
  readonly to: Column;
}

/** Gathers entries by their group: of[i] is the group of entry i. Entries whose group is negative belong nowhere. */
export function groupBy(groups: number, of: Int32Array): Grouping {
  const starts = new Int32Array(groups + 1);
  for (let i = 0; i < of.length; i++) if (of[i] >= 0) starts[of[i] + 1]++;
  const next = addUp(starts);
  const entries = new Int32Array(starts[groups]);
  for (let i = 0; i < of.length; i++) if (of[i] >= 0) entries[next[of[i]]++] = i;
  return { starts, entries };
}

/** Gathers by its start where each arrow leads, list after list. */
export function groupEdges(groups: number, lists: readonly Edges[]): Grouping {
  const starts = new Int32Array(groups + 1);
  for (const { from } of lists) for (let i = 0; i < from.length; i++) if (from[i] >= 0) starts[from[i] + 1]++;
  const next = addUp(starts);
  const entries = new Int32Array(starts[groups]);
  for (const { from, to } of lists) {
    for (let i = 0; i < from.length; i++) if (from[i] >= 0) entries[next[from[i]]++] = to[i];
  }
  return { starts, entries };
}

/** Turns counts, each one place after its group, into first places; returns a copy of them to count on. */
function addUp(starts: Int32Array): Int32Array {
  for (let group = 1; group < starts.length; group++) starts[group] += starts[group - 1];
  return starts.slice(0, starts.length - 1);
}
