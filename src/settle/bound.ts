import type { Book } from '../book/book';
import type { RunRequest } from '../book/outcome';
import { isProvisional } from './adjustments';

/**
 * Which adjustments a run makes (A13). A close makes all: where cost flows it expenses small amounts instead. A
 * recalculation makes none below the minimum, but what a close has made of slips and of uncovered quantities stays where
 * it comes out the same: so a recalculation right after a close changes nothing, whatever the minimum.
 */
export class Bound {
  /** The smallest adjustment that is made, scaled; 0 where there is no bound. */
  readonly least: number;
  private readonly standing = new Set<string>();

  constructor(book: Book, { type, minimumThroughputAdjustment }: RunRequest) {
    this.least = type === 'Recalculation' ? minimumThroughputAdjustment : 0;
    if (this.least === 0) return;
    const { count, transaction, reason, source, amount } = book.provisional;
    for (let i = 0; i < count; i++) {
      if (isProvisional(reason[i], false)) this.standing.add(nameOf(transaction[i], reason[i], source[i], amount[i]));
    }
  }

  /** Whether an adjustment is made: its transaction and source (positions), its reason and its amount. */
  makes(transaction: number, reason: number, source: number, amount: number): boolean {
    return Math.abs(amount) >= this.least || this.standing.has(nameOf(transaction, reason, source, amount));
  }
}

function nameOf(transaction: number, reason: number, source: number, amount: number): string {
  return `${transaction} ${reason} ${source} ${amount}`;
}
