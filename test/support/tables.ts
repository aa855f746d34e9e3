/** Tables written by hand: a small grid of text becomes the cells that a port would read. */
import { dayOf } from '../../src/book/days';
import type { Problem } from '../../src/book/problem';
import type { CellValue } from '../../src/workbook/cells';
import type { TableCells, WorkbookFacts } from '../../src/workbook/port';
import { readBook } from '../../src/workbook/read/book';
import type { ReadBook } from '../../src/workbook/read/read-book';
import { RESULT_TABLES } from '../../src/workbook/tables/results';

export interface Place {
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly firstColumn?: number;
  /** Cells directly below the table, from the left, as in a row of the grid. */
  readonly below?: string;
}

/**
 * A table from lines of cells parted by |, the headers first:
 *
 *     Transaction | Item | Quantity | Financial date | Financial cost
 *     P1          | A    | 10       | 2026-01-05     | 100.00
 *
 * Blank cells are empty. 10 is a number, "10" in quotes a text; 2026-01-05 a date as Excel keeps it (a serial), in
 * quotes a text; TRUE and FALSE are what they say; #N/A is an error; =A1 is a formula that was not calculated.
 */
export function table(name: string, grid: string, place: Place = {}): TableCells {
  const lines = grid.split('\n').filter((line) => line.trim() !== '');
  const [headers, ...body] = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const cells = headers.map((_, column) => body.map((row) => cellOf(row[column] ?? '')));
  const below = (place.below ?? '').split('|').map((cell) => cellOf(cell.trim()));
  return {
    name,
    sheet: place.sheet ?? name,
    headerRow: place.headerRow ?? 1,
    firstColumn: place.firstColumn ?? 1,
    headers,
    rows: body.length,
    cells,
    below: headers.map((_, column) => below[column] ?? null),
  };
}

/** A result table: columns that the grid does not name are there, and blank. */
export function resultTable(name: string, grid: string): TableCells {
  const found = table(name, grid);
  const spec = RESULT_TABLES.find((one) => one.name === name);
  const missing = (spec?.columns ?? [])
    .map((column) => column.name)
    .filter((column) => !found.headers.includes(column));
  const blank = new Array<CellValue>(found.rows).fill(null);
  return {
    ...found,
    headers: [...found.headers, ...missing],
    cells: [...found.cells, ...missing.map(() => blank)],
    below: [...found.below, ...missing.map(() => null)],
  };
}

export function cellOf(text: string): CellValue {
  if (text === '') return null;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  if (text.startsWith('#')) return { fault: 'error', text };
  if (text.startsWith('=')) return { fault: 'not calculated', text: text.slice(1) };
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (date) return dayOf(Number(date[1]), Number(date[2]), Number(date[3])) ?? text;
  return text.replace(/^"(.*)"$/, '$1');
}

/** What a port says of a workbook with these tables. */
export function factsOf(tables: readonly TableCells[], date1904 = false): WorkbookFacts {
  return { date1904, sheets: [...new Set(tables.map((one) => one.sheet))], tables };
}

/** Reads the tables as a workbook of the 1900 date system. */
export function read(...tables: readonly TableCells[]): ReturnType<typeof readBook> {
  return readBook(factsOf(tables), new Map(tables.map((one) => [one.name, one] as const)));
}

/** Reads tables that must be sound: a problem fails the test with its words. */
export function readSound(...tables: readonly TableCells[]): ReadBook {
  const result = read(...tables);
  if (!result.ok) throw new Error(result.problems.map(inOneLine).join('\n'));
  return result.value;
}

/** The problems of tables, warnings included. */
export function problemsOf(...tables: readonly TableCells[]): readonly Problem[] {
  const result = read(...tables);
  return result.ok ? result.warnings : result.problems;
}

/** "Transactions!C2 ZERO_QUANTITY": where and what, for comparing in tests. */
export function places(problems: readonly Problem[]): string[] {
  return problems.map((problem) => `${problem.cell} ${problem.code}`);
}

export function inOneLine({ cell, code, content, message, remedy }: Problem): string {
  return `${cell} ${code}: ${message} [${content}] ${remedy}`;
}
