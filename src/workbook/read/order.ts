import type { Lock } from './read-book';

/**
 * The order of the rows inside a date (A3): locked rows keep their number, the rest get the numbers after the highest
 * of them, by Sequence and row; legs come after all, in their order. All different.
 */
export function orderRows(sequence: Float64Array, locks: readonly (Lock | undefined)[], legCount: number): Int32Array {
  const count = sequence.length;
  const order = new Int32Array(count + legCount);
  let next = 0;
  let sorted = true;
  const free: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const lock = locks[i];
    if (lock) {
      order[i] = lock.order;
      next = Math.max(next, lock.order + 1);
    } else {
      if (free.length > 0 && at(i) < at(free[free.length - 1])) sorted = false;
      free.push(i);
    }
  }
  if (!sorted) free.sort((a, b) => at(a) - at(b) || a - b);
  for (const i of free) order[i] = next++;
  for (let leg = 0; leg < legCount; leg += 1) order[count + leg] = next++;
  return order;

  /** A blank Sequence is 0. */
  function at(i: number): number {
    return sequence[i] || 0;
  }
}
