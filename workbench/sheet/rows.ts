import type { GridSheet } from '../../host/view/grid';
import { pixels } from './places';

/** Blank rows and columns that are drawn beyond what is used, so that there is a place to type in. */
const MORE_ROWS = 60;
const LEAST_ROWS = 120;
const MORE_COLUMNS = 6;
const LEAST_COLUMNS = 26;

/** A row as the grid knows it: where it stands; its cells are read when they are drawn. */
export interface SheetRow {
  readonly row: number;
  readonly [column: number]: string;
}

export const columnCount = ({ columns }: GridSheet): number => Math.max(columns + MORE_COLUMNS, LEAST_COLUMNS);
export const rowCount = ({ rows }: GridSheet): number => Math.max(rows + MORE_ROWS, LEAST_ROWS);

/**
 * Rows whose properties, by column number, are what a person would edit there. One class for all of them: a sheet may
 * have a hundred thousand.
 */
export function sheetRows(sheet: GridSheet, textAt: (row: number, column: number) => string): SheetRow[] {
  class Row {
    readonly row: number;

    constructor(row: number) {
      this.row = row;
    }
  }
  for (let column = 0; column < columnCount(sheet); column++) {
    Object.defineProperty(Row.prototype, column, {
      get(this: Row) {
        return textAt(this.row, column);
      },
      set() {
        // The workbook is written by what the grid reports, never through the row.
      },
    });
  }
  const rows: SheetRow[] = [];
  const count = rowCount(sheet);
  for (let row = 0; row < count; row++) if (sheet.heights[row] !== 0) rows.push(new Row(row) as SheetRow);
  return rows;
}

/** The heights of rows that have their own, where the grid wants them: by position among the rows of one part. */
export function rowSizes(
  sheet: GridSheet,
  rows: readonly SheetRow[],
  type: 'rgRow' | 'rowPinStart',
): { type: typeof type; index: number; size: number }[] {
  if (Object.keys(sheet.heights).length === 0) return [];
  return rows.flatMap(({ row }, index) => {
    const height = sheet.heights[row];
    return height ? [{ type, index, size: pixels(height) }] : [];
  });
}
