/** For each of some groups what belongs to it, in its order: one column of starts, one of entries. */
export interface Grouping {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/**
 * Gathers entries by their group: of[i] is the group of the i-th entry, which is i itself or, where a second column is
 * given, what[i]. Entries whose group is negative belong nowhere.
 */
export function groupBy(groups: number, of: ArrayLike<number>, what?: ArrayLike<number>): Grouping {
  const starts = new Int32Array(groups + 1);
  for (let i = 0; i < of.length; i++) if (of[i] >= 0) starts[of[i] + 1]++;
  for (let group = 0; group < groups; group++) starts[group + 1] += starts[group];
  const next = starts.slice(0, groups);
  const entries = new Int32Array(starts[groups]);
  for (let i = 0; i < of.length; i++) if (of[i] >= 0) entries[next[of[i]]++] = what ? what[i] : i;
  return { starts, entries };
}
