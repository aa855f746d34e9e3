import { addressInBody } from '../workbook/body-address';
import { cellAddress, columnLetters } from '../workbook/cells';
import type { TableCells, WorkbookPort } from '../workbook/port';
import { idKey } from '../workbook/read/ids';
import type { ReadBook } from '../workbook/read/read-book';

/** The address of a cell of a table's body: row from 0, column by its header. */
export function addressOf(table: TableCells, row: number, column: string): string {
  return addressInBody(table, row, Math.max(columnOf(table, column), 0));
}

/** The address of a transaction of the input, by its position in the book. */
export function addressOfTransaction({ transactionsTable, inputRows }: ReadBook, position: number): string {
  return addressOf(transactionsTable, inputRows[position], 'Transaction');
}

/** Where a transaction stands now, or a leg of a closing transfer; undefined where there is none of that id. */
export async function findTransaction(port: WorkbookPort, id: string): Promise<string | undefined> {
  const tables = await port.read(['Transactions', 'ClosingTransfers']);
  const key = idKey(id.trim());
  for (const table of tables.values()) {
    const cells = table.cells[columnOf(table, 'Transaction')] ?? [];
    const row = cells.findIndex((cell) => cell !== null && idKey(String(cell)) === key);
    if (row >= 0) return addressOf(table, row, 'Transaction');
  }
  return undefined;
}

/** The rows that a run has in a result table: from the first to the last before another run's; undefined for none. */
export async function findRowsOfRun(port: WorkbookPort, table: string, closing: string): Promise<string | undefined> {
  const found = [...(await port.read([table])).values()][0];
  if (!found) return undefined;
  const cells = found.cells[columnOf(found, 'Closing')] ?? [];
  const key = idKey(closing);
  const isOfRun = (row: number) => cells[row] !== null && idKey(String(cells[row])) === key;
  let first = 0;
  while (first < found.rows && !isOfRun(first)) first += 1;
  if (first === found.rows) return undefined;
  let last = first;
  while (last + 1 < found.rows && isOfRun(last + 1)) last += 1;
  const end = `${columnLetters(found.firstColumn + found.headers.length - 1)}${found.headerRow + 1 + last}`;
  return `${cellAddress(found.sheet, found.headerRow + 1 + first, found.firstColumn)}:${end}`;
}

/** Index of a column by its header, case and surrounding space ignored; -1 for none. */
export function columnOf({ headers }: TableCells, name: string): number {
  return headers.findIndex((header) => header.trim().toLowerCase() === name.toLowerCase());
}
