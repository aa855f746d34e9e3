import type { Book } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { byDateAndOrder } from '../order';

/**
 * What is open of a receipt: scaled, the value without provisional adjustments (A1), and without what people changed of it
 * since the last close: that is dated later, and partly belongs to issues (A12).
 */
export interface OpenPart {
  /** Position. */
  readonly transaction: number;
  readonly quantity: number;
  readonly value: number;
}

/**
 * The open parts of the receipts that are financially updated by a day, legs of closing transfers included: what the
 * stock of that day consists of. Cost key after cost key, inside it by date and order (A3).
 */
export function openParts(book: Book, day: Day): OpenPart[] {
  const { count, quantity, settledQuantity, settledValue, financialDay, financialCost, adjusted, changedByHand, key } =
    book.transactions;
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    if (quantity[row] <= 0 || quantity[row] === settledQuantity[row]) continue;
    if (financialDay[row] !== NO_DAY && financialDay[row] <= day) rows.push(row);
  }
  return Array.from(byDateAndOrder(Int32Array.from(rows), financialDay, book.transactions))
    .sort((a, b) => key[a] - key[b])
    .map((row) => ({
      transaction: row,
      quantity: quantity[row] - settledQuantity[row],
      value: financialCost[row] + adjusted[row] - changedByHand[row] - settledValue[row],
    }));
}
