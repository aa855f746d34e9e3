import type { Results } from '../../book/outcome';
import type { OutValue } from '../port';
import type { ReadBook } from '../read/read-book';
import { rowColumn } from '../tables/spec';
import { Places } from './places';
import { Figures, NewRows, numbering } from './rows';

/** The columns that remember rows. Made once: a book may have a million references. */
export const ROW = {
  issue: rowColumn('Issue'),
  receipt: rowColumn('Receipt'),
  transaction: rowColumn('Transaction'),
  source: rowColumn('Source'),
  voucher: rowColumn('Voucher'),
  closing: rowColumn('Closing'),
};

/** What the rows of one run have in common. */
export interface RunIds {
  readonly closing: string;
  readonly voucher: string;
  /** Body row of the run in Closings, from 1. */
  readonly closingRow: number;
}

/** What the tables of one run are written from: the book, its outcome, and what all of its rows share. */
export class OutcomeRows {
  readonly places: Places;
  readonly figures: Figures;
  readonly common: Readonly<Record<string, OutValue>>;

  constructor(
    readonly read: ReadBook,
    readonly outcome: Results,
    readonly ids: RunIds,
  ) {
    this.places = new Places(read, outcome.transfers.count, ids.closing);
    this.figures = new Figures(read.book.parameters.amountDecimals, read.book.parameters.quantityDecimals);
    this.common = {
      Closing: ids.closing,
      [ROW.closing]: ids.closingRow,
      Date: outcome.request.day,
      Status: 'Active',
    };
  }

  rows(table: NewRows['table']): NewRows {
    return new NewRows(table, this.read.dimensions);
  }

  numbers(prefix: string, table: string): () => string {
    return numbering(prefix, this.read.existing.highest.get(table) ?? 0);
  }
}
