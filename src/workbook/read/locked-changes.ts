/** What was done to locked rows since the last close (A16): added, changed or deleted, with cell and both values. */
import { lastClose, type Closing } from '../../book/book';
import { isoDay, NO_DAY } from '../../book/days';
import { messageOf, remedyOf } from '../../book/log';
import type { Problem } from '../../book/problem';
import { addressInBody } from '../body-address';
import { contentOf } from '../cells';
import {
  compareLocked,
  contentOfTransaction,
  parseItemDimensions,
  parseTransaction,
  sameContent,
  type Difference,
} from '../locked';
import { FIXED_PARAMETERS } from '../tables/parameters';
import { idKey, idText } from './ids';
import { LISTED } from './problem-list';
import type { Lock, ReadBook } from './read-book';
import { headerKey } from './table-view';

type LockCode = 'LOCKED_ADDED' | 'LOCKED_CHANGED' | 'LOCKED_DELETED';

/** All that was added, changed or deleted in the closed part of the book. Empty while there is no close. */
export function findLockedChanges(read: ReadBook): Problem[] {
  const last = lastClose(read.book.closings);
  if (!last) return [];
  const itemChanges = changedItems(read);
  return [
    ...changedParameters(read),
    ...itemChanges.problems,
    ...cut(changedTransactions(read, last, itemChanges.items)),
    ...cut(addedTransactions(read, last)),
    ...findLockedDeletions(read),
  ];
}

/** The locked transactions that are no longer in the table Transactions. */
export function findLockedDeletions(read: ReadBook): Problem[] {
  const problems: Problem[] = [];
  for (const [key, lock] of read.locks.transactions) {
    const position = read.positions.get(key);
    if (position !== undefined && position < read.inputRows.length) continue;
    const words = { transaction: idText(lock.key), closing: lock.closing, content: lock.content };
    problems.push(problem('LOCKED_DELETED', words, lock.cell, idText(lock.key)));
  }
  return cut(problems);
}

function changedTransactions(read: ReadBook, last: Closing, changedItems: ReadonlySet<number>): Problem[] {
  const { transactions: t } = read.book;
  const problems: Problem[] = [];
  for (const [key, lock] of read.locks.transactions) {
    const position = read.positions.get(key);
    if (position === undefined || position >= t.inputCount) continue;
    const now = contentOfTransaction(read, position);
    if (sameContent(now, lock.content)) continue;
    const [parsedNow, parsedLocked] = [parseTransaction(now), parseTransaction(lock.content)];
    if (!parsedNow || !parsedLocked) {
      problems.push(unreadable(lock));
      continue;
    }
    const withDimensions = !changedItems.has(t.item[position]);
    for (const difference of compareLocked(parsedNow, parsedLocked, last.day, withDimensions)) {
      problems.push(changed(read, lock, position, difference));
    }
  }
  return problems;
}

function changed(read: ReadBook, lock: Lock, position: number, { column, before, after }: Difference): Problem {
  const words = { key: `Transaction ${idText(lock.key)}`, closing: lock.closing, what: column, before, after };
  const spot = cellOf(read, position, [column, 'Transaction']);
  return problem('LOCKED_CHANGED', words, spot.cell, spot.content);
}

/** Rows dated on or before the last close that it did not lock: they were added, or got their date, afterwards. */
function addedTransactions(read: ReadBook, last: Closing): Problem[] {
  const { transactions: t } = read.book;
  const locked = new Uint8Array(t.inputCount);
  for (const key of read.locks.transactions.keys()) {
    const position = read.positions.get(key);
    if (position !== undefined && position < t.inputCount) locked[position] = 1;
  }
  const problems: Problem[] = [];
  for (let position = 0; position < t.inputCount; position += 1) {
    if (locked[position] === 1) continue;
    const column = [
      { name: 'Financial date', day: t.financialDay[position] },
      { name: 'Physical date', day: t.physicalDay[position] },
    ].find(({ day }) => day !== NO_DAY && day <= last.day);
    if (!column) continue;
    const words = { transaction: t.id[position], date: isoDay(column.day), last: isoDay(last.day), closing: last.id };
    const spot = cellOf(read, position, [column.name]);
    problems.push(problem('LOCKED_ADDED', words, spot.cell, spot.content));
  }
  return problems;
}

