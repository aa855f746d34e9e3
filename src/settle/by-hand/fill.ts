import { Decimal } from 'decimal.js';
import type { Book } from '../../book/book';
import { exact } from '../../book/decimals';
import type { OpenPart } from './open-parts';
import { spread } from './spread';

/**
 * What the stock is to be worth (A20). Unit costs are in amount units a whole unit and may have any decimals; total value
 * and amount are scaled; percent is the change, -10 for a tenth less.
 */
export type Fill =
  | { readonly method: 'Item cost price' }
  | { readonly method: 'Unit cost'; readonly unitCost: number }
  | { readonly method: 'Total value'; readonly value: number }
  | { readonly method: 'Percent'; readonly percent: number }
  | { readonly method: 'Amount'; readonly amount: number };

/**
 * What each open part is adjusted by. Total value and amount are for all parts together; a unit cost and a percentage
 * hold for each cost key by itself, so that its total is what they say, to the minor unit.
 */
export function fillOf(book: Book, parts: readonly OpenPart[], fill: Fill): number[] {
  switch (fill.method) {
    case 'Amount':
      return spread(fill.amount, parts);
    case 'Total value':
      return spread(exact(fill.value - valueOf(parts), 'The value on hand'), parts);
    case 'Percent':
      return eachKey(book, parts, (ofKey) => spread(partOf(valueOf(ofKey), fill.percent), ofKey));
    case 'Unit cost':
      return eachKey(book, parts, (ofKey) => toUnitCost(book, ofKey, fill.unitCost));
    case 'Item cost price':
      return eachKey(book, parts, (ofKey) => {
        const { costPrice } = book.items[book.transactions.item[ofKey[0].transaction]];
        return toUnitCost(book, ofKey, costPrice ?? 0);
      });
  }
}

/** The value of a quantity at a unit cost, both as in the book: rounded half away from zero to a minor unit. */
export function valueAt({ parameters }: Book, quantity: number, unitCost: number): number {
  const { amountDecimals, quantityDecimals } = parameters;
  const value = new Decimal(unitCost).times(quantity).times(new Decimal(10).pow(amountDecimals - quantityDecimals));
  return exact(value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(), 'The value on hand');
}

/** Each part is brought to the unit cost by itself; the last takes what the rounding of the others leaves of the total. */
function toUnitCost(book: Book, parts: readonly OpenPart[], unitCost: number): number[] {
  const quantity = parts.reduce((sum, part) => sum + part.quantity, 0);
  let rest = valueAt(book, quantity, unitCost);
  return parts.map((part, at) => {
    const value = at === parts.length - 1 ? rest : valueAt(book, part.quantity, unitCost);
    rest -= value;
    return value - part.value;
  });
}

function partOf(value: number, percent: number): number {
  const part = new Decimal(value).times(percent).div(100);
  return exact(part.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(), 'The value on hand');
}

function valueOf(parts: readonly OpenPart[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

/** Parts of one key stand together: see openParts. */
function eachKey(book: Book, parts: readonly OpenPart[], adjust: (ofKey: readonly OpenPart[]) => number[]): number[] {
  const { key } = book.transactions;
  const found: number[] = [];
  for (let start = 0; start < parts.length;) {
    let end = start + 1;
    while (end < parts.length && key[parts[end].transaction] === key[parts[start].transaction]) end += 1;
    found.push(...adjust(parts.slice(start, end)));
    start = end;
  }
  return found;
}
