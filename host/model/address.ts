import { columnLetters, columnNumber, quoteSheet } from '../../src/workbook/cells';

export const MAX_ROWS = 1048576;
export const MAX_COLUMNS = 16384;

/** A rectangle of cells. Rows and columns count from 0, as office.js counts. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const cell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

export const isUnbounded = (area: Area): boolean => area.rows === MAX_ROWS || area.columns === MAX_COLUMNS;
export const cellCount = (area: Area): number => area.rows * area.columns;

/** Whether the rectangle lies on a sheet at all. */
export function isOnSheet(area: Area): boolean {
  return (
    [area.row, area.column, area.rows, area.columns].every(Number.isInteger) &&
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows <= MAX_ROWS &&
    area.column + area.columns <= MAX_COLUMNS
  );
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export const overlaps = (a: Area, b: Area): boolean => intersection(a, b) !== null;

export function covers(outer: Area, inner: Area): boolean {
  const both = intersection(outer, inner);
  return both !== null && sameArea(both, inner);
}

/** The smallest rectangle around both. */
export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** "A1:C5", "A:C", "2:4"; with dollar signs where absolute. */
export function areaText(area: Area, absolute = false): string {
  const dollar = absolute ? '$' : '';
  const column = (index: number): string => dollar + columnLetters(index + 1);
  const row = (index: number): string => `${dollar}${index + 1}`;
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  if (area.columns === MAX_COLUMNS) return `${row(area.row)}:${row(lastRow)}`;
  if (area.rows === MAX_ROWS) return `${column(area.column)}:${column(lastColumn)}`;
  const first = column(area.column) + row(area.row);
  return cellCount(area) === 1 ? first : `${first}:${column(lastColumn)}${row(lastRow)}`;
}

/** "Sheet1!A1:C5", the sheet quoted where Excel quotes it. */
export const fullAddress = (sheet: string, area: Area, absolute = false): string =>
  `${quoteSheet(sheet)}!${areaText(area, absolute)}`;

/** Splits "'My sheet'!A1" into sheet and reference; without a sheet the first is null. */
export function splitAddress(address: string): readonly [string | null, string] {
  const at = address.lastIndexOf('!');
  if (at < 0) return [null, address.trim()];
  const sheet = address.slice(0, at).trim();
  const plain = sheet.startsWith("'") && sheet.endsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
  return [plain, address.slice(at + 1).trim()];
}

const CELLS = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/;
const COLUMNS = /^([A-Z]{1,3}):([A-Z]{1,3})$/;
const ROWS = /^(\d{1,7}):(\d{1,7})$/;

/** The rectangle of "A1", "$A$1:C5", "A:C" or "2:4"; null where the text is none or lies beyond the sheet. */
export function parseArea(text: string): Area | null {
  const plain = text.replace(/\$/g, '').trim().toUpperCase();
  let first: readonly [number, number];
  let last: readonly [number, number];
  const cells = CELLS.exec(plain);
  const columns = COLUMNS.exec(plain);
  const rows = ROWS.exec(plain);
  if (cells) {
    first = [Number(cells[2]) - 1, columnNumber(cells[1]) - 1];
    last = cells[3] ? [Number(cells[4]) - 1, columnNumber(cells[3]) - 1] : first;
  } else if (columns) {
    first = [0, columnNumber(columns[1]) - 1];
    last = [MAX_ROWS - 1, columnNumber(columns[2]) - 1];
  } else if (rows) {
    first = [Number(rows[1]) - 1, 0];
    last = [Number(rows[2]) - 1, MAX_COLUMNS - 1];
  } else return null;
  const area = {
    row: Math.min(first[0], last[0]),
    column: Math.min(first[1], last[1]),
    rows: Math.abs(last[0] - first[0]) + 1,
    columns: Math.abs(last[1] - first[1]) + 1,
  };
  return isOnSheet(area) ? area : null;
}
