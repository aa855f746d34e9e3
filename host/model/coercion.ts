import { parseValue } from 'numfmt';
import { errorFromText, type Scalar } from './values';

/** What a text becomes when it is entered into a cell. */
export interface Entered {
  readonly value: Scalar;
  /** The number format that the entry brings with it, where the cell has none of its own. */
  readonly numberFormat: string | null;
}

const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const LOCAL_DATE = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/;
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
/** Only these begin like a number, a date, a time or a logical value; everything else is text without a closer look. */
const NUMBER_LIKE = /^\s*[-+(.$€£¥\d]/;
const WORD_LIKE = /^\s*(true|false|wahr|falsch|jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)/i;
const DATE_PARTS = /[yd]/;
const DAYS_BEFORE_1904 = 1462;

/** The serial number of a calendar day (1900 system); null where there is no such day. */
function serialOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const serial = time / 86400000 + 25569;
  return serial < 61 ? serial - 1 : serial;
}

/** Reads 2024-01-31, and the short date of the language such as 31.01.2024; null where the text is neither. */
function dateOf(text: string, locale: string): number | null {
  const iso = ISO_DATE.exec(text);
  if (iso) return serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = LOCAL_DATE.exec(text);
  const pattern = shortDate(locale);
  if (!local || local[2] !== /[^dmy]/.exec(pattern)?.[0]) return null;
  const [first, second] = [Number(local[1]), Number(local[3])];
  const [month, day] = pattern.startsWith('m') ? [first, second] : [second, first];
  const year = Number(local[4]);
  return serialOf(local[4].length === 2 ? year + (year < 30 ? 2000 : 1900) : year, month, day);
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
  const day = dateOf(text, locale);
  if (day !== null) {
    return { value: day - (date1904 ? DAYS_BEFORE_1904 : 0), numberFormat: SHORT_DATE };
  }
  const parsed = parseValue(text, { locale });
  if (!parsed) return plain(text);
  if (typeof parsed.v !== 'number') return plain(parsed.v);
  const format = parsed.z ?? null;
  if (format === null || !DATE_PARTS.test(format)) return { value: parsed.v, numberFormat: format };
  const serial = parsed.v - (date1904 ? DAYS_BEFORE_1904 : 0);
  return { value: serial, numberFormat: /y/.test(format) && !/h/.test(format) ? SHORT_DATE : format };
}
