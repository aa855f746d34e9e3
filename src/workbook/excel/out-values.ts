import { DAYS_1904 } from '../../book/days';
import type { Formats, OutValue } from '../port';
import { ALL_RESULT_TABLES } from '../tables/results';
import { resultFormat } from '../write/number-formats';
import type { ResultColumn } from '../write/result-columns';

/** Number format of a cell that holds its text as it is, whatever it looks like. */
export const TEXT = '@';

/** Words that we write ourselves: no language of Excel takes them for anything but words. */
const OUR_WORDS: ReadonlySet<string> = new Set(
  ALL_RESULT_TABLES.flatMap(({ columns }) => columns.flatMap(({ choices }) => choices ?? [])),
);

/**
 * Text as Excel is to take it. What is written to a cell is read as if it were typed: "1-2" becomes a date, "=A1" a formula,
 * "wahr" a logical value in German. An apostrophe before it keeps it a text, and is not shown; only sentences and our own words
 * go without. A cell with the format of texts takes everything as it is.
 */
export function textFor(text: string, format: string): string {
  return format === TEXT || isPlain(text) ? text : `'${text}`;
}

const isPlain = (text: string): boolean => OUR_WORDS.has(text) || /^\p{L}[\p{L}'’.,;:()-]*\s[^\d]+$/u.test(text);

/** Makes the values of a column as office.js takes them. "" empties a cell; null would leave what was there. */
export function writerOf(
  { kind }: ResultColumn,
  formats: Formats,
  date1904: boolean,
): { value: (value: OutValue) => string | number; format: (value: OutValue) => string } {
  const shift = date1904 && (kind === 'date' || kind === 'moment') ? DAYS_1904 : 0;
  const known = new Map<number, string>();
  const format = (value: OutValue): string => {
    const variant = typeof value !== 'number' ? 0 : Number.isInteger(value) ? 1 : 2;
    let text = known.get(variant);
    if (text === undefined) known.set(variant, (text = resultFormat(kind, value, formats)));
    return text;
  };
  return {
    format,
    value: (value) => {
      if (value === null) return '';
      if (typeof value === 'string') return textFor(value, format(value));
      if (!Number.isFinite(value)) throw new Error(`${value} is no number`);
      return value === 0 ? 0 : value - shift;
    },
  };
}
