import { translateFormulaToA1 } from '@borgar/fx';
import { relativeForm } from '../formulas/parse';
import { compare } from '../formulas/results';
import { type Area, areaText, cell } from './address';
import { invalidArgument } from '../errors';
import { checkAllowed, checkEditable } from './protect';
import type { Formula, Sheet } from './sheet';
import type { Table } from './table';
import { type CellContent, ErrorValue } from './values';

/** What a sort goes by: a column of the area from 0, upwards unless told otherwise. */
export interface SortField {
  readonly key: number;
  readonly ascending: boolean;
}

/** Sort fields as office.js gives them. */
export function sortFieldsOf(fields: unknown, columns: number): SortField[] {
  if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
  return (fields as Record<string, unknown>[]).map(({ key, ascending }) => {
    if (typeof key !== 'number' || !Number.isInteger(key) || key < 0 || key >= columns) throw invalidArgument();
    return { key, ascending: ascending !== false };
  });
}

/** Excel's order in a sort: numbers, texts, logical values, errors; blanks always last. */
function order(left: CellContent, right: CellContent, ascending: boolean): number {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  const errors = Number(left instanceof ErrorValue) - Number(right instanceof ErrorValue);
  const difference = left instanceof ErrorValue || right instanceof ErrorValue ? errors : compare(left, right);
  return ascending ? difference : -difference;
}

/** Sorts the rows of an area: whole rows of cells change places, formulas keep what they refer to by position. */
export function sortRows(sheet: Sheet, area: Area, fields: readonly SortField[]): void {
  checkAllowed(sheet, 'allowSort');
  checkEditable(sheet, area);
  const { calculator } = sheet.workbook;
  const rows = Array.from({ length: area.rows }, (_row, index) => area.row + index);
  const keys = new Map(
    rows.map((row) => [row, fields.map(({ key }) => calculator.value(sheet, row, area.column + key))]),
  );
  const sorted = [...rows].sort((a, b) => {
    for (let index = 0; index < fields.length; index++) {
      const difference = order(keys.get(a)?.[index], keys.get(b)?.[index], fields[index].ascending);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  sheet.workbook.aboutToChange();
  for (let column = area.column; column < area.column + area.columns; column++)
    reorder(sheet, column, area.row, sorted);
  sheet.workbook.changes.report({ kind: 'cells', sheet, area, changeType: 'RangeEdited' });
}

function reorder(sheet: Sheet, column: number, first: number, sources: readonly number[]): void {
  for (const layer of sheet.layers) {
    const contents = sources.map((row) => layer.rows[row]?.[column]);
    contents.forEach((content, index) => {
      const moved =
        layer === sheet.formulas
          ? inRow(content as Formula | undefined, sources[index], first + index, column)
          : content;
      layer.set(first + index, column, moved);
    });
  }
}

function inRow(formula: Formula | undefined, from: number, to: number, column: number): Formula | undefined {
  if (!formula) return undefined;
  const form = relativeForm(formula.text, from, column);
  const text = form === formula.text ? form : translateFormulaToA1(form, areaText(cell(to, column)));
  return { text, result: undefined, calculatedAt: -1, link: null };
}

/** Hides the rows of a table's body that one of its filters leaves out, and shows the others. */
export function applyFilters(table: Table): void {
  const { sheet, body } = table;
  checkAllowed(sheet, 'allowAutoFilter');
  for (let row = body.row; row < body.row + body.rows; row++) {
    const shown = table.columns.every(
      (column, index) => column.filter === null || passes(column.filter, textAt(sheet, row, body.column + index)),
    );
    if (shown) sheet.hiddenRows.delete(row);
    else sheet.hiddenRows.add(row);
  }
  sheet.workbook.changes.report({ kind: 'table changed', sheet, table });
}

export const isFiltered = (table: Table): boolean => table.columns.some((column) => column.filter !== null);

const textAt = (sheet: Sheet, row: number, column: number): string =>
  String(sheet.workbook.calculator.value(sheet, row, column) ?? '');

/** Filters by a list of values, or by one condition such as ">5" or "=*a*"; others are refused where they are set. */
function passes(criteria: Record<string, unknown>, text: string): boolean {
  if (criteria.filterOn === 'Values') {
    const values = Array.isArray(criteria.values) ? (criteria.values as unknown[]) : [];
    return values.some((value) => String(value).toLowerCase() === text.toLowerCase());
  }
  const [, operator = '=', operand = ''] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(String(criteria.criterion1 ?? '')) ?? [];
  const numeric = text !== '' && operand !== '' && !Number.isNaN(Number(text)) && !Number.isNaN(Number(operand));
  const difference = numeric
    ? Number(text) - Number(operand)
    : text.toLowerCase() < operand.toLowerCase()
      ? -1
      : Number(text.toLowerCase() !== operand.toLowerCase());
  if (operator === '=') return difference === 0;
  if (operator === '<>') return difference !== 0;
  if (operator === '<') return difference < 0;
  if (operator === '>') return difference > 0;
  return operator === '<=' ? difference <= 0 : difference >= 0;
}
