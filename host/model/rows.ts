import { intersection, overlaps } from './address';
import { collapseColumns, fillCalculated } from './calculated';
import { enterCell } from './enter';
import { invalidArgument, invalidOperation, wrongShape } from '../errors';
import { checkUnprotected } from './protect';
import { shiftCells } from './shift';
import type { Table } from './table';

/** Whether the table still has the one blank row that an empty table shows: new rows take its place. */
function isUnfilled(table: Table): boolean {
  return table.bodyRows === 1 && table.sheet.isBlank(table.body);
}

/** 2-D rows out of what rows.add takes: a row, a list of rows, or nothing for one blank row. */
function rowsOf(table: Table, values: unknown): readonly (readonly unknown[])[] {
  const width = table.columns.length;
  if (values === null || values === undefined) return [new Array<unknown>(width).fill(null)];
  if (!Array.isArray(values)) return [new Array<unknown>(width).fill(values)];
  const rows = (Array.isArray(values[0]) ? values : [values]) as readonly unknown[];
  if (!rows.every((row) => Array.isArray(row) && row.length === width)) throw wrongShape();
  return rows as readonly (readonly unknown[])[];
}

/** Adds rows at a position from 0 (null: at the end); what stands below the table moves down. Returns the position. */
export function addRows(table: Table, position: number | null, values: unknown): number {
  const { sheet } = table;
  const { workbook } = sheet;
  checkUnprotected(sheet);
  const rows = rowsOf(table, values);
  const atEnd = position === null || position < 0;
  const reuse = atEnd && isUnfilled(table);
  const index = atEnd ? (reuse ? 0 : table.bodyRows) : position;
  if (index > table.bodyRows) throw invalidArgument();
  const fresh = rows.length - (reuse ? 1 : 0);
  if (fresh > 0) makeRoom(table, table.body.row + (reuse ? 1 : index), fresh);
  workbook.aboutToChange();
  const area = { ...table.body, row: table.body.row + index, rows: rows.length };
  table.columns.forEach((column, at) => {
    fillCalculated(sheet, column, { ...area, column: area.column + at, columns: 1 }, table.body.row);
  });
  let formulas = false;
  rows.forEach((row, at) =>
    row.forEach((entry, column) => {
      if (enterCell(sheet, area.row + at, area.column + column, entry, 'en-US')) formulas = true;
    }),
  );
  if (formulas && workbook.calculatedColumns) collapseColumns(table, area);
  workbook.changes.report({ kind: 'cells', sheet, area, changeType: fresh ? 'RowInserted' : 'RangeEdited' });
  return index;
}

/** Makes room for rows inside or below the table: cells below move down, unless nothing stands there. */
function makeRoom(table: Table, row: number, rows: number): void {
  const { sheet } = table;
  const end = table.area.row + table.area.rows;
  const below = { ...table.area, row: end, rows };
  const free = row === end && sheet.isBlank(below);
  const others = sheet.workbook.tables.filter((other) => other !== table && other.sheet === sheet);
  if (free && !others.some((other) => overlaps(other.area, below))) {
    table.area = { ...table.area, rows: table.area.rows + rows };
    return;
  }
  const grows = row === end;
  shiftCells({ sheet, area: { ...table.area, row, rows }, direction: 'down' });
  if (grows) table.area = { ...table.area, rows: table.area.rows + rows };
}

/** Deletes rows of the body, counted from 0; cells below the table move up. One blank row always stays. */
export function deleteRows(table: Table, index: number, count: number): void {
  const { sheet, body } = table;
  checkUnprotected(sheet);
  if (index < 0 || count < 1 || index + count > table.bodyRows) throw invalidArgument();
  const area = intersection(body, { ...body, row: body.row + index, rows: count });
  if (!area) throw invalidOperation('There are no such rows.');
  const keepOne = count === table.bodyRows;
  if (keepOne) {
    sheet.workbook.aboutToChange();
    const first = { ...area, rows: 1 };
    sheet.values.fill(first, undefined);
    sheet.formulas.fill(first, undefined);
  }
  const gone = keepOne ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area;
  if (gone.rows > 0) shiftCells({ sheet, area: gone, direction: 'up' });
  else sheet.workbook.changes.report({ kind: 'cells', sheet, area, changeType: 'RangeEdited' });
}
