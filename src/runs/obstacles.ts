import { type Book, type Closing, lastClose } from '../book/book';
import { type Day, isoDay } from '../book/days';
import { short } from '../book/decimals';
import { messageOf, remedyOf, severityOf } from '../book/log';
import type { LogCode } from '../book/log-codes';
import { keyName } from '../book/names';
import type { Problem } from '../book/problem';
import { onHandAt } from '../settle/on-hand';
import { findLockedChanges } from '../workbook/read/locked-changes';
import type { ReadBook } from '../workbook/read/read-book';

/** All that speaks against a close up to a day (A16). Errors refuse it, warnings are told. */
export function obstaclesToClose(read: ReadBook, day: Day): Problem[] {
  const { book } = read;
  return [
    ...unfinishedRuns(book.closings),
    ...notLater(book.closings, day),
    ...periodOf(book, day),
    ...findLockedChanges(read),
    ...negativeKeys(book, day),
    ...periodsWithoutClose(book, day),
  ];
}

function about(code: LogCode, words: Record<string, string>): Problem {
  return {
    code,
    severity: severityOf(code) === 'Error' ? 'Error' : 'Warning',
    cell: '',
    content: '',
    message: messageOf(code, words),
    remedy: remedyOf(code),
  };
}

/** While a run is unfinished nothing else may run (A18). */
export function unfinishedRuns(closings: readonly Closing[]): Problem[] {
  return closings
    .filter(({ status }) => status === 'Running' || status === 'Paused')
    .map(({ id, status }) => about('OTHER_RUN', { closing: id, status: status.toLowerCase() }));
}

function notLater(closings: readonly Closing[], day: Day): Problem[] {
  const last = lastClose(closings);
  if (!last || day > last.day) return [];
  return [about('NOT_LATER', { date: isoDay(day), closing: last.id, last: isoDay(last.day) })];
}

function periodOf({ periods }: Book, day: Day): Problem[] {
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
