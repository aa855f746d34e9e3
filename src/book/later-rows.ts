import { type Book, NONE } from './book';
import { type Day, NO_DAY } from './days';
import { isProduction, TRANSACTION_TYPES } from './transaction-types';

/**
 * The rows of the input that are not dated by a day, and still have a say in a run of that day, by position: marked
 * counterparts reserve quantity (A5), receipts that name an issue and the parts of a production order count for the
 * shares of cost (A11). Found from the dated rows along marks, cost sources and orders, through other later rows too.
 */
export function laterRows(book: Book, day: Day): number[] {
  const { inputCount, markedTo, costSource, reference, type, financialDay, physicalDay } = book.transactions;
  const by = (date: Day) => date !== NO_DAY && date <= day;
  const isLater = (row: number) => !by(financialDay[row]) && !by(physicalDay[row]);
  const orderOf = (row: number) => (isProduction(TRANSACTION_TYPES[type[row]]) ? reference[row] : NONE);

  // Each later row with what it is joined to: only these can be found, and only along these.
  const joined = new Map<number, number[]>();
  const join = (one: number, other: number) => {
    if (!isLater(one) && !isLater(other)) return;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ]) {
      const list = joined.get(from);
      if (list) list.push(to);
      else joined.set(from, [to]);
    }
  };
  // An order joins all its rows: each is joined to the first one that is dated, else to the first.
  const firstOfOrder = new Map<number, number>();
  for (let row = 0; row < inputCount; row++) {
    const order = orderOf(row);
    if (order === NONE) continue;
    const first = firstOfOrder.get(order);
    if (first === undefined || (isLater(first) && !isLater(row))) firstOfOrder.set(order, row);
  }
  for (let row = 0; row < inputCount; row++) {
    if (markedTo[row] !== NONE) join(row, markedTo[row]);
    if (costSource[row] !== NONE) join(row, costSource[row]);
    const order = orderOf(row);
    if (order !== NONE && firstOfOrder.get(order) !== row) join(row, firstOfOrder.get(order)!);
  }
  if (joined.size === 0) return [];

  const found = new Set<number>();
  const open = [...joined.keys()].filter((row) => !isLater(row));
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    for (const other of joined.get(row) ?? []) {
      if (!isLater(other) || found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return [...found].sort((a, b) => a - b);
}
