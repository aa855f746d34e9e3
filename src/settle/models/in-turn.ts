import type { SliceBuffer } from '../slices';
import type { KeySides } from './model';

export type Direction = 'Oldest first' | 'Newest first';

let issueQueue = new Int32Array(0);
let receiptQueue = new Int32Array(0);

/**
 * Pairs the issues in their turn, each with the receipts in theirs, until either are used up.
 *
 * Receipts and issues mix at random, so a branch on which is which would be guessed wrong every other time. Hence the
 * two queues, filled without a branch: every side is written to the end of both, and only one of the ends moves on. In
 * the same way each step takes the smaller of what both have left and moves on from whichever has nothing left.
 */
export function pairInTurn(
  { sides, start, end, free }: KeySides,
  issuesBy: Direction,
  receiptsBy: Direction,
  slices: SliceBuffer,
  principle: number,
): void {
  const { open } = sides;
  if (issueQueue.length < end - start) {
    issueQueue = new Int32Array(2 * (end - start));
    receiptQueue = new Int32Array(2 * (end - start));
  }
  let issues = 0;
  let receipts = 0;
  for (let side = start; side < end; side++) {
    issueQueue[issues] = side;
    receiptQueue[receipts] = side;
    issues += Number(open[side] < 0);
    receipts += Number(open[side] > 0);
  }
  const issueStep = issuesBy === 'Oldest first' ? 1 : -1;
  const receiptStep = receiptsBy === 'Oldest first' ? 1 : -1;
  let i = issueStep > 0 ? 0 : issues - 1;
  let r = receiptStep > 0 ? 0 : receipts - 1;
  while (i >= 0 && i < issues && r >= 0 && r < receipts) {
    const issue = issueQueue[i];
    const receipt = receiptQueue[r];
    const wanted = free[issue];
    const has = free[receipt];
    const quantity = Math.min(wanted, has);
    if (quantity > 0) slices.add(issue, receipt, quantity, principle);
    free[issue] = wanted - quantity;
    free[receipt] = has - quantity;
    i += issueStep * Number(wanted === quantity);
    r += receiptStep * Number(has === quantity);
  }
}
