import { type Book, NONE } from '../../book/book';
import { mulDiv } from '../../book/muldiv';
import type { InflatedIssue } from '../../book/reports';
import { hasAverage, type Posting, type Revaluation, type RunningStock, walkPostings } from './postings';

export interface RunningAverageOptions {
  /** An average that is off by no more than this is not told of, in percent of what the stock cost. */
  readonly maximumDeviation: number;
}

export const DEFAULT_RUNNING_AVERAGE_OPTIONS: RunningAverageOptions = { maximumDeviation: 10 };

/**
 * Issues that were posted at a running average that negative stock had spoilt, with the row that spoilt it.
 *
 * An issue of more than there is takes more value out than there was: all of it is priced at the average of the part that
 * was there. When a receipt brings the quantity above zero again, what is left has the difference in its value, and a
 * small rest may carry a large one: 100 for 100.00, an issue of 200 at 1.00, a receipt of 101 for 202.00 leave 1 piece for
 * 102.00. Beside the value on hand as posted the check keeps what the stock cost: what is left after a receipt has filled
 * a negative quantity is worth what that receipt cost. Listed is an issue that was posted at the average (within a
 * hundredth) while the two were further apart than allowed.
 */
export function checkRunningAverages(
  book: Book,
  revaluations: readonly Revaluation[],
  { maximumDeviation }: RunningAverageOptions,
): InflatedIssue[] {
  const found = new Map<number, InflatedIssue>();
  const stocks = book.keys.map(() => new KeyStock());
  walkPostings(book, revaluations, {
    posted: (posting, before) => {
      const stock = stocks[book.transactions.key[posting.row]];
      stock.takeSlipOut(posting, before);
      const issue = stock.inflated(posting, before, maximumDeviation);
      // The invoice is what counts: it takes the place of what was said of the slip.
      if (posting.quantity < 0) found.delete(posting.row);
      if (issue) found.set(posting.row, issue);
      stock.post(posting, before);
    },
    revalued: (key, after) => stocks[key].revalue(after),
  });
  return [...found.values()];
}

/** What the stock of a cost key cost, beside its value as posted. */
class KeyStock {
  private worth = 0;
  /** The issue that took more than there was, and the receipt that filled it up; NONE while the averages are sound. */
  private startedBy = NONE;
  private coveredBy = NONE;
  /** By how much slips that are in have changed what the stock cost. */
  private readonly bySlip = new Map<number, number>();

  /** An invoice takes the place of its slip: what the slip brought or took goes out again. */
  takeSlipOut({ row, slipCost }: Posting, before: RunningStock): void {
    if (slipCost === undefined) return;
    this.worth = this.startedBy === NONE ? before.value : this.worth - (this.bySlip.get(row) ?? 0);
    this.bySlip.delete(row);
  }

  inflated(
    { row, financial, quantity, cost }: Posting,
    before: RunningStock,
    maximumDeviation: number,
  ): InflatedIssue | undefined {
    if (quantity > 0 || this.startedBy === NONE || !hasAverage(before) || this.worth <= 0) return undefined;
    const { worth } = this;
    if (Math.abs(before.value - worth) * 100 <= maximumDeviation * worth) return undefined;
    const atAverage = mulDiv(before.value, -quantity, before.quantity);
    if (Math.abs(-cost - atAverage) > Math.max(1, atAverage / 100)) return undefined;
    return {
      transaction: row,
      updated: financial ? 'Financial' : 'Physical',
      onHand: before.quantity,
      value: before.value,
      worth,
      posted: -cost,
      excess: -cost - mulDiv(worth, -quantity, before.quantity),
      startedBy: this.startedBy,
      coveredBy: this.coveredBy,
    };
  }

  post({ row, quantity, cost, financial }: Posting, before: RunningStock): void {
    const { worth } = this;
    if (quantity < 0) this.issue(row, quantity, cost, before);
    else this.receive(row, quantity, cost, before);
    if (!financial) this.bySlip.set(row, this.worth - worth);
    const after = { quantity: before.quantity + quantity, value: before.value + cost };
    if (this.startedBy === NONE || this.isSoundAgain(after)) this.revalue(after);
  }

  /** What closes adjust is put right: from then on the stock cost what it is worth. */
  revalue({ quantity, value }: RunningStock): void {
    this.worth = value;
    if (quantity < 0) return;
    this.startedBy = NONE;
    this.coveredBy = NONE;
  }

  private issue(row: number, quantity: number, cost: number, before: RunningStock): void {
    const rest = before.quantity + quantity;
    if (rest >= 0) {
      this.worth = before.quantity === 0 ? 0 : mulDiv(this.worth, rest, before.quantity);
      return;
    }
    if (before.quantity >= 0) {
      this.startedBy = row;
      this.coveredBy = NONE;
      this.worth = mulDiv(cost, -rest, -quantity);
    } else this.worth += cost;
  }

  private receive(row: number, quantity: number, cost: number, before: RunningStock): void {
    const rest = before.quantity + quantity;
    if (before.quantity >= 0) this.worth += cost;
    else if (rest <= 0) this.worth = mulDiv(this.worth, -rest, -before.quantity);
    else this.worth = mulDiv(cost, rest, quantity);
    if (rest > 0 && this.coveredBy === NONE) this.coveredBy = row;
  }

  /** The difference has gone, but for rounding. */
  private isSoundAgain({ quantity, value }: RunningStock): boolean {
    return quantity > 0 && Math.abs(value - this.worth) * 1000 <= Math.abs(this.worth);
  }
}
