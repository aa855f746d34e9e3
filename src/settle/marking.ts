import { type Book, NONE } from '../book/book';
import { type Day, NO_DAY } from '../book/days';
import { settles } from '../book/models';
import { compareRows } from './order';

/** An issue side and a receipt side that are to be paired before the model. */
export interface Pair {
  readonly issue: number;
  readonly receipt: number;
  readonly quantity: number;
}

/** A marked issue that waits for a counterpart which takes no part in the run. Positions of transactions. */
export interface Waiting {
  readonly issue: number;
  readonly counterpart: number;
  readonly quantity: number;
}

export interface Marked {
  /** In the order of the walk. */
  readonly pairs: readonly Pair[];
  /** Quantity of each side that is kept for a counterpart outside the run, positive. */
  readonly reserved: ReadonlyMap<number, number>;
  readonly waiting: readonly Waiting[];
}

const NOTHING: Marked = { pairs: [], reserved: new Map(), waiting: [] };

/**
 * Walks all marked pairs, present in the run or not, in the order of the issue and then of the receipt (A5). Each takes
 * the smaller of what both have left: as a pair where both take part, as a reservation where one does.
 */
export function walkMarks(book: Book, sideOf: () => Int32Array, day: Day): Marked {
  const pairs = markedPairs(book, day);
  if (pairs.length === 0) return NOTHING;
  const { quantity, settledQuantity } = book.transactions;
  const side = sideOf();
  const taken = new Map<number, number>();
  const left = (row: number) => Math.abs(quantity[row] - settledQuantity[row]) - (taken.get(row) ?? 0);
  const take = (row: number, amount: number) => taken.set(row, (taken.get(row) ?? 0) + amount);
  const made: Pair[] = [];
  const reserved = new Map<number, number>();
  const waiting: Waiting[] = [];
  for (const { issue, receipt } of pairs) {
    const amount = Math.min(left(issue), left(receipt));
    if (amount <= 0) continue;
    take(issue, amount);
    take(receipt, amount);
    const issueSide = side[issue];
    const receiptSide = side[receipt];
    if (issueSide !== NONE && receiptSide !== NONE) {
      made.push({ issue: issueSide, receipt: receiptSide, quantity: amount });
    } else if (issueSide !== NONE) {
      reserved.set(issueSide, (reserved.get(issueSide) ?? 0) + amount);
      waiting.push({ issue, counterpart: receipt, quantity: amount });
    } else if (receiptSide !== NONE) {
      reserved.set(receiptSide, (reserved.get(receiptSide) ?? 0) + amount);
    }
  }
  return { pairs: made, reserved, waiting };
}

/** Each marked pair of items that are settled, once, though both sides may name the other. */
function markedPairs(book: Book, day: Day): { issue: number; receipt: number }[] {
  const { inputCount, markedTo, quantity, item, financialDay, physicalDay } = book.transactions;
  const pairs: { issue: number; receipt: number }[] = [];
  for (let row = 0; row < inputCount; row++) {
    const other = markedTo[row];
    if (other === NONE || !settles(book.items[item[row]].model)) continue;
    if (quantity[row] < 0) pairs.push({ issue: row, receipt: other });
    else if (markedTo[other] !== row) pairs.push({ issue: other, receipt: row });
  }
  const dayInRun = (row: number) =>
    financialDay[row] !== NO_DAY && financialDay[row] <= day ? financialDay[row] : physicalDay[row];
  const compare = (a: number, b: number) => compareRows(a, b, dayInRun, book.transactions);
  return pairs.sort((a, b) => compare(a.issue, b.issue) || compare(a.receipt, b.receipt));
}
