import { type Area, MAX_ROWS, overlaps, parseArea } from './address';
import { fillCalculated } from './calculated';
import { enterCell } from './enter';
import { invalidArgument, invalidOperation, itemAlreadyExists, wrongShape } from '../errors';
import { checkUnprotected } from './protect';
import { renameInStructuredReferences } from './rewrite';
import { shiftCells } from './shift';
import type { Sheet } from './sheet';
import { Table, type TableColumn } from './table';
import { wireValue } from './values';
import { freeHeader } from './write';
import type { Workbook } from './workbook';

const LONGEST_NAME = 255;
const IS_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;
const IS_R1C1 = /^(r\d*c?\d*|c\d*)$/i;

/** Whether a table or a range may bear the name: letters first, no spaces, not a cell's address. */
export const isValidName = (name: unknown): name is string =>
  typeof name === 'string' &&
  name.length <= LONGEST_NAME &&
  IS_NAME.test(name) &&
  !parseArea(name) &&
  !IS_R1C1.test(name);

function checkFree(sheet: Sheet, area: Area, except?: Table): void {
  for (const table of sheet.workbook.tables) {
    if (table !== except && table.sheet === sheet && overlaps(table.area, area)) {
      throw invalidOperation("A table can't overlap another table.");
    }
  }
  if (sheet.merged.some((merged) => overlaps(merged, area))) {
    throw invalidOperation("A table can't contain merged cells.");
  }
}

/** Makes a table of an area. Without headers a row of them is put above the data, which moves down. */
export function addTable(sheet: Sheet, wanted: Area, hasHeaders: boolean): Table {
  const { workbook } = sheet;
  checkUnprotected(sheet);
  checkFree(sheet, wanted);
  if (!hasHeaders) shiftCells({ sheet, area: { ...wanted, rows: 1 }, direction: 'down' });
  workbook.aboutToChange();
  const rows = Math.max(2, hasHeaders ? wanted.rows : wanted.rows + 1);
  const area = { ...wanted, rows };
  checkFree(sheet, area);
  let number = 1;
  while (workbook.findTable(`Table${number}`)) number++;
  const table = new Table(workbook.takeId(), sheet, `Table${number}`, area, []);
  for (let index = 0; index < area.columns; index++) {
    const present = hasHeaders ? wireValue(workbook.calculator.value(sheet, area.row, area.column + index)) : '';
    const name = freeHeader(table, present === '' ? `Column${index + 1}` : String(present));
    table.columns.push({ id: index + 1, name, calculated: null, filter: null });
    sheet.formulas.set(area.row, area.column + index, undefined);
    sheet.values.set(area.row, area.column + index, name);
  }
  workbook.tables.push(table);
  workbook.changes.report({ kind: 'table added', sheet, table });
  return table;
}

export function renameTable(table: Table, name: unknown): void {
  const { workbook } = table.sheet;
  if (!isValidName(name)) throw invalidArgument();
  const other = workbook.findTable(name);
  const named = workbook.names.some((item) => item.name.toLowerCase() === name.toLowerCase());
  if ((other && other !== table) || named) throw itemAlreadyExists();
  workbook.aboutToChange();
  renameInStructuredReferences(workbook, table, { table: name });
  table.name = name;
  workbook.changes.report({ kind: 'table changed', sheet: table.sheet, table });
}

/** Gives the table other corners: its header row stays where it is, and old and new area overlap. */
export function resizeTable(table: Table, area: Area): void {
  const { sheet } = table;
  checkUnprotected(sheet);
  const least = 1 + (table.showHeaders ? 1 : 0);
  if (area.row !== table.area.row || !overlaps(area, table.area) || area.rows < least || table.showTotals) {
    throw invalidArgument();
  }
  checkFree(sheet, area, table);
  sheet.workbook.aboutToChange();
  const before = table.area;
  const kept = table.columns;
  table.area = area;
  table.columns = [];
  for (let index = 0; index < area.columns; index++) {
    const old = kept[area.column + index - before.column];
    table.columns.push(old ?? newColumn(table, kept, index));
  }
  fillNewRows(table, before);
  sheet.workbook.changes.report({ kind: 'table changed', sheet, table });
}

/** Rows that a table gained take the formulas of its calculated columns, where they are blank. */
function fillNewRows(table: Table, before: Area): void {
  const first = Math.max(before.row + before.rows, table.body.row);
  const last = table.body.row + table.body.rows;
  if (last <= first) return;
  table.columns.forEach((column, index) => {
    const area = { row: first, rows: last - first, column: table.area.column + index, columns: 1 };
    if (column.calculated !== null && table.sheet.isBlank(area))
      fillCalculated(table.sheet, column, area, table.body.row);
  });
}

