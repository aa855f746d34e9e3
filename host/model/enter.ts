import { ExcelError, invalidArgument } from '../errors';
import { parseFormula } from '../formulas/parse';
import { structuredReference, tableOf } from '../formulas/references';
import { tokenize } from '@borgar/fx';
import { enterText } from './coercion';
import type { Sheet } from './sheet';
import type { Scalar } from './values';

const LONGEST_TEXT = 32767;
const LONGEST_FORMULA = 8192;

/** Formulas that were found right for the tables as they are; forgotten by every change of tables. */
const checked = new WeakMap<object, Set<string>>();

/**
 * Throws where Excel would not take the formula: bad syntax, a table, column or sheet that is not there (yet), [@Column]
 * outside of a table. Unknown functions and names are taken; they result in #NAME?.
 */
export function checkFormula(text: string, sheet: Sheet, row: number, column: number): void {
  const { workbook } = sheet;
  const around = workbook.tableAt(sheet, row, column);
  const scope = around ?? sheet;
  const state = `${text}|${workbook.tables.length}|${workbook.sheets.length}`;
  const known = checked.get(scope);
  if (known?.has(state)) return;
  if (text.length > LONGEST_FORMULA) {
    throw new ExcelError('FormulaLengthExceedsLimit', 'The formula is longer than 8192 characters.');
  }
  if (!parseFormula(text)) throw invalidArgument(`The formula is not valid: ${text}`);
  for (const token of tokenize(text)) {
    if (token.type === 'structured') {
      const reference = structuredReference(token.value);
      const table = reference && tableOf(reference, workbook, { sheet, row, column });
      if (!table) throw invalidArgument(`The formula names a table that is not there: ${token.value}`);
      for (const name of reference.columns ?? []) {
        if (table.columnIndex(name) < 0) {
          throw invalidArgument(`The formula names a column that is not there: ${token.value}`);
        }
      }
    } else if (token.type.startsWith('range') && token.value.includes('!')) {
      const name = token.value.slice(0, token.value.lastIndexOf('!')).replace(/^'|'$/g, '').replace(/''/g, "'");
      if (!workbook.findSheet(name))
        throw invalidArgument(`The formula names a sheet that is not there: ${token.value}`);
    }
  }
  checked.set(scope, (known ?? new Set<string>()).add(state));
}

const isFormula = (entry: unknown): entry is string =>
  typeof entry === 'string' && entry.length > 1 && entry.charCodeAt(0) === 61;

/**
 * Puts what was entered into one cell: a formula, a number, a text that may read as a number or date, "" to empty it.
 * null leaves the cell as it is. Returns whether the cell now holds a formula.
 */
export function enterCell(sheet: Sheet, row: number, column: number, entry: unknown, locale: string): boolean {
  if (entry === null || entry === undefined) return false;
  if (typeof entry === 'string' && entry !== '') {
    if (entry.length > LONGEST_TEXT) throw invalidArgument('A cell holds at most 32767 characters.');
    const format = sheet.numberFormats.get(row, column);
    if (format === '@') {
      put(sheet, row, column, entry);
      return false;
    }
    if (isFormula(entry)) {
      checkFormula(entry, sheet, row, column);
      enterFormula(sheet, row, column, entry);
      return true;
    }
    const { value, numberFormat } = enterText(entry, locale, sheet.workbook.date1904);
    if (numberFormat !== null && (format === undefined || format === 'General')) {
      sheet.numberFormats.set(row, column, numberFormat);
    }
    put(sheet, row, column, value);
    return false;
  }
  if (typeof entry === 'object') throw invalidArgument();
  put(sheet, row, column, entry === '' ? undefined : (entry as Scalar));
  return false;
}

/** Empties a formula out of the cell, where there is one, and sets its value. */
export function put(sheet: Sheet, row: number, column: number, value: Scalar | undefined): void {
  if (sheet.formulas.rows[row]?.[column] !== undefined) sheet.formulas.set(row, column, undefined);
  sheet.values.set(row, column, value);
}

export function enterFormula(sheet: Sheet, row: number, column: number, text: string): void {
  if (sheet.values.rows[row]?.[column] !== undefined) sheet.values.set(row, column, undefined);
  sheet.formulas.set(row, column, { text, result: undefined, calculatedAt: -1, link: null });
}
