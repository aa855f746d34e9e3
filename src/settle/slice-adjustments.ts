import type { Book } from '../book/book';
import type { RunRequest } from '../book/outcome';
import { type AdjustmentBuffer, reasonCode } from './adjustments';
import type { Bound } from './bound';
import { GatheredReceipts } from './gathered';
import type { Pairing } from './pairing';
import type { Sides } from './sides';
import type { Values } from './values';

const SETTLEMENT = reasonCode('Settlement');
const PHYSICAL = reasonCode('Physical value');

/** Says which adjustments of a side are made, where more counts than the bound of the run: in circles all are (A14). */
interface Makes {
  isMade(side: number, reason: number, source: number, adjustment: number): boolean;
}

/**
 * One adjustment for each slice in which the receipt's amount differs from the issue's own share (A4, A9), if the run
 * makes one (A13). What came through a closing transfer that a recalculation does not keep is named by the receipts in
 * it (A17).
 */
export function addSliceAdjustments(
  book: Book,
  request: RunRequest,
  sides: Sides,
  pairing: Pairing,
  { amount, ownShare }: Values,
  into: AdjustmentBuffer,
  bound: Bound,
  flowing?: Makes,
): void {
  const { count, issue, receipt } = pairing.slices;
  const { least } = bound;
  const keepsLegs = request.type === 'Close';
  const gathered = keepsLegs ? undefined : new GatheredReceipts(sides, pairing);
  for (let s = 0; s < count; s++) {
    const adjustment = ownShare[s] - amount[s];
    if (adjustment === 0) continue;
    const row = sides.row[issue[s]];
    const source = positionOf(book, sides, receipt[s]);
    const reason = sliceReason(sides, issue[s], receipt[s]);
    if (least > 0) {
      const made = flowing
        ? flowing.isMade(issue[s], reason, source, adjustment)
        : bound.makes(row, reason, source, adjustment);
      if (!made) continue;
    }
    if (gathered && receipt[s] >= sides.count) {
      for (const part of gathered.share(receipt[s], adjustment, least)) {
        into.add(row, reason, sides.row[part.receipt], part.amount);
      }
    } else {
      into.add(row, reason, source, adjustment);
    }
  }
}

/** Why a slice adjusts its issue: a pair with a slip in it settles nothing (A9). */
export function sliceReason({ physical }: Sides, issue: number, receipt: number): number {
  return physical[issue] === 1 || physical[receipt] === 1 ? PHYSICAL : SETTLEMENT;
}

/** A side as a position of the outcome: the transaction, or the leg behind the last of them. */
export function positionOf(book: Book, sides: Sides, side: number): number {
  return side < sides.count ? sides.row[side] : book.transactions.count + side - sides.count;
}
