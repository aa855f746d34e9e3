import { type Book, LEG } from '../../book/book';
import { type Day, NO_DAY } from '../../book/days';
import { compareRows } from '../order';

/**
 * The latest receipt of a cost key that is financially updated by a day, by date and order (A3): what a revaluation of an
 * item with moving average is booked on. Undefined where there is none.
 */
export function latestReceipt(book: Book, key: number, day: Day): number | undefined {
  const { count, quantity, financialDay, leg, key: keys } = book.transactions;
  let latest: number | undefined;
  for (let row = 0; row < count; row++) {
    if (keys[row] !== key || quantity[row] <= 0 || leg[row] !== LEG.none) continue;
    if (financialDay[row] === NO_DAY || financialDay[row] > day) continue;
    const later = latest === undefined || compareRows(latest, row, (one) => financialDay[one], book.transactions) < 0;
    if (later) latest = row;
  }
  return latest;
}
