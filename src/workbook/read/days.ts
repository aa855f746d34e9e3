import { DAYS_1904, dayOf, FIRST_DAY, LAST_DAY, type Day } from '../../book/days';

/** Why a cell holds no day. */
export type DayFault = 'ambiguous' | 'unreadable' | 'two-digit year' | 'no such date' | 'out of range';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A time of day with an optional zone, as it may follow a date: it is cut off. */
const TIME = /(?:t|\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]m)?\s*(?:z|[+-]\d{2}:?\d{2})?$/;

/** A serial of the 1900 or the 1904 date system to a day; the time of day is cut off. */
export function serialDay(serial: number, date1904: boolean): Day | DayFault {
  const day = Math.floor(serial) + (date1904 ? DAYS_1904 : 0);
  return day >= FIRST_DAY && day <= LAST_DAY ? day : 'out of range';
}

/**
 * A date typed as text to a day: ISO, eight digits, year first, an English month name; or day and month in figures
 * where only one order is possible. 05/06/2026 is May to one reader and June to another, and is refused.
 */
export function parseDayText(text: string): Day | DayFault {
  const body = text.trim().toLowerCase().replace(TIME, '');
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(body);
  if (yearFirst) return checked(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(body);
  if (digits) return checked(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const figures = /^(\d{1,2})([-/.])(\d{1,2})\2(\d+)$/.exec(body);
  if (figures) return yearLast(Number(figures[1]), Number(figures[3]), figures[4]);
  const dayName = /^(\d{1,2})\.?[\s-]+([a-z]+)\.?,?[\s-]+(\d+)$/.exec(body);
  if (dayName) return named(dayName[2], Number(dayName[1]), dayName[3]);
  const nameDay = /^([a-z]+)\.?[\s-]+(\d{1,2}),?[\s-]+(\d+)$/.exec(body);
  if (nameDay) return named(nameDay[1], Number(nameDay[2]), nameDay[3]);
  return 'unreadable';
}

/** Two figures and a year: day and month in either order, where one order gives no date or both give the same. */
function yearLast(first: number, second: number, year: string): Day | DayFault {
  if (year.length === 2) return 'two-digit year';
  if (year.length !== 4) return 'unreadable';
  const dayFirst = dayOf(Number(year), second, first);
  const monthFirst = dayOf(Number(year), first, second);
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst) return 'ambiguous';
  return dayFirst ?? monthFirst ?? absent(Number(year));
}

function named(month: string, date: number, year: string): Day | DayFault {
  const number = MONTHS.indexOf(month === 'sept' ? 'sep' : month) + 1 || MONTH_NAMES.indexOf(month) + 1;
  if (number === 0) return 'unreadable';
  if (year.length === 2) return 'two-digit year';
  return year.length === 4 ? checked(Number(year), number, date) : 'unreadable';
}

function checked(year: number, month: number, date: number): Day | DayFault {
  return dayOf(year, month, date) ?? absent(year);
}

/** 1900-03-01 is the first day: years before it are a matter of range, the rest of the calendar. */
function absent(year: number): DayFault {
  return year <= 1900 ? 'out of range' : 'no such date';
}
