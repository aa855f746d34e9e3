import { cellAddress } from './cells';
import type { TablePlace } from './port';

/** How many rows of a table's body stand on its sheet: archived ones may stand behind them (see archived.ts). */
export function rowsOnSheet({ rows, archived = [] }: TablePlace): number {
  return rows - archived.length;
}

/** The address of a cell of a table's body: row and column from 0. Of an archived row it is the cell that keeps it. */
export function addressInBody(table: TablePlace, row: number, column: number): string {
  const kept = table.archived?.[row - rowsOnSheet(table)];
  return kept ?? cellAddress(table.sheet, table.headerRow + 1 + row, table.firstColumn + column);
}
