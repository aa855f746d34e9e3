import type { Workspace } from '../workspace';

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
export function groupBy(groups: number, of: Int32Array, workspace: Workspace): Grouping {
  const starts = workspace.integers(groups + 1).fill(0);
  for (let i = 0; i < of.length; i++) if (of[i] >= 0) starts[of[i]]++;
  const entries = workspace.integers(addUp(starts));
  for (let i = of.length - 1; i >= 0; i--) if (of[i] >= 0) entries[--starts[of[i]]] = i;
  return { starts, entries };
}

/** Gathers by its start where each arrow leads, list after list. */
export function groupEdges(groups: number, lists: readonly Edges[], workspace: Workspace): Grouping {
  const starts = workspace.integers(groups + 1).fill(0);
  for (const { from } of lists) for (let i = 0; i < from.length; i++) if (from[i] >= 0) starts[from[i]]++;
  const entries = workspace.integers(addUp(starts));
  for (const { from, to } of [...lists].reverse()) {
    for (let i = from.length - 1; i >= 0; i--) if (from[i] >= 0) entries[--starts[from[i]]] = to[i];
  }
  return { starts, entries };
}

/**
 * Turns the counts of groups into where each ends; returns where the last does. Entries are then put in from the last to
 * the first, each before the one behind it, so that the ends become the starts and no second column is needed.
 */
function addUp(counts: Int32Array): number {
  for (let group = 1; group < counts.length; group++) counts[group] += counts[group - 1];
  return counts[counts.length - 1];
}
