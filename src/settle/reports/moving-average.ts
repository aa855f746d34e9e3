import { Decimal } from 'decimal.js';
import type { Book } from '../../book/book';
import { mulDiv } from '../../book/muldiv';
import type { MovingAverageRow } from '../../book/reports';
import { type Entry, entriesOf, type Revaluation } from './moving-average-entries';

export interface MovingAverageOptions {
  /** Rows whose difference is smaller are not listed: scaled, and at least one minor unit. */
  readonly minimum: number;
  /**
   * Rows were posted in the order of their dates. Otherwise in their order in the book (Sequence, then row): then a row with
   * an earlier date than one posted before it is backdated.
   */
  readonly inDateOrder: boolean;
}

/**
 * Where the moving average items of a book were posted at other costs than their average gave (Part B): issues at another
 * cost than the average at that moment; differences between slip and invoice of receipts, split into the part that is still
 * on hand and the part to be expensed; receipts that were backdated, or that went into negative stock, and their
 * difference against the average. By cost key, in the order of posting.
 *
 * The average of a moment is the value on hand / the quantity on hand. Issues count at what they were posted at, so that
 * each deviation is told once, where it arose. What is expensed is no part of the value.
 */
export function movingAverage(
  book: Book,
  revaluations: readonly Revaluation[],
  options: MovingAverageOptions,
): MovingAverageRow[] {
  const rows: MovingAverageRow[] = [];
  for (const entries of entriesOf(book, revaluations, options.inDateOrder)) {
    const stock = new Stock(book);
    for (const entry of entries) {
      const row = stock.post(entry);
      if (row && Math.abs(row.difference) >= options.minimum) rows.push(row);
    }
  }
  return rows;
}

/** What is on hand of a cost key, and its average. */
class Stock {
  private quantity = 0;
  private value = 0;
  /** The last average: a value and the quantity that it is of. No quantity before the first receipt. */
  private last = { value: 0, quantity: 0 };

  constructor(private readonly book: Book) {}

  /** Posts an entry; returns its row of the report where it has a difference. */
  post(entry: Entry): MovingAverageRow | undefined {
    const before = { quantity: this.quantity, value: this.value, average: this.average() };
    const found = this.take(entry);
    if (this.quantity > 0) this.last = { value: this.value, quantity: this.quantity };
    if (!found || found.posted === found.atAverage) return undefined;
    const difference = found.posted - found.atAverage;
    return {
      transaction: entry.transaction,
      kind: found.kind,
      day: entry.day,
      backdated: entry.backdated,
      quantity: entry.quantity,
      onHandQuantity: before.quantity,
      onHandValue: before.value,
      average: before.average,
      posted: found.posted,
      atAverage: found.atAverage,
      difference,
      onHandPart: found.onHandPart,
      expensedPart: entry.quantity < 0 ? 0 : difference - found.onHandPart,
    };
  }

  private take(entry: Entry): Pick<MovingAverageRow, 'kind' | 'posted' | 'atAverage' | 'onHandPart'> | undefined {
    const { quantity, cost } = entry;
    if (entry.what === 'Revaluation') {
      this.value += cost;
      return undefined;
    }
    if (entry.what === 'Invoice') {
      const onHand = Math.min(Math.max(this.quantity, 0), quantity);
      const onHandPart = mulDiv(cost, onHand, quantity);
      this.value += onHandPart;
      return { kind: 'Invoice', posted: cost, atAverage: 0, onHandPart };
    }
    if (quantity < 0) {
      const atAverage = this.last.quantity > 0 ? this.atAverage(quantity) : cost;
      this.move(quantity, cost);
      return { kind: 'Issue', posted: cost, atAverage, onHandPart: 0 };
    }
    return this.receive(entry);
  }

  /**
   * A receipt is worth what it was posted at; but for the part that fills negative stock, and for a backdated one, which are
   * worth the average.
   */
  private receive({ quantity, cost, backdated }: Entry): ReturnType<Stock['take']> {
    const known = this.last.quantity > 0;
    const filling = known ? Math.min(Math.max(0 - this.quantity, 0), quantity) : 0;
    const averaged = known && backdated ? quantity : filling;
    const own = cost - mulDiv(cost, averaged, quantity);
    const atAverage = (averaged === 0 ? 0 : this.atAverage(averaged)) + own;
    this.move(quantity, atAverage);
    return {
      kind: backdated && known ? 'Backdated receipt' : 'Negative stock',
      posted: cost,
      atAverage,
      onHandPart: 0,
    };
  }

  /** Without quantity there is no value: what was posted off the average was told. */
  private move(quantity: number, value: number): void {
    this.quantity += quantity;
    this.value = this.quantity === 0 ? 0 : this.value + value;
  }

  /** A signed quantity at the average: of what is on hand, or the last where nothing is. */
  private atAverage(quantity: number): number {
    const { value, quantity: whole } = this.last;
    const part = mulDiv(value, Math.abs(quantity), whole);
    return quantity < 0 ? 0 - part : part;
  }

  /** Amount units a unit, rounded for people; undefined before the first receipt. */
  private average(): number | undefined {
    const { amountDecimals, quantityDecimals } = this.book.parameters;
    const { value, quantity } = this.last;
    if (quantity === 0) return undefined;
    const power = new Decimal(10).pow(quantityDecimals - amountDecimals);
    return new Decimal(value).div(quantity).times(power).toDecimalPlaces(8).toNumber();
  }
}
