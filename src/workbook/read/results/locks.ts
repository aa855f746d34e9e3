import { NONE } from '../../../book/book';
import { type ArchivedRow, parseArchived } from '../../archived';
import { parsePostsTo } from '../../locked';
import type { TableCells } from '../../port';
import { LOCK_KINDS, LOCKED_ROWS } from '../../tables/results';
import { OPTIONAL, readChoices, readNumbers, REQUIRED } from '../columns';
import { readIdCells, readTexts } from '../id-columns';
import { idKey, idText } from '../ids';
import { addressIn, type ColumnView, type ProblemList } from '../problem-list';
import { NO_LOCKS, type Lock, type Locks } from '../read-book';
import type { ReadClosings } from './closings';
import { activeRows, columnsOf, inOrder, readClosingPlaces, viewResults } from './result-table';

const LARGEST_ORDER = 2 ** 31 - 1;

/** Reads the table LockedRows: the latest active row of every kind and key. */
export function readLocks(table: TableCells | undefined, closings: ReadClosings, problems: ProblemList): Locks {
  if (!table) return NO_LOCKS;
  const view = viewResults(table, LOCKED_ROWS, [], problems);
  const columns = columnsOf(view, ['Lock', 'Closing', 'Kind', 'Key', 'Order', 'Content', 'Status']);
  if (!columns) return NO_LOCKS;
  const [id, closing, kind, key, order, content, status] = columns;
  const rows = inOrder(activeRows(view.rows, status, problems), id);
  const runs = readClosingPlaces(closing, rows, closings.places, problems);
  const kinds = readChoices(kind, rows, LOCK_KINDS, REQUIRED, problems);
  const keys = readIdCells(key, rows, REQUIRED, problems);
  const orders = readNumbers(order, rows, OPTIONAL, problems);
  const contents = readTexts(content, rows, REQUIRED, problems);
  const accounts = accountReader();
  const keyAt = (i: number): string => idKey(idText(keys[i]));

  const found: Record<(typeof LOCK_KINDS)[number], Map<string, Lock>> = {
    Transaction: new Map(),
    Item: new Map(),
    Parameter: new Map(),
    // Nothing is locked by them: they only say what a run saw.
    Later: new Map(),
    // Not a lock either: the same transaction is locked, and this says that its row may be gone.
    Archived: new Map(),
  };
  const archived = new Map<string, ArchivedRow>();
  for (let i = 0; i < rows.length; i += 1) {
    if (runs[i] < 0 || kinds[i] < 0 || keys[i] === '' || contents[i] === '') continue;
    if (LOCK_KINDS[kinds[i]] === 'Archived') {
      const kept = parseArchived(contents[i]);
      const closing = closings.closings[runs[i]].id;
      if (kept) archived.set(keyAt(i), { key: keys[i], closing, kept, cell: addressIn(content, rows[i]) });
      else problems.at(content, rows[i], 'RESULT_DAMAGED', 'Content is not what the archive of a row holds.', '');
      continue;
    }
    const ofTransaction = kinds[i] === 0;
    const postsTo = ofTransaction ? accounts(contents[i]) : undefined;
    if (ofTransaction && !postsTo) {
      problems.at(content, rows[i], 'RESULT_DAMAGED', 'Content is not what a close wrote.', '');
      continue;
    }
    if (ofTransaction && !(Number.isInteger(orders[i]) && orders[i] >= 0 && orders[i] <= LARGEST_ORDER)) {
      problems.at(order, rows[i], 'RESULT_DAMAGED', 'Order of a locked transaction is not a whole number.', '');
      continue;
    }
    found[LOCK_KINDS[kinds[i]]].set(keyAt(i), {
      key: keys[i],
      closing: closings.closings[runs[i]].id,
      order: ofTransaction ? orders[i] : NONE,
      content: contents[i],
      postsTo,
      row: rows[i],
      cell: addressIn(key, rows[i]),
    });
  }
  checkOrders(found.Transaction, order, problems);
  return { transactions: found.Transaction, items: found.Item, parameters: found.Parameter, archived };
}

/** Thousands of rows post to the same few accounts: their text is parsed once. */
function accountReader(): (content: string) => readonly [string, string] | undefined {
  const known = new Map<string, readonly [string, string] | undefined>();
  return (content) => {
    const tail = content.slice(Math.max(content.lastIndexOf(',"Posts to":'), 0));
    if (!known.has(tail)) known.set(tail, parsePostsTo(tail));
    return known.get(tail);
  };
}

/** Two locked transactions can not have the same place in the order. */
function checkOrders(locks: ReadonlyMap<string, Lock>, column: ColumnView, problems: ProblemList): void {
  const taken = new Map<number, Lock>();
  for (const lock of locks.values()) {
    const other = taken.get(lock.order);
    if (other) {
      const message = `Order ${lock.order} of ${idText(lock.key)} is that of ${idText(other.key)} (${other.cell}) too.`;
      problems.at(column, lock.row, 'RESULT_DAMAGED', message, '');
    } else {
      taken.set(lock.order, lock);
    }
  }
}
