import type { Day } from '../../src/book/days';
import { endOfMonth, isoDay, NO_DAY } from '../../src/book/days';
import type { Random } from '../random';
import { FIRST, LAST } from './company';

/** Larkfield is closed on Sundays and on New Year's Day. Day numbers divided by 7 leave 1 on a Sunday. */
const isClosed = (day: Day): boolean => day % 7 === 1 || day === FIRST;

/** A day from first to last on which the company is open. */
export function workday(random: Random, first: Day, last: Day): Day {
  const day = random.whole(first, last);
  if (!isClosed(day)) return day;
  return day === last ? day - 1 : day + 1;
}

/** Several such days, in order; the same day may come twice. */
export function workdays(random: Random, first: Day, last: Day, count: number): Day[] {
  return Array.from({ length: count }, () => workday(random, first, last)).sort((a, b) => a - b);
}

/** An open day so many days after another. */
export function afterwards(random: Random, day: Day, least: number, most: number): Day {
  return workday(random, day + least, day + most);
}

/**
 * The day of the invoice of a slip: mostly the same, with the given probability up to so many days later. An invoice
 * after the last day of the workbook is not known yet: NO_DAY.
 */
export function invoiceDay(random: Random, slip: Day, later: number, days: number): Day {
  if (!random.chance(later)) return slip;
  const day = workday(random, slip + 1, slip + days);
  return day <= LAST ? day : NO_DAY;
}

/** The months of 2026 as fiscal periods. */
export function periods2026(): readonly { readonly name: string; readonly from: Day; readonly to: Day }[] {
  const periods: { name: string; from: Day; to: Day }[] = [];
  for (let from = FIRST; periods.length < 12; from = endOfMonth(from) + 1) {
    periods.push({ name: isoDay(from).slice(0, 7), from, to: endOfMonth(from) });
  }
  return periods;
}
