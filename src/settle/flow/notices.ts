import { type Book, LEG, NONE } from '../../book/book';
import { type Day, isoDay, NO_DAY } from '../../book/days';
import type { LogEntry } from '../../book/log';
import { listOf } from '../../book/names';
import type { RunRequest } from '../../book/outcome';
import { TRANSACTION_TYPES } from '../../book/transaction-types';
import { coveredItems } from '../covered';
import { compareRows } from '../order';
import type { Network } from './network';

const PRODUCTION = TRANSACTION_TYPES.indexOf('Production');
const LINE = TRANSACTION_TYPES.indexOf('Production line');

/** Links of cost that lead nowhere by the run date: open production orders, orders of one side only, later sources. */
export function logLinks(book: Book, request: Pick<RunRequest, 'day' | 'items'>): LogEntry[] {
  const covered = coveredItems(book, request);
  return [...openOrders(book, request.day), ...laterSources(book, request.day)].filter(({ item }) => covered[item]);
}

function openOrders(book: Book, day: Day): LogEntry[] {
  const { inputCount, type, reference, quantity, financialDay } = book.transactions;
  const used = new Map<number, number>();
  const ended = new Map<number, number>();
  const lines = new Set<number>();
  // The first by date and order (A3): a sheet that was sorted since tells of the same row.
  const keepFirst = (first: Map<number, number>, order: number, row: number) => {
    const known = first.get(order);
    const isFirst = known === undefined || compareRows(row, known, (one) => financialDay[one], book.transactions) < 0;
    if (isFirst) first.set(order, row);
  };
  for (let row = 0; row < inputCount; row++) {
    if (reference[row] === NONE) continue;
    const updated = financialDay[row] !== NO_DAY && financialDay[row] <= day;
    if (type[row] === LINE && quantity[row] < 0) {
      lines.add(reference[row]);
      if (updated) keepFirst(used, reference[row], row);
    }
    if (type[row] === PRODUCTION && quantity[row] > 0 && updated) keepFirst(ended, reference[row], row);
  }
  const entries: LogEntry[] = [];
  for (const [order, row] of used) if (!ended.has(order)) entries.push(about(book, 'SUBPROD_OPEN', row));
  for (const [order, row] of ended) if (!lines.has(order)) entries.push(about(book, 'NO_COMPONENTS', row));
  return entries;
}

function laterSources(book: Book, day: Day): LogEntry[] {
  const { inputCount, costSource, financialDay, physicalDay, id } = book.transactions;
  const entries: LogEntry[] = [];
  const updated = (row: number) => financialDay[row] !== NO_DAY && financialDay[row] <= day;
  for (let row = 0; row < inputCount; row++) {
    const source = costSource[row];
    if (source === NONE || !updated(row) || updated(source)) continue;
    const date = isoDay(financialDay[source] || physicalDay[source]);
    entries.push(about(book, 'SOURCE_LATER', row, { source: id[source], date: date === '' ? '(no date)' : date }));
  }
  return entries;
}

function about(book: Book, code: LogEntry['code'], row: number, more: Record<string, string> = {}): LogEntry {
  const { id, item, key, reference } = book.transactions;
  const order = reference[row] === NONE ? '' : book.references[reference[row]];
  return {
    code,
    item: item[row],
    key: key[row],
    transaction: row,
    words: { transaction: id[row], reference: order, ...more },
  };
}

/** A circle that was not solved, or whose rounding was expensed (A14), with its members but for legs of closing transfers. */
export function circleEntry(
  { book, rowOf }: Network,
  code: 'CIRCULAR_LIMIT' | 'CIRCULAR_ROUNDED',
  members: readonly number[],
  words: Record<string, string>,
): LogEntry {
  const { id, item, key, count, leg } = book.transactions;
  const rows = members.map((node) => rowOf[node]);
  const named = rows.filter((row) => row < count && leg[row] === LEG.none);
  const names = listOf(
    named.map((row) => id[row]),
    12,
  );
  return {
    code,
    item: item[named[0]] ?? NONE,
    key: key[named[0]] ?? NONE,
    transaction: named[0] ?? NONE,
    words: { ...words, count: String(named.length), members: names },
  };
}
