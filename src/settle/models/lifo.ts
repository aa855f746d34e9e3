import { principleCode, type SliceBuffer } from '../slices';
import type { KeySides } from './model';

const LIFO = principleCode('LIFO');

/** LIFO (A7), newest issue first: each with the newest open receipt of the whole run. */
export function lifoNewestFirst(on: KeySides, slices: SliceBuffer): void {
  let receipt = on.end - 1;
  for (let issue = on.end - 1; issue >= on.start && receipt >= on.start; issue--) {
    if (on.sides.open[issue] < 0) receipt = settleDown(on, issue, receipt, slices);
  }
}

/** LIFO (A7), oldest issue first: each with the newest open receipt of the whole run. */
export function lifoOldestFirst(on: KeySides, slices: SliceBuffer): void {
  let receipt = on.end - 1;
  for (let issue = on.start; issue < on.end && receipt >= on.start; issue++) {
    if (on.sides.open[issue] < 0) receipt = settleDown(on, issue, receipt, slices);
  }
}

/** Settles one issue with the receipts from the given one downwards; returns where the next issue goes on. */
function settleDown({ sides, start, free }: KeySides, issue: number, from: number, slices: SliceBuffer): number {
  const open = sides.open;
  let receipt = from;
  let wanted = free[issue];
  while (wanted > 0) {
    while (receipt >= start && (open[receipt] < 0 || free[receipt] === 0)) receipt--;
    if (receipt < start) break;
    const quantity = free[receipt] < wanted ? free[receipt] : wanted;
    slices.add(issue, receipt, quantity, LIFO);
    free[receipt] -= quantity;
    wanted -= quantity;
  }
  free[issue] = wanted;
  return receipt;
}
