import { type Area, cell, overlaps } from '../model/address';
import { fillCalculated } from '../model/calculated';
import { checkAllowed } from '../model/protect';
import { select } from '../model/sheets';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import type { Workbook } from '../model/workbook';
import { clearCells, writeCells } from '../model/write';

/**
 * What a person does at the grid: typed in the language of the workbook, told to the add-in as local and not its own.
 * Where the text is typed right below a table, the table takes the row in, as Excel does.
 */
export function typeInto(sheet: Sheet, row: number, column: number, text: string): void {
  asPerson(sheet.workbook, () => {
    const grown = text === '' ? null : tableAbove(sheet, row, column);
    writeCells(sheet, cell(row, column), text, sheet.workbook.locale);
    if (grown) takeIn(grown);
  });
}

/** A block of texts, as pasted. */
export function paste(sheet: Sheet, row: number, column: number, texts: readonly (readonly string[])[]): void {
  const columns = Math.max(...texts.map((line) => line.length));
  const area = { row, column, rows: texts.length, columns };
  const filled = texts.map((line) => Array.from({ length: columns }, (_text, index) => line[index] ?? ''));
  asPerson(sheet.workbook, () => writeCells(sheet, area, filled, sheet.workbook.locale));
}

export function clear(sheet: Sheet, area: Area): void {
  asPerson(sheet.workbook, () => clearCells(sheet, area, 'Contents'));
}

/** A person drew the border of a column; the width is in points. */
export function widen(sheet: Sheet, column: number, width: number): void {
  checkAllowed(sheet, 'allowFormatColumns');
  asPerson(sheet.workbook, () => {
    sheet.workbook.aboutToChange();
    sheet.widths.set(column, width);
    sheet.workbook.changes.report({ kind: 'sheet settings', sheet });
  });
}

export function selectCells(sheet: Sheet, area: Area): void {
  asPerson(sheet.workbook, () => select(sheet, area));
}

/** Everything that the work does counts as somebody else's, in the same workbook elsewhere. */
export const coauthor = <T>(workbook: Workbook, work: () => T): T => workbook.changes.as('coauthor', work);

/** A co-author's edits stay a co-author's; all others are the person's. */
function asPerson(workbook: Workbook, work: () => void): void {
  workbook.changes.as(workbook.changes.actor === 'coauthor' ? 'coauthor' : 'user', work);
}

/** The table whose last row stands right above the cell, where it can grow by a row. */
function tableAbove(sheet: Sheet, row: number, column: number): Table | null {
  const { tables } = sheet.workbook;
  const found = tables.find(
    ({ sheet: home, area, showTotals }) =>
      home === sheet &&
      !showTotals &&
      row === area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns,
  );
  if (!found) return null;
  const line = { ...found.area, row, rows: 1 };
  const free =
    sheet.isBlank(line) &&
    !tables.some((other) => other !== found && other.sheet === sheet && overlaps(other.area, line));
  return free ? found : null;
}

function takeIn(table: Table): void {
  const { sheet } = table;
  table.area = { ...table.area, rows: table.area.rows + 1 };
  const row = table.area.row + table.area.rows - 1;
  sheet.workbook.aboutToChange();
  table.columns.forEach((column, index) => {
    const place = cell(row, table.area.column + index);
    if (sheet.isBlank(place)) fillCalculated(sheet, column, place, table.body.row);
  });
  sheet.workbook.changes.report({ kind: 'table changed', sheet, table });
}
