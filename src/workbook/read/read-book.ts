import type { Book } from '../../book/book';
import type { ArchivedRow } from '../archived';
import type { LedgerBalance } from './ledger-balances';
import type { TableCells } from '../port';
import type { IdCell } from './ids';
import type { Posting } from './posting';

/** A workbook that was read: the book, and what it takes to write results beside it. */
export interface ReadBook {
  readonly book: Book;
  /** Dimensions with a column in Transactions, in the order of the columns of DimensionGroups. */
  readonly dimensions: readonly string[];
  /** Values of each dimension by position, as typed; "" where blank. */
  readonly dimensionValues: readonly (readonly IdCell[])[];
  /** Ids by position, as typed: results write them back so. */
  readonly idCells: readonly IdCell[];
  /** Item numbers by Book.items, as typed. */
  readonly itemCells: readonly IdCell[];
  /** Position of each id, legs included, by idKey(id). */
  readonly positions: ReadonlyMap<string, number>;
  /** Body row in Transactions, from 0, of each input position. */
  readonly inputRows: Int32Array;
  readonly typed: TypedCells;
  /** The table Transactions, archived rows behind those of its sheet: for addresses and contents of cells. */
  readonly transactionsTable: TableCells;
  /** Where transactions are posted that name no account: closing transfers name none (A21). */
  readonly posting: Posting;
  /** Value of every parameter as text, and the cells of those that the table has, by name. */
  readonly parameterTexts: ReadonlyMap<string, string>;
  readonly parameterCells: ReadonlyMap<string, string>;
  /** What the general ledger says; empty without the table LedgerBalances. */
  readonly ledgerBalances: readonly LedgerBalance[];
  readonly locks: Locks;
  readonly existing: Existing;
  readonly earlier: EarlierResults;
}

/** What the book has resolved, as the cells of the input rows have it. By position, input rows only. */
export interface TypedCells {
  /** Scaled; NaN where blank. */
  readonly financialCost: Float64Array;
  readonly physicalCost: Float64Array;
  /** Indices into Book.accounts, NONE where blank. */
  readonly inventoryAccount: Int32Array;
  readonly offsetAccount: Int32Array;
}

/** What one active row of LockedRows says; the latest where a key has several. */
export interface Lock {
  readonly key: IdCell;
  /** Id of the run that locked it. */
  readonly closing: string;
  /** Place in the order inside a date (A3); NONE for items and parameters. */
  readonly order: number;
  readonly content: string;
  /** Inventory and offset account that a locked transaction is posted to; undefined for items and parameters. */
  readonly postsTo: readonly [string, string] | undefined;
  /** Body row of LockedRows, from 0. */
  readonly row: number;
  /** Address of the row's key. */
  readonly cell: string;
}

/** By kind, then by idKey(key). */
export interface Locks {
  readonly transactions: ReadonlyMap<string, Lock>;
  readonly items: ReadonlyMap<string, Lock>;
  readonly parameters: ReadonlyMap<string, Lock>;
  /** Transactions that may be gone from their table. */
  readonly archived: ReadonlyMap<string, ArchivedRow>;
}

export const NO_LOCKS: Locks = {
  transactions: new Map(),
  items: new Map(),
  parameters: new Map(),
  archived: new Map(),
};

/** What it takes to append to the result tables. */
export interface Existing {
  /** Body rows of each result table in the workbook, blank ones included, by its name. */
  readonly rows: ReadonlyMap<string, number>;
  /**
   * Highest number at the end of an id of each result table in the workbook, by its name. For the tables whose cells
   * are not read (Ledger, CloseLog, InventoryValue and the reports) it is the number of their rows.
   */
  readonly highest: ReadonlyMap<string, number>;
  /** Body row in Closings, from 0, of each of Book.closings. */
  readonly closingRows: Int32Array;
  /** Body row in ClosingTransfers, from 0, of each leg, in the order of positions from inputCount on. */
  readonly legRows: Int32Array;
}

/** Active rows of earlier runs, in the order of the runs and of their rows. */
export interface EarlierResults {
  readonly adjustments: EarlierAdjustments;
}

export interface EarlierAdjustments {
  readonly count: number;
  readonly closing: Int32Array;
  readonly transaction: Int32Array;
  /** Index into REASONS. */
  readonly reason: Int16Array;
  /** Position, or NONE where the source is none (a production order, say). */
  readonly source: Int32Array;
  readonly amount: Float64Array;
  readonly expensed: Float64Array;
  /** Body row of Adjustments, from 0. */
  readonly row: Int32Array;
}
