import { type Book, type Closing, lastClose } from '../book/book';
import { type Day, isoDay } from '../book/days';
import { short } from '../book/decimals';
import { keyName } from '../book/names';
import { isByHand, type RunRequest } from '../book/outcome';
import type { Problem } from '../book/problem';
import type { Steps } from '../book/steps';
import { logLinks } from '../settle/flow/notices';
import { onHandAt } from '../settle/on-hand';
import { lockedChangeSteps } from '../workbook/read/locked-changes';
import type { ReadBook } from '../workbook/read/read-book';
import { about } from './about';
import { addressOf } from './find-rows';
import { ledgerDifferences } from './ledger-balances';

export { about };

/**
 * All that speaks against a run (A16), in steps. Errors refuse it, warnings are told. A recalculation (A17) may be dated as the last close, since it settles nothing, and may find
 * stock negative; its voucher needs an open period, and closed rows as they were, just as that of a close.
 */
export function* obstacleSteps(read: ReadBook, request: Pick<RunRequest, 'type' | 'day' | 'items'>): Steps<Problem[]> {
  const { book } = read;
  const { day } = request;
  const isClose = request.type === 'Close';
  const lockedChanges = yield* lockedChangeSteps(read);
  return [
    ...unfinishedRuns(book.closings),
    ...(isClose ? notLater(book.closings, day) : beforeLastClose(book.closings, day)),
    ...adjustedLater(book.closings, day),
    ...periodOf(book, day),
    ...lockedChanges,
    ...(isClose ? negativeKeys(book, day) : []),
    ...periodsWithoutClose(book, day),
    ...looseLinks(read, request),
    ...ledgerDifferences(read, day),
  ];
}

/** While a run is unfinished nothing else may run (A18). */
export function unfinishedRuns(closings: readonly Closing[]): Problem[] {
  return closings
    .filter(({ status }) => status === 'Running' || status === 'Paused')
    .map(({ id, type, status }) =>
      about(isByHand({ type }) ? 'UNFINISHED_BY_HAND' : 'OTHER_RUN', { closing: id, status: status.toLowerCase() }),
    );
}

/**
 * Adjustments of receipts by hand that are dated after a day: a run up to that day would have them in its figures before
 * their date (A20).
 */
function adjustedLater(closings: readonly Closing[], day: Day): Problem[] {
  return closings
    .filter(({ type, status }) => type === 'Transaction adjustment' && status === 'Completed')
    .filter((closing) => closing.day > day)
    .map(({ id, day: last }) => about('ADJUSTED_LATER', { closing: id, last: isoDay(last), date: isoDay(day) }));
}

/** Why a day is not after the last close; empty where it is, or where there is none. */
export function notLater(closings: readonly Closing[], day: Day): Problem[] {
  const last = lastClose(closings);
  if (!last || day > last.day) return [];
  return [about('NOT_LATER', { date: isoDay(day), closing: last.id, last: isoDay(last.day) })];
}

function beforeLastClose(closings: readonly Closing[], day: Day): Problem[] {
  const last = lastClose(closings);
  if (!last || day >= last.day) return [];
  return [about('BEFORE_LAST_CLOSE', { date: isoDay(day), closing: last.id, last: isoDay(last.day) })];
}

/** Why the period of a day is not open for a run; empty where it is, or where there is no table Periods. */
export function periodOf({ periods }: Book, day: Day): Problem[] {
  if (periods.length === 0) return [];
  const period = periods.find(({ from, to }) => from <= day && day <= to);
  if (!period) return [about('NO_PERIOD', { date: isoDay(day) })];
  if (period.status === 'Open') return [];
  return [about('PERIOD_CLOSED', { date: isoDay(day), period: period.name, status: period.status.toLowerCase() })];
}

function negativeKeys(book: Book, day: Day): Problem[] {
  const problems: Problem[] = [];
  if (book.items.every((item) => item.allowsNegativePhysical && item.allowsNegativeFinancial)) return problems;
  const onHand = onHandAt(book, day);
  book.keys.forEach(({ item }, key) => {
    const words = (quantity: number) => ({
      key: keyName(book, key),
      date: isoDay(day),
      quantity: short(quantity, book.parameters.quantityDecimals),
    });
    const { allowsNegativePhysical, allowsNegativeFinancial } = book.items[item];
    if (!allowsNegativePhysical && onHand.physical[key] < 0) {
      problems.push(about('NEG_PHYSICAL', words(onHand.physical[key])));
    }
    if (!allowsNegativeFinancial && onHand.financial[key] < 0) {
      problems.push(about('NEG_FINANCIAL', words(onHand.financial[key])));
    }
  });
  return problems;
}

/** Periods that ended between the last close and this one, and are passed over. */
function periodsWithoutClose({ periods, closings }: Book, day: Day): Problem[] {
  const last = lastClose(closings);
  if (!last) return [];
  return periods
    .filter(({ to }) => to > last.day && to < day)
    .map(({ name, to }) => about('NO_CLOSE_AT_PERIOD_END', { period: name, date: isoDay(to) }));
}

/** Links of cost that lead nowhere by the date: open production orders, orders without components, later sources (A11). */
function looseLinks(
  { book, transactionsTable, inputRows }: ReadBook,
  request: Pick<RunRequest, 'day' | 'items'>,
): Problem[] {
  return logLinks(book, request).map(({ code, transaction, words }) => {
    const column = code === 'SOURCE_LATER' ? 'Cost source' : 'Reference';
    const cell = addressOf(transactionsTable, inputRows[transaction], column);
    return about(code, words, cell, words.source ?? words.reference ?? '');
  });
}
