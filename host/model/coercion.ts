import { parseValue } from 'numfmt';
import { errorFromText, type Scalar } from './values';

/** What a text becomes when it is entered into a cell. */
export interface Entered {
  readonly value: Scalar;
  /** The number format that the entry brings with it, where the cell has none of its own. */
  readonly numberFormat: string | null;
}

const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
/** Only these begin like a number, a date, a time or a logical value; everything else is text without a closer look. */
const NUMBER_LIKE = /^\s*[-+(.$€£¥\d]/;
const WORD_LIKE = /^\s*(true|false|wahr|falsch|jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)/i;
const DATE_PARTS = /[yd]/;
const DAYS_BEFORE_1904 = 1462;

function isoDay(text: string): number | null {
  const parts = ISO_DATE.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const serial = time / 86400000 + 25569;
  return serial < 61 ? serial - 1 : serial;
}

/** The number format that Excel gives to a date that was typed: it is shown as the short date of the language. */
export const SHORT_DATE = 'm/d/yyyy';

/** What SHORT_DATE is shown as. */
export function shortDate(locale: string): string {
  if (locale.startsWith('de')) return 'dd.mm.yyyy';
  if (locale === 'en-US') return 'm/d/yyyy';
  return locale.startsWith('en') || locale.startsWith('fr') ? 'dd/mm/yyyy' : 'yyyy-mm-dd';
}

/**
 * Reads a text as Excel reads what is typed into a cell: numbers, dates, times, percentages, TRUE and FALSE, error
 * values; all else stays text. Formulas and text cells (format @) are not for this function.
 */
export function enterText(text: string, locale: string, date1904: boolean): Entered {
  const plain = (value: Scalar): Entered => ({ value, numberFormat: null });
  if (text.startsWith("'")) return plain(text.slice(1));
  if (!NUMBER_LIKE.test(text) && !WORD_LIKE.test(text)) return plain(errorFromText(text) ?? text);
  if (locale.startsWith('en') && PLAIN_NUMBER.test(text)) return plain(Number(text));
  const iso = isoDay(text);
  if (iso !== null) {
    return { value: iso - (date1904 ? DAYS_BEFORE_1904 : 0), numberFormat: SHORT_DATE };
  }
  const parsed = parseValue(text, { locale });
  if (!parsed) return plain(text);
  if (typeof parsed.v !== 'number') return plain(parsed.v);
  const format = parsed.z ?? null;
  if (format === null || !DATE_PARTS.test(format)) return { value: parsed.v, numberFormat: format };
  const serial = parsed.v - (date1904 ? DAYS_BEFORE_1904 : 0);
  return { value: serial, numberFormat: /y/.test(format) && !/h/.test(format) ? SHORT_DATE : format };
}
