import type { Archive } from '../../src/workbook/file/archive';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import type { Workbook } from '../model/workbook';

/**
 * What workbook, sheets and tables were opened from: saving changes that package and leaves alone what was not changed. The
 * model knows nothing of it.
 */

/** A sheet of a package. */
export interface SheetOrigin {
  readonly archive: Archive;
  /** Which of its sheets, from 0; a number because the part of a sheet may be missing. */
  readonly index: number;
}

const workbooks = new WeakMap<Workbook, Archive>();
const sheets = new WeakMap<Sheet, SheetOrigin>();
const tables = new WeakMap<Table, string>();

export const packageOf = (workbook: Workbook): Archive | undefined => workbooks.get(workbook);
/** The package's sheet that a sheet was read from; that of another package where it was inserted from a file. */
export const originOf = (sheet: Sheet): SheetOrigin | undefined => sheets.get(sheet);
/** The part that a table was read from; undefined for one that was made here or inserted from a file. */
export const partOf = (table: Table): string | undefined => tables.get(table);

export const comesFrom = {
  workbook: (workbook: Workbook, archive: Archive): void => void workbooks.set(workbook, archive),
  sheet: (sheet: Sheet, origin: SheetOrigin): void => void sheets.set(sheet, origin),
  table: (table: Table, part: string): void => void tables.set(table, part),
};
