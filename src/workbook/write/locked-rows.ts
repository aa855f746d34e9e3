import { NO_DAY } from '../../book/days';
import { laterRows } from '../../book/later-rows';
import { isByHand, type Results } from '../../book/outcome';
import { finish, ROWS_A_STEP, type Steps } from '../../book/steps';
import { contentOfItem, contentOfTransaction, sameContent } from '../locked';
import { idKey } from '../read/ids';
import type { ReadBook } from '../read/read-book';
import { LOCKED_ROWS } from '../tables/results';
import { PARAMETER_SPECS } from '../tables/parameters';
import { rowColumn } from '../tables/spec';
import type { RunIds } from './outcome-rows';
import { NewRows, numbering } from './rows';

/**
 * What a close locks (A16): every transaction dated on or before it, financially or physically, as it stands; the items
 * and parameters that it was computed with. A row that is locked as it stands already gets no new one, so the table
 * grows with what is new, not with history. Rows of a later date that had a say in the run are kept too, so that it can be
 * computed again. Only a close locks: of every other run these rows are but the fingerprint
 * of its input; a run by hand computes from none.
 */
export function lockedRows(read: ReadBook, outcome: Results, ids: RunIds): NewRows {
  return finish(lockedRowSteps(read, outcome, ids));
}

/** The same in steps. */
export function* lockedRowSteps(read: ReadBook, outcome: Results, ids: RunIds): Steps<NewRows> {
  const rows = new NewRows(LOCKED_ROWS, []);
  const number = numbering('K', read.existing.highest.get('LockedRows') ?? 0);
  yield* rows.reserve(read.book.transactions.inputCount);
  yield* lockSteps(read, outcome, (kind, key, order, content) =>
    rows.add({
      Lock: number(),
      Closing: ids.closing,
      [rowColumn('Closing')]: ids.closingRow,
      Kind: kind,
      Key: key,
      Order: order,
      Content: content,
      Status: 'Active',
    }),
  );
  rows.trim();
  return rows;
}

/** How many rows a close would lock, in steps, without making them. */
export function* lockedCountSteps(read: ReadBook, outcome: Results): Steps<number> {
  let count = 0;
  yield* lockSteps(read, outcome, () => (count += 1));
  return count;
}

/** Tells what is to be locked, one by one in the order of the rows. */
function* lockSteps(
  read: ReadBook,
  { request }: Results,
  add: (kind: string, key: string | number, order: number | null, content: string) => void,
): Steps<void> {
  if (isByHand(request)) return;
  const { transactions, items } = read.book;
  const usedItems = new Set<number>();
  const by = (day: number) => day !== NO_DAY && day <= request.day;
  for (let row = 0; row < transactions.inputCount; row++) {
    // A content is a text of a dozen values: dearer than a figure.
    if (row % (ROWS_A_STEP >> 2) === 0) yield;
    if (!by(transactions.financialDay[row]) && !by(transactions.physicalDay[row])) continue;
    usedItems.add(transactions.item[row]);
    const lock = read.locks.transactions.get(idKey(transactions.id[row]));
    const content = contentOfTransaction(read, row);
    if (lock && sameContent(content, lock.content)) continue;
    add('Transaction', read.idCells[row], transactions.order[row], content);
  }
  const later = laterRows(read.book, request.day);
  for (const row of later) usedItems.add(transactions.item[row]);
  for (const item of usedItems) {
    const content = contentOfItem(items[item]);
    if (read.locks.items.get(idKey(items[item].id))?.content !== content)
      add('Item', read.itemCells[item], null, content);
  }
  for (const { name } of PARAMETER_SPECS.filter(({ costs }) => costs)) {
    const value = read.parameterTexts.get(name) ?? '';
    if (read.locks.parameters.get(idKey(name))?.content !== value) add('Parameter', name, null, value);
  }
  for (const row of later) add('Later', read.idCells[row], transactions.order[row], contentOfTransaction(read, row));
}
