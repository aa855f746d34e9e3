import type { Book } from '../book/book';
import type { RunRequest } from '../book/outcome';

/**
 * For each item 1 where the run covers it: a close covers all, a recalculation those that were chosen (A17). What is not
 * covered is not paired, gets no adjustment and keeps its provisional ones; others take its cost as it stands without
 * these (A1).
 */
export function coveredItems({ items }: Book, { items: chosen }: Pick<RunRequest, 'items'>): Uint8Array {
  const covered = new Uint8Array(items.length).fill(chosen === undefined ? 1 : 0);
  for (const item of chosen ?? []) covered[item] = 1;
  return covered;
}
