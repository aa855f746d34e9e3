import { translateFormulaToA1 } from '@borgar/fx';
import { relativeForm } from '../formulas/parse';
import { type Area, areaText, cell, intersection } from './address';
import { enterFormula } from './enter';
import type { Sheet } from './sheet';
import type { Table, TableColumn } from './table';

/**
 * Excel's calculated columns (AutoCorrect, on by default): where formulas are entered into a table column that holds
 * nothing else, the whole column takes the one that was entered last, even where the formulas differ. So a column can not
 * hold one formula a row, unless somebody turned the option off.
 */
export function collapseColumns(table: Table, written: Area): void {
  const part = intersection(table.body, written);
  if (!part) return;
  for (let column = part.column; column < part.column + part.columns; column++) {
    collapse(table, table.columns[column - table.area.column], column, part);
  }
}

function collapse(table: Table, column: TableColumn, at: number, part: Area): void {
  const { sheet, body } = table;
  const last = part.row + part.rows - 1;
  const formula = sheet.formulas.get(last, at);
  if (!formula) return;
  const form = relativeForm(formula.text, last, at);
  let differs = column.calculated === null || relativeForm(column.calculated, body.row, at) !== form;
  for (let row = part.row; row <= last; row++) {
    const other = sheet.formulas.get(row, at);
    // Values among the formulas: an exception in the column, which Excel leaves alone.
    if (!other) return;
    if (!differs && relativeForm(other.text, row, at) !== form) differs = true;
  }
  if (!differs) return;
  for (let row = body.row; row < body.row + body.rows; row++) {
    if (row < part.row || row > last) {
      if (sheet.values.get(row, at) !== undefined) return;
      const other = sheet.formulas.get(row, at);
      if (
        other &&
        (column.calculated === null ||
          relativeForm(other.text, row, at) !== relativeForm(column.calculated, body.row, at))
      )
        return;
    }
  }
  column.calculated = translated(form, formula.text, body.row, at);
  fillCalculated(sheet, column, { ...body, column: at, columns: 1 }, body.row);
}

const translated = (form: string, text: string, row: number, column: number): string =>
  form === text ? text : translateFormulaToA1(form, areaText(cell(row, column)));

/** Writes the formula of a calculated column into the rows of an area; firstRow is where it reads as remembered. */
export function fillCalculated(sheet: Sheet, column: TableColumn, area: Area, firstRow: number): void {
  if (column.calculated === null) return;
  const form = relativeForm(column.calculated, firstRow, area.column);
  for (let row = area.row; row < area.row + area.rows; row++) {
    enterFormula(sheet, row, area.column, translated(form, column.calculated, row, area.column));
  }
}
