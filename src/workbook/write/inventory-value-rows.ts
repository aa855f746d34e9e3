import { Decimal } from 'decimal.js';
import { REASONS } from '../../book/outcome';
import { ADJUSTED_BY, INVENTORY_VALUE } from '../tables/results';
import type { OutcomeRows } from './outcome-rows';
import type { NewRows } from './rows';

/** From the value at the close before to the value at this one, a row for each cost key. */
export function inventoryValueRows(on: OutcomeRows): NewRows {
  const rows = on.rows(INVENTORY_VALUE);
  const number = on.numbers('N', 'InventoryValue');
  const { amount, quantity } = {
    amount: (units: number) => on.figures.amount(units),
    quantity: (units: number) => on.figures.quantity(units),
  };
  const adjusted = adjustedByReason(on);
  for (const row of on.outcome.inventoryValue) {
    const parts = ADJUSTED_BY.map((_, part) => adjusted[part].get(row.key) ?? 0);
    const explained = parts.reduce((sum, units) => sum + units, 0);
    parts[parts.length - 1] += row.adjustment - explained;
    const left = row.openingValue + row.receiptValue + row.issueValue + row.adjustment - row.closingValue;
    rows.add({
      ...on.common,
      ...on.places.dimensionsOfKey(row.key),
      Line: number(),
      Item: on.places.item(on.read.book.keys[row.key].item),
      'Opening quantity': quantity(row.openingQuantity),
      'Opening value': amount(row.openingValue),
      'Receipt quantity': quantity(row.receiptQuantity),
      'Receipt value': amount(row.receiptValue),
      'Issue quantity': quantity(row.issueQuantity),
      'Issue value': amount(row.issueValue),
      Adjustment: amount(row.adjustment),
      ...Object.fromEntries(ADJUSTED_BY.map(({ name }, part) => [name, amount(parts[part])])),
      'Closing quantity': quantity(row.closingQuantity),
      'Closing value': amount(row.closingValue),
      'Unit cost': shownUnitCost(on, row.closingValue, row.closingQuantity),
      Check: amount(left),
    });
  }
  return rows;
}

/** The adjustments of this run by cost key, one map for each of ADJUSTED_BY. */
function adjustedByReason(on: OutcomeRows): Map<number, number>[] {
  const partOf = REASONS.map((reason) => ADJUSTED_BY.findIndex(({ reasons }) => reasons.includes(reason)));
  const sums = ADJUSTED_BY.map(() => new Map<number, number>());
  const { adjustments } = on.outcome;
  const { key } = on.read.book.transactions;
  for (let a = 0; a < adjustments.count; a++) {
    const part = partOf[adjustments.reason[a]];
    if (part < 0) continue;
    const own = key[adjustments.transaction[a]];
    sums[part].set(own, (sums[part].get(own) ?? 0) + adjustments.amount[a]);
  }
  return sums;
}

/** Shown to people: six decimals beyond the minor unit are more than enough. */
function shownUnitCost(on: OutcomeRows, value: number, quantity: number): number | null {
  if (quantity === 0) return null;
  const { amountDecimals, quantityDecimals } = on.read.book.parameters;
  return unitCost(value, amountDecimals, quantity, quantityDecimals);
}

/** Scaled value over scaled quantity as a number of amount units a unit, rounded for people (it is never computed with). */
export function unitCost(value: number, amountDecimals: number, quantity: number, quantityDecimals: number): number {
  return new Decimal(value)
    .div(quantity)
    .times(new Decimal(10).pow(quantityDecimals - amountDecimals))
    .toDecimalPlaces(amountDecimals + 6)
    .toNumber();
}
