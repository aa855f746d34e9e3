import type { CellValue } from '../../../src/workbook/cells';
import type { TableCells, WorkbookPort } from '../../../src/workbook/port';
import type { Unpaused } from '../../../src/runs/environment';
import { RESULT_TABLES } from '../../../src/workbook/tables/results';
import { ENV, grid, workbookOf } from '../../support/workbooks';

export const BOOK = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost | Type
    P1          | BOLT | 10       | 2026-01-05     | 100.00         | Purchase
    S1          | BOLT | -4       | 2026-01-09     | -44.00         | Sale
    P2          | NUT  | 8.5      | 2026-01-12     | 17.00          | Purchase
    S3          | NUT  | -9       | 2026-01-25     | -27.00         | Sale
    P3          | BOLT | 5        | 2026-02-02     | 60.00          | Purchase
    P4          | NUT  | 5        | 2026-02-05     | 11.00          | Purchase
    S2          | BOLT | -8       | 2026-02-10     | -88.00         | Sale
    `,
  ),
  // What January values without a receipt, February takes back.
  grid(
    'Parameters',
    `
    Parameter          | Value
    Uncovered quantity | Cost of covered part
    `,
  ),
]);
export const env: Unpaused = { ...ENV, token: () => 'a run of the test' };
export const JANUARY = '2026-01-31';
export const FEBRUARY = '2026-02-28';

export type Row = Record<string, CellValue>;
export type Tables = ReadonlyMap<string, TableCells>;

export const tablesOf = (port: WorkbookPort): Promise<Tables> => port.read(RESULT_TABLES.map(({ name }) => name));

export function rowsOf(tables: Tables, name: string): Row[] {
  const table = tables.get(name);
  const rows = Array.from({ length: table?.rows ?? 0 }, (_, row) =>
    Object.fromEntries((table?.headers ?? []).map((header, at) => [header, table?.cells[at][row] ?? null])),
  );
  return rows.filter((row) => Object.values(row).some((value) => value !== null));
}

/** What is in force: the rows that count, without the numbers of rows and runs; and the sum of every figure. */
export function inForce(tables: Tables): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { name, columns } of RESULT_TABLES) {
    const rows = rowsOf(tables, name);
    const counts = (row: Row): boolean => row['Status'] === 'Active' || row['Status'] === 'Completed';
    const texts = columns.slice(1).map((column) => column.name);
    found[name] = rows
      .filter(counts)
      .map((row) => texts.filter((text) => !text.endsWith('fingerprint')).map((text) => plain(row[text])))
      .sort();
    for (const { name: figure, kind } of columns) {
      // Counter rows go from the cost after back to the cost before.
      if ((kind !== 'amount' && kind !== 'quantity') || figure.startsWith('Cost ')) continue;
      found[`sum of ${name}[${figure}]`] = total(rows, figure);
      // The sum over all rows is that over the rows that count, whatever was taken back.
      expect([name, figure, total(rows, figure)]).toEqual([name, figure, total(rows.filter(counts), figure)]);
    }
    expect([name, tables.get(name)?.below.every((cell) => cell === null)]).toEqual([name, true]);
  }
  return found;
}

const plain = (value: CellValue): string => String(value).replace(/\b(IC|V)-\d+/g, '$1');
const total = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[column] ?? 0) * 1e6), 0);