function newColumn(table: Table, others: readonly TableColumn[], index: number, wanted = ''): TableColumn {
  const { sheet, area } = table;
  const present = wanted || wireValue(sheet.workbook.calculator.value(sheet, area.row, area.column + index));
  const taken = { columns: [...others, ...table.columns] } as Table;
  const name = freeHeader(taken, present === '' ? `Column${index + 1}` : String(present));
  if (table.showHeaders) sheet.values.set(area.row, area.column + index, name);
  const id = 1 + Math.max(0, ...others.map((column) => column.id), ...table.columns.map((column) => column.id));
  return { id, name, calculated: null, filter: null };
}

/** Adds a column at a position from 0 (null: at the right end), with its header and values where they are given. */
export function addColumn(table: Table, position: number | null, values: unknown, name: string | null): number {
  const { sheet, area } = table;
  const index = position === null || position < 0 ? table.columns.length : position;
  if (index > table.columns.length) throw invalidArgument();
  const band = { row: area.row, rows: area.rows, column: area.column + index, columns: 1 };
  const right = { ...band, column: area.column + index, columns: 1 };
  if (index < table.columns.length || !sheet.isBlank(right)) makeRoom(table, band);
  sheet.workbook.aboutToChange();
  const given = Array.isArray(values)
    ? (values as unknown[]).map((row) => (Array.isArray(row) ? (row[0] as unknown) : row))
    : null;
  if (given && given.length !== area.rows) throw wrongShape();
  table.area = { ...area, columns: area.columns + 1 };
  const header = name ?? (given && table.showHeaders ? String(given[0]) : '');
  table.columns.splice(index, 0, newColumn(table, table.columns, index, header));
  given?.forEach((entry, row) => {
    if (row > 0 || !table.showHeaders) enterCell(sheet, area.row + row, band.column, entry, 'en-US');
  });
  sheet.workbook.changes.report({ kind: 'table changed', sheet, table });
  return index;
}

/** Moves what stands right of a column band, inside the table and beyond it, by one column. */
function makeRoom(table: Table, band: Area): void {
  const { sheet } = table;
  const beyond = { ...band, columns: MAX_ROWS };
  if (sheet.workbook.tables.some((other) => other !== table && other.sheet === sheet && overlaps(other.area, beyond))) {
    throw invalidOperation('This operation is not allowed: it would shift cells in a table on the worksheet.');
  }
  for (const layer of sheet.layers) layer.insert(band, 'right');
}

/** Removes a column of the table; what stands to its right, inside the table, moves left. */
export function deleteColumn(table: Table, index: number): void {
  const { sheet, area } = table;
  if (table.columns.length === 1) throw invalidOperation('The last column of a table can not be deleted.');
  sheet.workbook.aboutToChange();
  for (const layer of sheet.layers) layer.remove({ ...area, column: area.column + index, columns: 1 }, 'left');
  table.columns.splice(index, 1);
  table.area = { ...area, columns: area.columns - 1 };
  sheet.workbook.changes.report({ kind: 'table changed', sheet, table });
}

/** Takes the table away, cells and all; or only the table, where the cells are kept. */
export function deleteTable(table: Table, keepCells: boolean): void {
  const { sheet } = table;
  checkUnprotected(sheet);
  sheet.workbook.aboutToChange();
  if (!keepCells) for (const layer of sheet.layers) layer.fill(table.area, undefined);
  table.deleted = true;
  sheet.workbook.tables = sheet.workbook.tables.filter((other) => other !== table);
  sheet.workbook.changes.report({ kind: 'table deleted', sheet, table });
}

export function showTotals(table: Table, show: boolean): void {
  if (show === table.showTotals) return;
  const { sheet, area } = table;
  const row = { ...area, row: area.row + area.rows - (show ? 0 : 1), rows: 1 };
  if (show && !sheet.isBlank(row)) shiftCells({ sheet, area: row, direction: 'down' });
  sheet.workbook.aboutToChange();
  table.showTotals = show;
  table.area = { ...area, rows: area.rows + (show ? 1 : -1) };
  if (show) sheet.values.set(row.row, row.column, 'Total');
  else sheet.values.fill(row, undefined);
  sheet.workbook.changes.report({ kind: 'table changed', sheet, table });
}

export function showHeaders(table: Table, show: boolean): void {
  if (show === table.showHeaders) return;
  const { sheet, area } = table;
  sheet.workbook.aboutToChange();
  const header = { ...area, rows: 1, row: show ? area.row - 1 : area.row };
  if (show && (header.row < 0 || !sheet.isBlank(header))) throw invalidOperation('There is no room for a header row.');
  table.showHeaders = show;
  table.area = show
    ? { ...area, row: header.row, rows: area.rows + 1 }
    : { ...area, row: area.row + 1, rows: area.rows - 1 };
  table.columns.forEach((column, index) => {
    sheet.values.set(header.row, area.column + index, show ? column.name : undefined);
  });
  sheet.workbook.changes.report({ kind: 'table changed', sheet, table });
}

export const tablesOf = (workbook: Workbook, sheet: Sheet | null): Table[] =>
  workbook.tables.filter((table) => sheet === null || table.sheet === sheet);
