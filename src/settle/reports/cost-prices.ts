import { Decimal } from 'decimal.js';
import { type Book, LEG, lastClose } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import type { CostBase, CostDeviation } from '../../book/reports';
import { isProduction, TRANSACTION_TYPES } from '../../book/transaction-types';

export interface CostPriceOptions {
  readonly base: CostBase;
  /** In percent of the base: a receipt is listed above it. */
  readonly maximumDeviation: number;
  /** Amount units a unit: a receipt is listed from it on. Both must hold. */
  readonly minimumDeviation: number;
  readonly ignoreProduction: boolean;
}

export const DEFAULT_COST_PRICE_OPTIONS: CostPriceOptions = {
  base: 'Item cost price or median',
  maximumDeviation: 30,
  minimumDeviation: 0,
  ignoreProduction: false,
};

/**
 * The receipts financially updated after the last close and by a day whose unit cost lies more than a percentage, and
 * at least an amount, off its base. The median is over all receipts of the item up to the day; of an even number the
 * mean of the two in the middle. An item without a base, or with a base of zero, is left out.
 */
export function checkCostPrices(book: Book, day: Day, options: CostPriceOptions): CostDeviation[] {
  const { financialDay, item, type } = book.transactions;
  const after = lastClose(book.closings)?.day ?? NO_DAY;
  const receipts = invoicedReceipts(book, day);
  const medians = options.base === 'Item cost price' ? undefined : mediansOf(book, receipts);
  const found: CostDeviation[] = [];
  for (const row of receipts) {
    if (financialDay[row] <= after) continue;
    if (options.ignoreProduction && isProduction(TRANSACTION_TYPES[type[row]])) continue;
    const price = new Decimal(book.items[item[row]].costPrice ?? 0);
    const byPrice = options.base !== 'Median' && !price.isZero();
    const base = byPrice ? price : medians?.get(item[row]);
    if (!base || base.isZero()) continue;
    const unitCost = unitCostOf(book, row);
    const deviation = unitCost.minus(base);
    const percent = deviation.abs().div(base.abs()).times(100);
    if (percent.lte(options.maximumDeviation) || deviation.abs().lt(options.minimumDeviation)) continue;
    found.push({
      transaction: row,
      unitCost: shown(unitCost),
      base: shown(base),
      baseIs: byPrice ? 'Item cost price' : 'Median',
      deviation: shown(deviation),
      percent: percent.toDecimalPlaces(2).toNumber(),
    });
  }
  return found;
}

function invoicedReceipts(book: Book, day: Day): number[] {
  const { count, quantity, financialDay, leg } = book.transactions;
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    if (quantity[row] > 0 && leg[row] === LEG.none && financialDay[row] !== NO_DAY && financialDay[row] <= day)
      rows.push(row);
  }
  return rows;
}

function mediansOf(book: Book, receipts: readonly number[]): Map<number, Decimal> {
  const unitCosts = new Map<number, Decimal[]>();
  for (const row of receipts) {
    const item = book.transactions.item[row];
    const list = unitCosts.get(item);
    if (list) list.push(unitCostOf(book, row));
    else unitCosts.set(item, [unitCostOf(book, row)]);
  }
  return new Map([...unitCosts].map(([item, list]) => [item, middle(list)]));
}

/** Posted cost of one unit, in amount units. */
function unitCostOf({ transactions, parameters }: Book, row: number): Decimal {
  const cost = new Decimal(transactions.financialCost[row]).div(new Decimal(10).pow(parameters.amountDecimals));
  return cost.div(new Decimal(transactions.quantity[row]).div(new Decimal(10).pow(parameters.quantityDecimals)));
}

function shown(unitCost: Decimal): number {
  return unitCost.toDecimalPlaces(8).toNumber();
}

/** The median; of an even number the mean of the two in the middle. */
export function middle(values: readonly Decimal[]): Decimal {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : sorted[half - 1].plus(sorted[half]).div(2);
}
