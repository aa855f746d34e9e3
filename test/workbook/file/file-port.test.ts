import { openXlsx } from '../../../src/workbook/file';
import { makeXlsx } from '../../support/xlsx';
import { portContract, type ContractBook } from '../port-contract';
import { columnLetters } from '../../../src/workbook/cells';

const bytesOf = ({ date1904, tables }: ContractBook, more: { strings?: 'inline'; prefix?: string } = {}): Uint8Array =>
  makeXlsx({
    ...more,
    ...(date1904 === undefined ? {} : { date1904 }),
    sheets: tables.map(({ name, sheet, rows, below }) => ({
      name: sheet ?? name,
      rows: below ? [...rows, below] : rows,
      tables: [{ name, ref: `A1:${columnLetters(rows[0].length)}${rows.length}` }],
    })),
  });

portContract('a file', (book) => Promise.resolve(openXlsx(bytesOf(book), 'book.xlsx')));
portContract('a file with inline strings and a prefix before all names', (book) =>
  Promise.resolve(openXlsx(bytesOf(book, { strings: 'inline', prefix: 'x' }), 'book.xlsx')),
);
