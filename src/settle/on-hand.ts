import type { Book } from '../book/book';
import { type Day, NO_DAY } from '../book/days';

/** Quantity on hand of each cost key at a day, scaled: what is physically updated, and what is financially (A16). */
export interface OnHand {
  readonly physical: Float64Array;
  readonly financial: Float64Array;
}

export function onHandAt(book: Book, day: Day): OnHand {
  const { count, key, quantity, financialDay, physicalDay } = book.transactions;
  const physical = new Float64Array(book.keys.length);
  const financial = new Float64Array(book.keys.length);
  for (let row = 0; row < count; row++) {
    const invoiced = financialDay[row] !== NO_DAY && financialDay[row] <= day;
    if (invoiced) financial[key[row]] += quantity[row];
    if (invoiced || (physicalDay[row] !== NO_DAY && physicalDay[row] <= day)) physical[key[row]] += quantity[row];
  }
  return { physical, financial };
}
