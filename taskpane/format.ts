import type { Day } from '../src/book/days';
import { isoDay } from '../src/book/days';

/** A number with the text that shows it: texts need the number for their plural. */
export interface Counted {
  readonly value: number;
  readonly text: string;
}

/**
 * Figures and dates as people in the given language write them. Amounts come as exact decimal texts and stay exact;
 * nothing is computed here.
 */
export interface Format {
  count(value: number): Counted;
  /** "-1234.50" to "−1,234.50": as many decimals as the text has. */
  amount(plain: string): string;
  /** The same with a plus sign where it is positive. */
  change(plain: string): string;
  /** An amount as a cell holds it, with the decimals of the currency. */
  cellAmount(value: number, decimals: number): string;
  /** The same with a plus sign where it is positive. */
  cellChange(value: number, decimals: number): string;
  /** As many decimals as there are. */
  quantity(plain: string): string;
  percent(value: number): string;
  /** "a, b and c". */
  list(parts: readonly string[]): string;
  day(day: Day): string;
  /** The same in few characters, for narrow tables. */
  shortDay(day: Day): string;
  /** A day serial with a fraction, UTC, as date and time of the reader's clock. */
  moment(serial: number): string;
}

const UNIX_EPOCH = 25569;
const MS_A_DAY = 86_400_000;

/** Figures and dates in a language (BCP 47). */
export function formatIn(language: string): Format {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const exact = new Intl.NumberFormat(language, { maximumFractionDigits: 9 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const fixed = (decimals: number, signDisplay: 'auto' | 'exceptZero') =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay,
    });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const amounts = new Map<string, Intl.NumberFormat>();
  const withDecimals = (decimals: number, signDisplay: 'auto' | 'exceptZero') => {
    const key = `${decimals} ${signDisplay}`;
    const found = amounts.get(key) ?? fixed(decimals, signDisplay);
    amounts.set(key, found);
    return found;
  };
  return {
    count: (value) => ({ value, text: whole.format(value) }),
    amount: (plain) => minus(withDecimals(decimalsOf(plain), 'auto').format(numeric(plain))),
    change: (plain) => minus(withDecimals(decimalsOf(plain), 'exceptZero').format(numeric(plain))),
    cellAmount: (value, decimals) => minus(withDecimals(decimals, 'auto').format(value)),
    cellChange: (value, decimals) => minus(withDecimals(decimals, 'exceptZero').format(value)),
    quantity: (plain) => minus(exact.format(numeric(plain))),
    percent: (value) => minus(percent.format(value / 100)),
    list: (parts) => list.format(parts),
    day: (serial) => (serial === 0 ? '' : day.format(dateOf(serial))),
    shortDay: (serial) => (serial === 0 ? '' : shortDay.format(dateOf(serial))),
    moment: (serial) => moment.format(new Date(Math.round((serial - UNIX_EPOCH) * MS_A_DAY))),
  };
}

const dateOf = (day: Day): Date => new Date(`${isoDay(day)}T00:00:00Z`);

/** Intl formats decimal texts exactly, however many digits they have. */
const numeric = (plain: string) => plain as Intl.StringNumericLiteral;

const decimalsOf = (plain: string): number => (plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0);

/** A minus sign is as wide as a digit; a hyphen is not. */
const minus = (text: string): string => text.replace('-', '−');
