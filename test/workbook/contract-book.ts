import { columnLetters } from '../../src/workbook/cells';
import { makeXlsx } from '../support/xlsx';
import type { ContractBook } from './port-contract';

/** A workbook of the contract as a file. */
export const bytesOf = (
  { date1904, tables }: ContractBook,
  more: { strings?: 'inline'; prefix?: string } = {},
): Uint8Array =>
  makeXlsx({
    ...more,
    ...(date1904 === undefined ? {} : { date1904 }),
    sheets: tables.map(({ name, sheet, rows, below }) => ({
      name: sheet ?? name,
      rows: below ? [...rows, below] : rows,
      tables: [{ name, ref: `A1:${columnLetters(rows[0].length)}${rows.length}` }],
    })),
  });
