import { columnLetters, quoteSheet } from '../cells';
import type { ResultColumn } from './result-columns';

/** How the sheet of a result table is printed, whatever writes it. */
export interface PrintLayout {
  /** Pages that stand side by side; the first column is repeated on each. */
  readonly pagesWide: number;
  /** The last column that is printed: links and the rows that they remember are of no use on paper. Undefined where all are. */
  readonly lastColumn: number | undefined;
}

/** Characters on a page in landscape that are still read with ease. */
const PAGE_WIDTH = 210;

export function printLayout(columns: readonly ResultColumn[]): PrintLayout {
  const printed = columns.filter(({ kind }) => kind !== 'link' && kind !== 'link row');
  const width = printed.reduce((sum, column) => sum + column.width, 0);
  return {
    pagesWide: Math.ceil(width / PAGE_WIDTH),
    lastColumn: printed.length < columns.length ? printed.length : undefined,
  };
}

/**
 * The column of title, description and labels above a table. On two pages side by side the first column is repeated on the right one, and
 * what runs over its edge would be cut off there: they stand in the second then.
 */
export const labelColumn = (columns: readonly ResultColumn[]): number => (printLayout(columns).pagesWide > 1 ? 2 : 1);

/** The columns that are printed, as the name Print_Area has them: whole ones, so that new rows belong to them. */
export const printArea = (sheet: string, lastColumn: number): string =>
  `${quoteSheet(sheet)}!$A:$${columnLetters(lastColumn)}`;

/** What is repeated on each page, as the name Print_Titles has it. */
export function printTitles(sheet: string, headerRow: number, { pagesWide }: PrintLayout): string {
  const rows = `${quoteSheet(sheet)}!$${headerRow}:$${headerRow}`;
  return pagesWide > 1 ? `${quoteSheet(sheet)}!$A:$A,${rows}` : rows;
}
