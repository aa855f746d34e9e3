import { principleCode, type SliceBuffer } from '../slices';
import type { KeySides } from './model';

const LIFO_DATE = principleCode('LIFO date');

let stack = new Int32Array(0);

/**
 * LIFO date (A7): issue dates ascending, inside a date the last issue first; each takes the newest open receipts dated
 * on or before it, then later ones, nearest first. A stack holds the receipts up to the date; the later ones are used
 * up from their near end, so a single pointer knows where they go on.
 */
export function lifoDate({ sides, start, end, free }: KeySides, slices: SliceBuffer): void {
  const { open } = sides;
  const day = sides.day!;
  if (stack.length < end - start) stack = new Int32Array(2 * (end - start));
  let height = 0;
  let later = start;
  for (let first = start; first < end;) {
    let next = first + 1;
    while (next < end && day[next] === day[first]) next++;
    // What an earlier issue used up ahead of its date is not pushed any more.
    for (let side = first; side < next; side++) if (open[side] > 0 && free[side] > 0) stack[height++] = side;
    if (later < next) later = next;
    for (let issue = next - 1; issue >= first; issue--) {
      if (open[issue] >= 0) continue;
      let wanted = free[issue];
      while (wanted > 0) {
        let receipt: number;
        if (height > 0) {
          receipt = stack[height - 1];
        } else {
          while (later < end && (open[later] < 0 || free[later] === 0)) later++;
          if (later === end) break;
          receipt = later;
        }
        const quantity = free[receipt] < wanted ? free[receipt] : wanted;
        slices.add(issue, receipt, quantity, LIFO_DATE);
        free[receipt] -= quantity;
        if (height > 0 && free[receipt] === 0) height--;
        wanted -= quantity;
      }
      free[issue] = wanted;
    }
    first = next;
  }
}
