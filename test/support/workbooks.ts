/** Whole workbooks for tests of runs: made from small grids, closed in memory, read back, taken apart and made anew. */
import { parseIsoDay } from '../../src/book/days';
import { close, type Closed } from '../../src/runs/close';
import type { RunOptions } from '../../src/runs/request';
import type { CellValue } from '../../src/workbook/cells';
import { isFault } from '../../src/workbook/cells';
import { openXlsx, type FilePort } from '../../src/workbook/file';
import { cellOf } from './tables';
import { type CellInput, makeXlsx, type SheetInput } from './xlsx';

export const NOW = Date.UTC(2026, 3, 1, 8, 30);
export const ENV = { now: () => NOW, version: '0.0-test' };

/** A table with its rows, as it stands on a sheet of its own unless it says otherwise. */
export interface Grid {
  readonly name: string;
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** A table written by hand, as in support/tables.ts. */
export function grid(name: string, text: string, sheet = name): Grid {
  const [headers, ...rows] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return { name, sheet, headers, rows: rows.map((row) => headers.map((_, column) => cellOf(row[column] ?? ''))) };
}

export interface BookFacts {
  readonly date1904?: boolean;
  readonly macros?: boolean;
}

/** A workbook of these tables; those of one sheet stand side by side, a blank column between them, from row 3 on. */
export function workbookOf(grids: readonly Grid[], { date1904 = false, macros = false }: BookFacts = {}): Uint8Array {
  const names = [...new Set(grids.map(({ sheet }) => sheet))];
  const sheets = names.map((name): SheetInput =>
    sheetOf(
      name,
      grids.filter(({ sheet }) => sheet === name),
    ),
  );
  return makeXlsx({
    sheets,
    date1904,
    ...(macros ? { contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' } : {}),
  });
}

function sheetOf(name: string, grids: readonly Grid[]): SheetInput {
  const height = Math.max(...grids.map(({ rows }) => Math.max(rows.length, 1)));
  const rows: CellInput[][] = Array.from({ length: height + 3 }, () => []);
  rows[0].push(`About ${name}`);
  let left = 0;
  const tables = grids.map((one) => {
    const first = left;
    [one.headers, ...one.rows].forEach((cells, at) => {
      while (rows[at + 2].length < first) rows[at + 2].push(null);
      rows[at + 2].push(...cells.map(inputOf));
    });
    left += one.headers.length + 1;
    const columns = [first, left - 2].map(lettersOf);
    return { name: one.name, ref: `${columns[0]}3:${columns[1]}${3 + Math.max(one.rows.length, 1)}` };
  });
  return { name, rows, tables };
}

function inputOf(cell: CellValue): CellInput {
  if (!isFault(cell)) return cell;
  return cell.fault === 'error' ? { error: cell.text } : { formula: cell.text };
}

function lettersOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${lettersOf(Math.floor(column / 26) - 1)}${lettersOf(column % 26)}`;
}

const known = new WeakMap<Uint8Array, Promise<Grid[]>>();

/** All tables of a workbook, in its order. Read once for each workbook. */
export function gridsOf(bytes: Uint8Array): Promise<Grid[]> {
  const grids = known.get(bytes) ?? readGrids(bytes);
  known.set(bytes, grids);
  return grids;
}

async function readGrids(bytes: Uint8Array): Promise<Grid[]> {
  const port = openXlsx(bytes, 'book.xlsx');
  const { tables } = await port.facts();
  const read = await port.read(tables.map(({ name }) => name));
  return tables.map(({ name, sheet }) => {
    const { headers, cells, rows } = read.get(name)!;
    return { name, sheet, headers, rows: Array.from({ length: rows }, (_, row) => cells.map((column) => column[row])) };
  });
}

/** The workbook made anew with one table changed. */
export async function withTable(bytes: Uint8Array, name: string, change: (table: Grid) => Grid): Promise<Uint8Array> {
  return workbookOf((await gridsOf(bytes)).map((one) => (one.name === name ? change(one) : one)));
}

/** The table with one cell changed, in the row that has this id in its first column. */
export function withCell(table: Grid, id: CellValue, header: string, value: CellValue): Grid {
  const at = table.headers.indexOf(header);
  const rows = table.rows.map((row) => (row[0] === id ? row.map((cell, i) => (i === at ? value : cell)) : row));
  return { ...table, rows };
}

/** Rows of a table as records by header. */
export async function rowsOf(bytes: Uint8Array, table: string): Promise<Record<string, CellValue>[]> {
  const found = (await gridsOf(bytes)).find(({ name }) => name === table);
  if (!found) throw new Error(`no table ${table}`);
  const filled = found.rows.filter((row) => row.some((cell) => cell !== null && cell !== ''));
  return filled.map((row) => Object.fromEntries(found.headers.map((header, at) => [header, row[at]])));
}

export const day = (iso: string): number => {
  const found = parseIsoDay(iso);
  if (found === undefined) throw new Error(`${iso} is no date`);
  return found;
};

export interface ClosedBook {
  readonly closed: Closed;
  readonly bytes: Uint8Array;
}

/** Closes a workbook in memory. A refusal fails the test with its words. */
export async function closed(
  bytes: Uint8Array,
  upTo: string,
  options: Partial<RunOptions> = {},
  now = NOW,
): Promise<ClosedBook> {
  const port: FilePort = openXlsx(bytes, 'book.xlsx');
  const result = await close(port, { upTo: day(upTo), ...options }, { ...ENV, now: () => now });
  if (!result.ok) throw new Error(result.problems.map(({ cell, message }) => `${cell} ${message}`).join('\n'));
  return { closed: result, bytes: port.toBytes(new Date(now)) };
}

/** Why a close is refused, a line each: "Transactions!C15 CODE: message". One that is not refused fails the test. */
export async function refusal(bytes: Uint8Array, upTo: string, options: Partial<RunOptions> = {}): Promise<string[]> {
  const port = openXlsx(bytes, 'book.xlsx');
  const before = port.toBytes(new Date(NOW));
  const result = await close(port, { upTo: day(upTo), ...options }, ENV);
  if (result.ok) throw new Error('it was not refused');
  expect(port.toBytes(new Date(NOW))).toEqual(before);
  return result.problems.map(({ cell, code, message }) => `${cell} ${code}: ${message}`.trim());
}
