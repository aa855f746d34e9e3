import { Decimal } from 'decimal.js';
import { type Book, LEG, lastClose } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import type { CostBase, CostDeviation } from '../../book/reports';
import { ROWS_A_STEP, type Steps } from '../../book/steps';
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
export function* costPriceSteps(book: Book, day: Day, options: CostPriceOptions): Steps<CostDeviation[]> {
  const { financialDay, item, type } = book.transactions;
  const after = lastClose(book.closings)?.day ?? NO_DAY;
  const receipts = invoicedReceipts(book, day);
  const medians = options.base === 'Item cost price' ? undefined : yield* mediansOf(book, receipts);
  yield;
  const bases = book.items.map(({ costPrice }, of): Base | undefined => {
    const price = new Decimal(costPrice ?? 0);
    const byPrice = options.base !== 'Median' && !price.isZero();
    const base = byPrice ? price : medians?.get(of);
    return base && !base.isZero() ? { base, near: base.toNumber(), byPrice } : undefined;
  });
  const found: CostDeviation[] = [];
  for (const [at, row] of receipts.entries()) {
    if (at % (ROWS_A_STEP >> 2) === 0) yield;
    if (financialDay[row] <= after) continue;
    if (options.ignoreProduction && isProduction(TRANSACTION_TYPES[type[row]])) continue;
    const known = bases[item[row]];
    if (!known || isClearlyWithin(book, row, known.near, options.maximumDeviation)) continue;
    const { base, byPrice } = known;
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

/** What the unit costs of an item are compared with; `near` is the same as a double. */
interface Base {
  readonly base: Decimal;
  readonly near: number;
  readonly byPrice: boolean;
}

/** Whether doubles can tell already that a receipt is not to be listed: most are not, and exact figures take their time. */
function isClearlyWithin({ transactions, parameters }: Book, row: number, base: number, percent: number): boolean {
  const scale = 10 ** (parameters.quantityDecimals - parameters.amountDecimals);
  const unitCost = (transactions.financialCost[row] / transactions.quantity[row]) * scale;
  return Math.abs(unitCost - base) * 100 < Math.abs(base) * (percent - 1e-6);
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

function* mediansOf(book: Book, receipts: readonly number[]): Steps<Map<number, Decimal>> {
  const byItem = new Map<number, number[]>();
  for (const row of receipts) {
    const item = book.transactions.item[row];
    const list = byItem.get(item);
    if (list) list.push(row);
    else byItem.set(item, [row]);
  }
  const medians = new Map<number, Decimal>();
  for (const [item, rows] of byItem) {
    medians.set(item, medianOf(book, rows));
    yield;
  }
  return medians;
}

/** The median of the unit costs; of an even number the mean of the two in the middle. */
function medianOf(book: Book, rows: number[]): Decimal {
  const sorted = rows.sort((one, other) => compareUnitCosts(book, one, other));
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return unitCostOf(book, sorted[half]);
  return unitCostOf(book, sorted[half - 1])
    .plus(unitCostOf(book, sorted[half]))
    .div(2);
}

/** Compares costs a unit, exactly: by doubles where these are far enough apart to tell. Quantities are positive. */
function compareUnitCosts({ transactions }: Book, one: number, other: number): number {
  const { financialCost: cost, quantity } = transactions;
  const [left, right] = [cost[one] * quantity[other], cost[other] * quantity[one]];
  if (Math.abs(left - right) > 1e-12 * Math.max(Math.abs(left), Math.abs(right))) return left - right;
  const difference = BigInt(cost[one]) * BigInt(quantity[other]) - BigInt(cost[other]) * BigInt(quantity[one]);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Posted cost of one unit, in amount units. */
function unitCostOf({ transactions, parameters }: Book, row: number): Decimal {
  const cost = new Decimal(transactions.financialCost[row]).div(new Decimal(10).pow(parameters.amountDecimals));
  return cost.div(new Decimal(transactions.quantity[row]).div(new Decimal(10).pow(parameters.quantityDecimals)));
}

function shown(unitCost: Decimal): number {
  return unitCost.toDecimalPlaces(8).toNumber();
}