/** Items whose financial dimensions are others than when they were locked: told once, not for each transaction. */
function changedItems(read: ReadBook): { problems: Problem[]; items: ReadonlySet<number> } {
  const problems: Problem[] = [];
  const items = new Set<number>();
  read.book.items.forEach((item, i) => {
    const lock = read.locks.items.get(idKey(item.id));
    if (!lock) return;
    const before = parseItemDimensions(lock.content);
    if (!before) {
      problems.push(unreadable(lock));
      return;
    }
    const list = (names: readonly string[]) => names.join(', ') || '(none)';
    const after = item.financialDimensions;
    // The order of the columns may change: only which dimensions keep costs apart is locked.
    const same = new Set(before.map(headerKey)).size === after.length && after.every((name) => inList(name, before));
    if (same) return;
    items.add(i);
    const words = { key: `Item ${item.id}`, closing: lock.closing, what: 'list of financial dimensions' };
    const both = { before: list(before), after: list(after) };
    problems.push(problem('LOCKED_CHANGED', { ...words, ...both }, lock.cell, list(after)));
  });
  return { problems, items };
}

function inList(name: string, names: readonly string[]): boolean {
  return names.some((other) => headerKey(other) === headerKey(name));
}

/** The parameters that earlier results are counted in. Others may change from one run to the next. */
function changedParameters(read: ReadBook): Problem[] {
  return FIXED_PARAMETERS.flatMap((name) => {
    const lock = read.locks.parameters.get(idKey(name));
    const after = read.parameterTexts.get(name) ?? '';
    if (!lock || lock.content === after) return [];
    const words = { key: `Parameter ${name}`, closing: lock.closing, what: 'value', before: lock.content, after };
    return [problem('LOCKED_CHANGED', words, read.parameterCells.get(name) ?? lock.cell, after)];
  });
}

/** Address and content of the first of the columns that Transactions has, in the row of a position. */
function cellOf(read: ReadBook, position: number, columns: readonly string[]): { cell: string; content: string } {
  const table = read.transactionsTable;
  const row = read.inputRows[position];
  for (const name of columns) {
    const index = table.headers.findIndex((header) => headerKey(header) === headerKey(name));
    if (index < 0) continue;
    return {
      cell: addressInBody(table, row, index),
      content: contentOf(table.cells[index]?.[row] ?? null),
    };
  }
  return { cell: '', content: '' };
}

function problem(code: LockCode, words: Readonly<Record<string, string>>, cell: string, content: string): Problem {
  return { code, severity: 'Error', cell, content, message: messageOf(code, words), remedy: remedyWith(code, words) };
}

/** Remedies have placeholders too: the row as it was locked. */
function remedyWith(code: LockCode, words: Readonly<Record<string, string>>): string {
  return remedyOf(code).replace('{content}', () => words.content ?? '');
}

function unreadable(lock: Lock): Problem {
  return {
    code: 'RESULT_DAMAGED',
    severity: 'Error',
    cell: lock.cell,
    content: lock.content,
    message: `The content of ${idText(lock.key)} in LockedRows is not what a close wrote.`,
    remedy: 'Put the cell back as it was, or go back to an earlier copy of the workbook.',
  };
}

/** A hundred thousand problems of one kind help nobody: the first are listed, the rest counted. */
function cut(problems: readonly Problem[]): Problem[] {
  if (problems.length <= LISTED) return [...problems];
  const more = problems.length - LISTED;
  const first = problems[0];
  const message = `${more} more locked rows have this problem (${first.code}); the first ${LISTED} are listed.`;
  return [...problems.slice(0, LISTED), { ...first, cell: '', content: '', message }];
}
