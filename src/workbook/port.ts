import type { Area } from './area';
import type { CellValue } from './cells';
import type { Page, PageMark } from './sheets/page';
import type { ResultTable } from './tables/spec';
import type { Agreement } from './write/agreements';

/** Where a table stands. Rows and columns count from 1, as in addresses. */
export interface TablePlace {
  readonly name: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  /** Header texts, in the order of the sheet. */
  readonly headers: readonly string[];
  /** Rows of data, without header and totals row. */
  readonly rows: number;
  /** The table or range that is read in place of this table, as people call it, where one is (see mapping). */
  readonly mapped?: string;
  /** Then its headers as they stand there, in the same order. */
  readonly mappedHeaders?: readonly string[];
  /** The last of these rows, where they were archived and stand on the sheet no longer. */
  readonly archived?: readonly ArchivedPlace[];
}

/** Where an archived row of a table is kept, and the body row of the sheet that it stood before, or comes before at least. */
export interface ArchivedPlace {
  /** Address of the cell that keeps it. */
  readonly cell: string;
  readonly before: number;
}

/** A table with the cells of its body, column by column: cells[column][row]. */
export interface TableCells extends TablePlace {
  readonly cells: readonly (readonly CellValue[])[];
  /** The cells directly below the table: below its last row of data, or below its totals row where it has one. */
  readonly below: readonly CellValue[];
  /** Totals rows between the data and the cells below; none where it is not given. */
  readonly totalsRows?: number;
}

/** How the workbook counts days, and what its sheets are called. */
export interface WorkbookFacts {
  readonly date1904: boolean;
  readonly sheets: readonly string[];
  readonly tables: readonly TablePlace[];
}

/** A change of a cell in a row that is there already: the status of a row, say. */
export interface CellChange {
  /** Row of the table's body, from 0. */
  readonly row: number;
  /** Header text. */
  readonly column: string;
  readonly value: OutValue;
}

/** What is written to a cell: text (shown, never evaluated), a number, or nothing. Dates are day serials (see days.ts). */
export type OutValue = string | number | null;

/** New rows and changes of one result table. */
export interface TableWrite {
  readonly table: ResultTable;
  /** The new rows, column by column, one array for each of the table's columns (links included, see rowNumbers). */
  readonly rows: number;
  readonly columns: Readonly<Record<string, readonly OutValue[]>>;
  readonly changes: readonly CellChange[];
  /** Reports are replaced each time: the old rows go, the new ones take their place. */
  readonly replace: boolean;
  /** Results of the formulas above the table, by their label, so that a reader without a calculator sees them too. */
  readonly tieOuts: Readonly<Record<string, number>>;
  /** What is compared with other tables, by label: these formulas are written anew each time. None are touched where it is left out. */
  readonly agreements?: Readonly<Record<string, Agreement>>;
  /** Whether the table has link columns when it is made now ("Trace links"). */
  readonly links: boolean;
  /** The workbook's dimension columns, in order; they stand after "Item" where table.dimensions is set. */
  readonly dimensions: readonly string[];
}

/** Sheets of ours without a table. */
export interface Pages {
  /**
   * Refuses by a WorkbookRefusal, before anything is changed, sheets that have the name of one of ours and do not begin with
   * its title and description.
   */
  refuseForeign(marks: readonly PageMark[]): Promise<void>;
  /**
   * Makes pages that are missing, at the end of the workbook, and writes anew those that are there. What the workbook does not
   * let in (its structure or the sheet is protected) is left as it is. Returns the sheets that were written.
   */
  write(pages: readonly Page[], formats: Formats): Promise<readonly string[]>;
}

/** How numbers are shown, and in which date system they stand. */
export interface Formats {
  readonly currency: string;
  readonly amountDecimals: number;
  readonly quantityDecimals: number;
}

/** A rectangle of cells on a sheet, whether a table stands there or not. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

/** A column that links lead into: its header cell and the cells of its body. */
export type LinkPlace =
  /** Of a table, by its names there. */
  | { readonly sheet: string; readonly table: string; readonly column: string }
  /** Of a range: the header's row and the column, from 1. The body goes on to its last row, or to the end of the sheet. */
  | { readonly sheet: string; readonly headerRow: number; readonly rangeColumn: number; readonly lastRow?: number };

/** A foreign table or range that stands for a table of ours: links lead into it. */
export interface StandIn {
  /** The table of ours. */
  readonly table: string;
  /** By the name of our column, in lower case. */
  readonly columns: ReadonlyMap<string, LinkPlace>;
}

/** Asked now and then; throws or rejects to stop the work. Phase is a word for people. */
export type Progress = (phase: string, done: number, total: number) => void | Promise<void>;

/**
 * A workbook as the product sees it: tables that are read, result tables that are appended to. One contract for the
 * .xlsx file and for Excel; test/workbook/port-contract.ts holds it.
 */
export interface WorkbookPort {
  /**
   * Whether others may change the workbook between two calls: people at the same screen, co-authors elsewhere. A run then
   * looks again before it writes, and makes sure that no other one began at the same moment.
   */
  readonly isShared: boolean;
  facts(): Promise<WorkbookFacts>;
  /** Reads the named tables; names that are not in the workbook are left out. */
  read(names: readonly string[], progress?: Progress): Promise<ReadonlyMap<string, TableCells>>;
  /** The rectangle around all cells of a sheet that hold something; undefined where none does, or there is no such sheet. */
  usedArea(sheet: string): Promise<Area | undefined>;
  /** The cells of a rectangle, column by column: cells[column][row]. Throws WorkbookRefusal where there is no such sheet. */
  readArea(place: SheetArea, progress?: Progress): Promise<readonly (readonly CellValue[])[]>;
  /**
   * Writes in the order given. What can not be written is refused by a WorkbookRefusal before anything is changed:
   * occupied cells, a sheet or table of our name that is not ours, protection.
   */
  write(
    writes: readonly TableWrite[],
    formats: Formats,
    progress?: Progress,
    standIns?: readonly StandIn[],
  ): Promise<void>;
  /** A port that writes no pages has none: a run leaves its tables then, and nothing else. */
  readonly pages?: Pages;
}
