import { principleCode, type SliceBuffer } from '../slices';
import type { KeySides } from './model';

const FIFO = principleCode('FIFO');

/** FIFO (A7): issues oldest first, each with the oldest open receipt, one later than the issue included. */
export function fifo({ sides, start, end, free }: KeySides, slices: SliceBuffer): void {
  const open = sides.open;
  let receipt = start;
  for (let issue = start; issue < end; issue++) {
    if (open[issue] >= 0) continue;
    let wanted = free[issue];
    while (wanted > 0) {
      while (receipt < end && (open[receipt] < 0 || free[receipt] === 0)) receipt++;
      if (receipt === end) {
        free[issue] = wanted;
        break;
      }
      const has = free[receipt];
      const quantity = has < wanted ? has : wanted;
      slices.add(issue, receipt, quantity, FIFO);
      free[receipt] = has - quantity;
      wanted -= quantity;
      free[issue] = wanted;
    }
    if (receipt === end) return;
  }
}
