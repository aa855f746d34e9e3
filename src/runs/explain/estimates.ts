import { type Book, NONE } from '../../book/book';
import { mulDiv } from '../../book/muldiv';
import { runningAverages, type RunningAverages } from '../../settle/reports/postings';
import type { ReadBook } from '../../workbook/read/read-book';
import { revaluationsOf } from '../running-average';
import type { Evidence } from './evidence';
import type { Names } from './names';
import type { Speech } from './speech';

/** Says what the estimate was that an issue was posted at, where that can be seen from the figures. */
export class Estimates {
  private averages: RunningAverages | undefined;

  constructor(
    private readonly read: ReadBook,
    private readonly evidence: Evidence,
    private readonly names: Names,
    private readonly speech: Speech,
  ) {}

  of(issue: number): string {
    const { phrases, amount } = this.speech;
    const { estimates } = phrases;
    const { book } = this.read;
    const { markedTo, quantity: quantities } = book.transactions;
    const [posted, quantity] = [-this.evidence.postedOf(issue), -quantities[issue]];
    if (posted === 0 || quantity <= 0) return estimates.none;
    const marked = markedTo[issue];
    if (marked !== NONE && quantities[marked] > 0) {
      const cost = mulDiv(this.evidence.postedOf(marked), quantity, quantities[marked]);
      if (isNear(posted, cost)) return estimates.marked(this.names.id(marked));
    }
    this.averages ??= runningAverages(book, revaluationsOf(this.read));
    const [value, onHand] = [this.averages.value[issue], this.averages.quantity[issue]];
    if (!this.evidence.isSlip(issue) && onHand > 0) {
      return isNear(posted, mulDiv(value, quantity, onHand))
        ? estimates.average(amount(unit(book, value, onHand)))
        : estimates.none;
    }
    const { costPrice } = book.items[book.transactions.item[issue]];
    if (costPrice === undefined || this.evidence.isSlip(issue)) return estimates.none;
    const { amountDecimals, quantityDecimals } = book.parameters;
    const atPrice = Math.round((quantity / 10 ** quantityDecimals) * costPrice * 10 ** amountDecimals);
    return isNear(posted, atPrice) ? estimates.price(amount(costPrice.toFixed(amountDecimals))) : estimates.none;
  }
}

/** Averages are rounded before they are multiplied, in some systems: one minor unit, or a thousandth. */
function isNear(posted: number, estimate: number): boolean {
  return Math.abs(posted - estimate) <= Math.max(1, Math.abs(estimate) / 1000);
}

/** A unit cost, rounded for people. */
function unit({ parameters }: Book, value: number, quantity: number): string {
  const { amountDecimals, quantityDecimals } = parameters;
  return (value / 10 ** amountDecimals / (quantity / 10 ** quantityDecimals)).toFixed(amountDecimals);
}
