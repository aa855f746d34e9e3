/** Workbooks whose closed rows were archived and moved out of the table Transactions, and what to compare them by. */
import { archive } from '../../src/runs/archive/archive';
import type { CellValue } from '../../src/workbook/cells';
import { openXlsx } from '../../src/workbook/file';
import { ENV, type Grid, gridsOf, NOW, withTable } from './workbooks';

/** The workbook after an archive, with all rows still in their table; and the ids of the archived ones. */
export async function archived(bytes: Uint8Array): Promise<{ bytes: Uint8Array; ids: string[] }> {
  const port = openXlsx(bytes, 'book.xlsx');
  const done = await archive(port, {}, ENV);
  if (!done.ok) throw new Error(done.problems.map(({ message }) => message).join('\n'));
  const { id } = done.loaded.read.book.transactions;
  return { bytes: port.toBytes(new Date(NOW)), ids: done.rows.map((row) => id[row]) };
}

/** The workbook without some rows of Transactions, as a person deletes them. */
export function without(bytes: Uint8Array, ids: readonly string[]): Promise<Uint8Array> {
  const gone = new Set(ids);
  return withTable(bytes, 'Transactions', (table) => ({
    ...table,
    rows: table.rows.filter(([id]) => !gone.has(String(id))),
  }));
}

/** The workbook with rows added to Transactions; figures as text where they are none. */
export function withRows(bytes: Uint8Array, rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> {
  return withTable(bytes, 'Transactions', (table: Grid) => ({ ...table, rows: [...table.rows, ...rows] }));
}

const NUMBERS = ['Settlement', 'Adjustment no.', 'Line', 'Entry', 'Lock', 'Value', 'Sequence'];

/**
 * All that a run wrote, a line each: without the numbers of rows, which count what was archived too, and without the numbers of
 * runs. In no order: rows that left a sheet leave other rows first.
 */
export async function writtenBy(bytes: Uint8Array, run: string): Promise<string[]> {
  const lines: string[] = [];
  for (const { name, headers, rows } of await gridsOf(bytes)) {
    const at = headers.indexOf('Closing');
    if (at <= 0) continue;
    for (const row of rows.filter((cells) => cells[at] === run)) {
      const cells = headers.flatMap((header, column) =>
        NUMBERS.includes(header) || / (link|row)$/.test(header) || row[column] === null
          ? []
          : [`${header} ${String(row[column]).replace(/\b(IC|V)-\d{4}/g, '$1')}`],
      );
      lines.push(`${name}: ${cells.join(', ')}`);
    }
  }
  return lines.sort();
}
