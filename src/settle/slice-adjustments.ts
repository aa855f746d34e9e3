import type { Book } from '../book/book';
import type { RunRequest } from '../book/outcome';
import { type AdjustmentBuffer, leastAdjustment, reasonCode } from './adjustments';
import { GatheredReceipts } from './gathered';
import type { Pairing } from './pairing';
import type { Sides } from './sides';
import type { Values } from './values';

const SETTLEMENT = reasonCode('Settlement');
const PHYSICAL = reasonCode('Physical value');

/**
 * One adjustment for each slice in which the receipt's amount differs from the issue's own share (A4, A9). `isMade`
 * says of which a run with a bound makes none (A13); without it, none below the bound are made. What came through a
 * closing transfer that a recalculation does not keep is named by the receipts in it (A17).
 */
export function addSliceAdjustments(
  book: Book,
  request: RunRequest,
  sides: Sides,
  pairing: Pairing,
  { amount, ownShare }: Values,
  into: AdjustmentBuffer,
  isMade?: (side: number, adjustment: number) => boolean,
): void {
  const { count, issue, receipt } = pairing.slices;
  const least = leastAdjustment(request);
  const made = isMade ?? ((_, adjustment) => Math.abs(adjustment) >= least);
  const keepsLegs = request.type === 'Close';
  const gathered = keepsLegs ? undefined : new GatheredReceipts(sides, pairing);
  for (let s = 0; s < count; s++) {
    const adjustment = ownShare[s] - amount[s];
    if (adjustment === 0 || (least > 0 && !made(issue[s], adjustment))) continue;
    const row = sides.row[issue[s]];
    if (gathered && receipt[s] >= sides.count) {
      for (const part of gathered.share(receipt[s], adjustment, least)) {
        into.add(row, SETTLEMENT, sides.row[part.receipt], part.amount);
      }
      continue;
    }
    const physical = sides.physical[issue[s]] === 1 || sides.physical[receipt[s]] === 1;
    into.add(row, physical ? PHYSICAL : SETTLEMENT, positionOf(book, sides, receipt[s]), adjustment);
  }
}

/** A side as a position of the outcome: the transaction, or the leg behind the last of them. */
export function positionOf(book: Book, sides: Sides, side: number): number {
  return side < sides.count ? sides.row[side] : book.transactions.count + side - sides.count;
}
