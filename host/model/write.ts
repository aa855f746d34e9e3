import { type Area, cellCount, intersection, isUnbounded, overlaps } from './address';
import { enterCell } from './enter';
import { collapseColumns } from './calculated';
import { invalidArgument, invalidOperation, wrongShape } from '../errors';
import { checkEditable } from './protect';
import { renameInStructuredReferences } from './rewrite';
import type { Sheet } from './sheet';
import type { Table } from './table';
import { valueType, wireValue } from './values';

/** Above this, values are read as null and can not be written. */
export const MOST_CELLS = 5_000_000;

/**
 * Visits each cell of an area with its entry: a 2-D array of the area's shape, or one value for all cells.
 * Throws where the shape is wrong or the area has no end.
 */
export function eachEntry(
  area: Area,
  entries: unknown,
  visit: (row: number, column: number, entry: unknown) => void,
): void {
  if (isUnbounded(area) || cellCount(area) > MOST_CELLS) throw invalidArgument();
  if (!Array.isArray(entries)) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) visit(row, column, entries);
    }
    return;
  }
  const rows: readonly unknown[] = entries;
  const fits = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) throw wrongShape();
  for (let row = 0; row < area.rows; row++) {
    const cells = rows[row] as readonly unknown[];
    for (let column = 0; column < area.columns; column++) visit(area.row + row, area.column + column, cells[column]);
  }
}

function checkMerged(sheet: Sheet, area: Area): void {
  const cut = sheet.merged.find((merged) => overlaps(merged, area));
  if (cut && cellCount(area) > 1 && cellCount(intersection(cut, area) ?? area) !== cellCount(cut)) {
    throw invalidOperation("This operation can't be applied to part of a merged cell.");
  }
}

/** Enters values or formulas into an area, in the language of the locale; "en-US" is what add-ins write in. */
export function writeCells(sheet: Sheet, area: Area, entries: unknown, locale = 'en-US'): void {
  checkEditable(sheet, area);
  checkMerged(sheet, area);
  const { workbook } = sheet;
  const tables = workbook.tables.filter((table) => table.sheet === sheet && overlaps(table.area, area));
  const one = cellCount(area) === 1;
  const before = one ? workbook.calculator.value(sheet, area.row, area.column) : undefined;
  workbook.aboutToChange();
  let formulas = false;
  eachEntry(area, entries, (row, column, entry) => {
    if (enterCell(sheet, row, column, entry, locale)) formulas = true;
  });
  for (const table of tables) {
    keepHeaders(table, area);
    if (formulas && workbook.calculatedColumns) collapseColumns(table, area);
  }
  const after = one ? workbook.calculator.value(sheet, area.row, area.column) : undefined;
  const details = one
    ? {
        before: { value: wireValue(before), type: valueType(before) },
        after: { value: wireValue(after), type: valueType(after) },
      }
    : {};
  workbook.changes.report({ kind: 'cells', sheet, area, changeType: 'RangeEdited', ...details });
}

/** A header cell is the name of its column: it is text, never blank, and never the name of another column. */
function keepHeaders(table: Table, written: Area): void {
  const part = table.header && intersection(table.header, written);
  if (!part) return;
  const { sheet } = table;
  for (let column = part.column; column < part.column + part.columns; column++) {
    const own = table.columns[column - table.area.column];
    const wanted = wireValue(sheet.workbook.calculator.value(sheet, part.row, column));
    const name = freeHeader(
      table,
      String(wanted === '' ? `Column${column - table.area.column + 1}` : wanted),
      own.name,
    );
    if (name !== own.name) {
      const before = own.name;
      renameInStructuredReferences(sheet.workbook, table, { column: [before, name] });
      own.name = name;
    }
    sheet.formulas.set(part.row, column, undefined);
    sheet.values.set(part.row, column, name);
  }
}

/** The header itself, or with a number behind it where another column has it. */
export function freeHeader(table: Table, wanted: string, except?: string): string {
  const taken = new Set(
    table.columns.filter((column) => column.name !== except).map((column) => column.name.toLowerCase()),
  );
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
  return name;
}

/** Empties the cells: contents, formats, links, or all. The header of a table keeps its names. */
export function clearCells(sheet: Sheet, area: Area, what: string): void {
  const used = sheet.usedArea(false);
  const part = used && intersection(area, used);
  if (part) {
    checkEditable(sheet, part);
    sheet.workbook.aboutToChange();
    const clear = (names: readonly string[]): boolean => names.includes(what);
    if (clear(['All', 'Contents'])) {
      sheet.values.fill(part, undefined);
      sheet.formulas.fill(part, undefined);
    }
    if (clear(['All', 'Formats', 'ResetContents'])) {
      sheet.numberFormats.fill(part, undefined);
      sheet.styles.fill(part, undefined);
    }
    if (clear(['All', 'Hyperlinks', 'RemoveHyperlinks'])) sheet.links.fill(part, undefined);
    for (const table of sheet.workbook.tables) if (table.sheet === sheet) restoreHeaders(table, part);
  }
  sheet.workbook.changes.report({ kind: 'cells', sheet, area, changeType: 'RangeEdited' });
}

function restoreHeaders(table: Table, area: Area): void {
  const part = table.header && intersection(table.header, area);
  if (!part) return;
  for (let column = part.column; column < part.column + part.columns; column++) {
    table.sheet.values.set(part.row, column, table.columns[column - table.area.column].name);
  }
}
